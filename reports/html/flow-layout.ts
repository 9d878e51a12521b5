import { type Jurisdiction, jurisdictions, type Summary } from "../../src/model/index.ts";
import { type ClassTier, classTier, classTiers } from "./class-tier.ts";

/** One end of the picture: a jurisdiction, with the bar that its ribbons start from or end at. In SVG units. */
export interface FlowNode {
  readonly place: Jurisdiction;
  readonly count: number;
  readonly y: number;
  readonly height: number;
}

export interface Ribbon {
  readonly from: Jurisdiction;
  readonly to: Jurisdiction;
  readonly tier: ClassTier;
  readonly count: number;
  readonly fromY: number;
  readonly toY: number;
  readonly thickness: number;
}

export interface FlowLayout {
  readonly left: readonly FlowNode[];
  readonly right: readonly FlowNode[];
  readonly ribbons: readonly Ribbon[];
  readonly height: number;
}

/** Height of all ribbons together, before the thin ones are made visible. */
const volumeHeight = 150;
const thinnest = 3;
/** Few flows make no wall. */
const thickestFlow = 24;
/** Room for a node's three lines of label. */
const slot = 62;
const gap = 14;

interface Bundle {
  readonly from: Jurisdiction;
  readonly to: Jurisdiction;
  readonly tier: ClassTier;
  readonly count: number;
}

/**
 * Lays flows between jurisdictions out as ribbons from left to right: one per pair and class tier, the strictest on top, so
 * that a single flow of sensitive data stays visible among a thousand others.
 */
export function layoutFlows(flows: Summary["flows"]): FlowLayout {
  const bundles = bundle(flows);
  const total = bundles.reduce((sum, { count }) => sum + count, 0);
  const thickness = ({ count }: Bundle): number =>
    Math.max(thinnest, Math.min((count / total) * volumeHeight, count * thickestFlow));
  const left = stack(bundles, (flow) => flow.from, thickness);
  const right = stack(bundles, (flow) => flow.to, thickness);
  const leftAt = new Map(left.nodes.map((node) => [node.place, node.y]));
  const rightAt = new Map(right.nodes.map((node) => [node.place, node.y]));
  const ribbons = bundles.map((flow): Ribbon => {
    const size = thickness(flow);
    const fromY = leftAt.get(flow.from) ?? 0;
    const toY = rightAt.get(flow.to) ?? 0;
    leftAt.set(flow.from, fromY + size);
    rightAt.set(flow.to, toY + size);
    return { ...flow, fromY, toY, thickness: size };
  });
  const height = Math.max(left.height, right.height);
  return {
    left: centre(left, height),
    right: centre(right, height),
    ribbons: ribbons.map((ribbon) => ({
      ...ribbon,
      fromY: ribbon.fromY + (height - left.height) / 2,
      toY: ribbon.toY + (height - right.height) / 2,
    })),
    height,
  };
}

/** Flows that stay within one jurisdiction are no part of the picture. */
export function crosses(flow: Summary["flows"][number]): boolean {
  return flow.from !== flow.to && flow.kind !== "stored-in";
}

function bundle(flows: Summary["flows"]): readonly Bundle[] {
  const bundles: Bundle[] = [];
  for (const from of jurisdictions) {
    for (const to of jurisdictions) {
      const between = flows.filter((flow) => flow.from === from && flow.to === to && crosses(flow));
      for (const tier of classTiers) {
        const count = between
          .filter((flow) => classTier(flow.class) === tier)
          .reduce((sum, flow) => sum + flow.count, 0);
        if (count > 0) bundles.push({ from, to, tier, count });
      }
    }
  }
  return bundles;
}

interface Stack {
  readonly nodes: readonly FlowNode[];
  readonly height: number;
}

function stack(
  bundles: readonly Bundle[],
  end: (flow: Bundle) => Jurisdiction,
  thickness: (flow: Bundle) => number,
): Stack {
  const nodes: FlowNode[] = [];
  let y = 0;
  for (const place of jurisdictions) {
    const own = bundles.filter((flow) => end(flow) === place);
    if (own.length === 0) continue;
    const height = own.reduce((sum, flow) => sum + thickness(flow), 0);
    const room = Math.max(slot, height);
    nodes.push({ place, count: own.reduce((sum, flow) => sum + flow.count, 0), y: y + (room - height) / 2, height });
    y += room + gap;
  }
  return { nodes, height: Math.max(0, y - gap) };
}

function centre(side: Stack, height: number): readonly FlowNode[] {
  const shift = (height - side.height) / 2;
  return side.nodes.map((node) => ({ ...node, y: node.y + shift }));
}
