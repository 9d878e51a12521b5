import {
  dataClasses,
  dataClassTerms,
  type EdgeKind,
  edgeKinds,
  flowKindTerms,
  type Jurisdiction,
  jurisdictions,
  jurisdictionTerms,
  type Summary,
} from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { shortJurisdictionTerms } from "../terms/places.ts";
import { classTier, classTiers } from "./class-tier.ts";
import { both, type Html, html, raw } from "./escape.ts";
import { crosses, type FlowNode, layoutFlows, type Ribbon } from "./flow-layout.ts";
import { sameJurisdiction, text } from "./text.ts";

const width = 640;
const bar = { left: 158, right: 474, width: 8 } as const;

/** The flow picture, drawn for the eye and given again as a table for everybody. */
export function flowsSection(summary: Summary): Html {
  const crossing = summary.flows.filter(crosses);
  const within = summary.flows.filter((flow) => !crosses(flow) && flow.kind !== "stored-in");
  const withinCount = within.reduce((sum, flow) => sum + flow.count, 0);
  return html`<section id="flows" aria-labelledby="h-flows">
<h2 id="h-flows">${both(text.flows)}</h2>
${crossing.length === 0 ? html`<p>${both(text.flowsEmpty)}</p>` : picture(summary.flows)}
${withinCount > 0 && html`<p class="more">${both(sameJurisdiction(withinCount))}</p>`}
${crossing.length + within.length > 0 && flowTable([...crossing, ...within])}
</section>
`;
}

function picture(flows: Summary["flows"]): Html {
  const { left, right, ribbons, height } = layoutFlows(flows);
  const used = new Set(ribbons.map((ribbon) => ribbon.tier));
  const legend = classTiers
    .filter((tier) => used.has(tier))
    .map((tier) => {
      const classes = dataClasses.filter(
        (name) => classTier(name) === tier && flows.some((flow) => flow.class === name && crosses(flow)),
      );
      return html`<li><span class="swatch ${tier}"></span>${classes.map((name, index) => html`${index > 0 && " · "}${both(capital(dataClassTerms[name]))}`)}</li>`;
    });
  // Painted from the mildest class to the strictest, so that the strictest lies on top where ribbons cross.
  const painted = [...ribbons].sort((a, b) => classTiers.indexOf(b.tier) - classTiers.indexOf(a.tier));
  return html`<figure class="flow">
<svg viewBox="0 0 ${raw(String(width))} ${raw(String(Math.ceil(height) + 8))}" role="img" aria-labelledby="flow-caption">
<g transform="translate(0 4)">${painted.map(ribbonPath)}${left.map((node) => nodeBar(node, "left"))}${right.map((node) => nodeBar(node, "right"))}</g>
</svg>
<figcaption id="flow-caption">${both(text.flowsCaption)} ${right.some((node) => node.place === "unknown") && both(text.flowsUnknown)}</figcaption>
<ul class="legend">${legend}</ul>
</figure>`;
}

function ribbonPath(ribbon: Ribbon): Html {
  const start = bar.left + bar.width;
  const end = bar.right;
  const middle = (start + end) / 2;
  const y0 = ribbon.fromY;
  const y1 = ribbon.toY;
  const path = `M${start} ${at(y0)}C${middle} ${at(y0)} ${middle} ${at(y1)} ${end} ${at(y1)}V${at(y1 + ribbon.thickness)}C${middle} ${at(y1 + ribbon.thickness)} ${middle} ${at(y0 + ribbon.thickness)} ${start} ${at(y0 + ribbon.thickness)}Z`;
  return html`<path class="ribbon ${ribbon.tier}" d="${path}"/>`;
}

function nodeBar(node: FlowNode, side: "left" | "right"): Html {
  const label = shortJurisdictionTerms[node.place];
  return html`<rect class="node" x="${raw(String(bar[side]))}" y="${raw(at(node.y))}" width="${bar.width}" height="${raw(at(node.height))}"/>
${nodeLabel(node, side, "en", wrap(label.en))}${nodeLabel(node, side, "zh-CN", [label.zh])}
`;
}

/** Lines are set in em, so that the style sheet can enlarge them where the picture is small. */
function nodeLabel(node: FlowNode, side: "left" | "right", lang: string, lines: readonly string[]): Html {
  const x = raw(String(side === "left" ? bar.left - 10 : bar.right + bar.width + 10));
  const first = raw((0.35 - lines.length * 0.6).toFixed(2));
  const all = [...lines.map((line) => html`${line}`), html`${node.count}`];
  const spans = all.map((line, index) => {
    const className = index === lines.length ? "number" : "place";
    return html`<tspan class="${className}" x="${x}" dy="${index === 0 ? first : raw("1.2")}em">${line}</tspan>`;
  });
  return html`<text class="${side}" lang="${lang}" y="${raw(at(node.y + node.height / 2))}">${spans}</text>`;
}

/** Breaks a label into lines of at most 15 letters where it has spaces. */
function wrap(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= 15) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function flowTable(flows: Summary["flows"]): Html {
  const rows = flows.map(
    (
      flow,
    ) => html`<tr><td>${placeTerm(flow.from)}</td><td>${placeTerm(flow.to)}</td><td>${kindTerm(flow.kind)}</td><td>${classTerm(flow.class)}</td><td class="n">${flow.count}</td></tr>
`,
  );
  return html`<details class="table"><summary>${both(text.flowsTable)}</summary>
<div class="scroll" tabindex="0" role="group" aria-labelledby="h-flows"><table>
<thead><tr><th scope="col">${both(text.from)}</th><th scope="col">${both(text.to)}</th><th scope="col">${both(text.flowKind)}</th><th scope="col">${both(text.dataClass)}</th><th scope="col" class="n">${both(text.total)}</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`;
}

function placeTerm(place: string): Html {
  const known = jurisdictions.find((candidate): candidate is Jurisdiction => candidate === place);
  return known === undefined ? html`${place}` : both(capital(jurisdictionTerms[known]));
}

function kindTerm(kind: string): Html {
  const known = edgeKinds.find((candidate): candidate is EdgeKind => candidate === kind);
  return known === undefined ? html`${kind}` : both(capital(flowKindTerms[known]));
}

function classTerm(name: string): Html {
  const known = dataClasses.find((candidate) => candidate === name);
  return known === undefined ? html`${name}` : both(capital(dataClassTerms[known]));
}
