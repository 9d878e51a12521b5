import type { Gap } from "./gap.ts";
import type { Scope } from "./scope.ts";

/** What a run tells whoever watches. Renderers listen; nothing in a run waits for them. */
export type RunEvent =
  | { readonly kind: "phase"; readonly phase: "connect" | "collect" | "inspect" | "link" | "judge" | "report" }
  | { readonly kind: "account"; readonly scope: Scope; readonly regions: number }
  | { readonly kind: "planned"; readonly tasks: number }
  | {
      readonly kind: "task";
      readonly scope: Scope;
      readonly type: string;
      readonly region: string | null;
      readonly done: number;
      readonly total: number;
      /** Records read so far in the whole run. */
      readonly records: number;
    }
  | { readonly kind: "gap"; readonly gap: Gap }
  | { readonly kind: "notice"; readonly message: string };

export type RunListener = (event: RunEvent) => void;
