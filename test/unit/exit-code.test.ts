import { expect, test } from "vitest";
import { exitCodeOf, type Outcome } from "../../src/cli/exit-code.ts";

const clean: Outcome = {
  worstOpen: undefined,
  failOn: "high",
  complete: true,
  allowIncomplete: false,
  interrupted: false,
};

test.each<[string, Partial<Outcome>, number]>([
  ["complete and nothing open", {}, 0],
  ["open below the bar", { worstOpen: "medium" }, 0],
  ["open at the bar", { worstOpen: "high" }, 1],
  ["open above the bar", { worstOpen: "critical" }, 1],
  ["the bar at low", { worstOpen: "low", failOn: "low" }, 1],
  ["info is below every bar", { worstOpen: "info", failOn: "low" }, 0],
  ["the bar at critical", { worstOpen: "high", failOn: "critical" }, 0],
  ["never switches code 1 off", { worstOpen: "critical", failOn: "never" }, 0],
  ["never does not switch code 3 off", { worstOpen: "critical", failOn: "never", complete: false }, 3],
  ["incomplete", { complete: false }, 3],
  ["incomplete, and allowed", { complete: false, allowIncomplete: true }, 0],
  ["a finding outranks incomplete coverage", { worstOpen: "high", complete: false }, 1],
  ["allowing incomplete coverage allows no finding", { worstOpen: "high", complete: false, allowIncomplete: true }, 1],
  ["interrupted outranks all", { worstOpen: "critical", complete: false, interrupted: true }, 130],
])("%s", (_, given, code) => {
  expect(exitCodeOf({ ...clean, ...given })).toBe(code);
});
