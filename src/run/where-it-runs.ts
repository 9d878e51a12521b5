import { type InspectionSettings, JingneiError, type Jurisdiction } from "../model/index.ts";

/**
 * Reading content is a transfer to where it is read. Content that lies in the mainland, or may, is read from the mainland only; from
 * there everything may be read, since data that comes in is no export.
 * @returns why it may not be read, or `undefined`.
 */
export function mayRead(of: Jurisdiction, runsIn: InspectionSettings["runsIn"]): string | undefined {
  if (runsIn === "mainland") return undefined;
  if (of === "mainland") return "it lies in the mainland, and this runs outside";
  if (of === "unknown") return "it may lie in the mainland, and this runs outside";
  return undefined;
}

/**
 * Nothing that a machine can see of itself says for sure in which country it stands, so it has to be told.
 * @throws JingneiError `usage`
 */
export function demandPlace(runsIn: InspectionSettings["runsIn"]): void {
  if (runsIn !== undefined) return;
  throw new JingneiError(
    "usage",
    "--inspect reads content, and content in the mainland is read from the mainland only: where does this run?",
    "Say --runs-in mainland or --runs-in outside, or set inspection.runsIn in jingnei.yaml.",
  );
}
