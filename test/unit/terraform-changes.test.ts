import { describe, expect, it } from "vitest";
import { readTerraform, resourceAt, resourcesOf } from "../support/terraform-plans.ts";

interface Change {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly after_sensitive?: unknown;
  readonly before_sensitive?: unknown;
}

function entry(name: string, change: Change, more: object = {}): object {
  return { address: `x_store.${name}`, mode: "managed", type: "x_store", name, change, ...more };
}

function planOf(changes: readonly unknown[], more: object = {}): object {
  return { format_version: "1.2", resource_changes: changes, configuration: { root_module: {} }, ...more };
}

function settingsOf(change: Omit<Change, "actions">) {
  return resourceAt(planOf([entry("a", { actions: ["create"], ...change })]), "x_store.a").settings;
}

const unknown = { known: false, why: "unsupported" };

describe("what a plan does", () => {
  it.each([
    [["no-op"], "none"],
    [["read"], "none"],
    [["create"], "create"],
    [["update"], "update"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["create", "forget"], "replace"],
    [["forget"], "none"],
    [["delete"], undefined],
    [["something-new"], "update"],
  ])("%j is %s", (actions, change) => {
    const found = resourcesOf(planOf([entry("a", { actions, before: { name: "old" }, after: { name: "new" } })]));
    expect(found.get("x_store.a")?.change).toBe(change);
  });

  it("reads what is forgotten as it was", () => {
    const change = {
      actions: ["forget"],
      before: { name: "n", key: "s" },
      before_sensitive: { key: true },
      after: null,
    };
    const { settings } = resourceAt(planOf([entry("a", change)]), "x_store.a");
    expect(settings.text("name")).toEqual({ known: true, value: "n" });
    expect(settings.text("key")).toEqual(unknown);
  });

  it("does not let what is left over from a replacement stand for what took its place", () => {
    const found = resourcesOf(
      planOf([
        entry("a", { actions: ["no-op"], before: { name: "new" }, after: { name: "new" } }),
        entry("a", { actions: ["delete"], before: { name: "old" }, after: null }, { deposed: "0a1b2c3d" }),
        entry("a", { actions: ["forget"], before: { name: "older" }, after: null }, { deposed: "0a1b2c3e" }),
      ]),
    );
    expect([...found.keys()]).toEqual(["x_store.a"]);
    expect(found.get("x_store.a")?.settings.text("name")).toEqual({ known: true, value: "new" });
  });

  it("counts as drift what differs and stays, not another spelling of nothing", () => {
    const same = { actions: ["no-op"], before: {}, after: { tags: { a: "1" } } };
    const drift = (name: string, before: unknown, after: unknown): object =>
      entry(name, { actions: ["update"], before, after });
    const found = resourcesOf(
      planOf([entry("a", same), entry("b", same), entry("c", { ...same, actions: ["update"] })], {
        resource_drift: [
          drift("a", { tags: null, list: [], deep: [{ x: 1 }] }, { tags: { a: "1" }, list: null, deep: [{ x: 1 }] }),
          drift("b", { tags: null, text: "", deep: [{ x: [] }] }, { tags: {}, deep: [{ x: null }] }),
          drift("c", { tags: null }, { tags: { a: "1" } }),
          drift("gone", { tags: null }, null),
        ],
      }),
    );
    expect([...found.values()].map(({ address, change }) => `${address} ${change}`)).toEqual([
      "x_store.a drift",
      "x_store.b none",
      "x_store.c update",
    ]);
  });

  it("hands on what is left to a later plan, and says so", () => {
    const plan = planOf([], {
      deferred_changes: [
        { reason: "provider_config_unknown", resource_change: entry("late", { actions: ["create"], after: {} }) },
      ],
    });
    expect(resourceAt(plan, "x_store.late").change).toBe("create");
    expect(readTerraform(plan).gaps).toMatchObject([{ detail: expect.stringContaining("later plan") }]);
  });

  it("says how many entries it could not tell", () => {
    const plan = planOf([
      null,
      {},
      { address: 5 },
      entry("a", { actions: ["create"], after: {} }),
      { ...entry("b", { actions: [] }), address: "c" },
    ]);
    expect([...resourcesOf(plan).keys()]).toEqual(["x_store.a"]);
    expect(readTerraform(plan).gaps).toMatchObject([{ address: null, detail: expect.stringMatching(/: 4$/) }]);
  });
});

describe("the settings of a planned resource", () => {
  it("are unknown where the mask says so, in lists and blocks too", () => {
    const settings = settingsOf({
      after: { name: "n", list: ["a", null], block: [{ known: "k" }], plain: [{ x: 1 }] },
      after_unknown: { id: true, list: [false, true], block: [{ later: true }], plain: [{}], whole: true },
    });

    expect(settings.text("name")).toEqual({ known: true, value: "n" });
    expect(settings.text("id")).toEqual(unknown);
    expect(settings.texts("list")).toEqual(unknown);
    expect(settings.text("list[0]")).toEqual({ known: true, value: "a" });
    expect(settings.text("block.known")).toEqual({ known: true, value: "k" });
    expect(settings.text("block[0].later")).toEqual(unknown);
    expect(settings.number("plain.x")).toEqual({ known: true, value: 1 });
    expect(settings.each("whole")).toEqual(unknown);
    expect(settings.text("absent")).toEqual({ known: true, value: undefined });
  });

  it("leave a map open to which a key is only added later", () => {
    const settings = settingsOf({ after: { tags: { a: "1" } }, after_unknown: { tags: { b: true } } });
    expect(settings.map("tags")).toEqual(unknown);
    expect(settings.text("tags.a")).toEqual({ known: true, value: "1" });
  });

  it("leave a list open of which the last items are not there yet", () => {
    expect(settingsOf({ after: { l: ["a"] }, after_unknown: { l: [false, true] } }).texts("l")).toEqual(unknown);
    expect(settingsOf({ after: { l: ["a"] }, before_sensitive: { l: [{}, {}] } }).texts("l")).toMatchObject({
      value: ["a"],
    });
  });

  it("are unknown where a part of what is not there is", () => {
    expect(settingsOf({ after: {}, after_unknown: { a: [{ b: true }] } }).each("a")).toEqual(unknown);
    expect(settingsOf({ after: { a: null }, after_unknown: { a: [{}] } }).each("a")).toEqual({
      known: true,
      value: [],
    });
  });

  it("hide what was or will be sensitive", () => {
    const settings = settingsOf({
      after: { was: "secret-1", will: "secret-2", nested: [{ x: "secret-3", y: "shown" }], all: { a: "secret-4" } },
      before_sensitive: { was: true },
      after_sensitive: { will: true, nested: [{ x: true }], all: true },
    });

    for (const path of ["was", "will", "nested[0].x", "all.a"]) expect(settings.text(path)).toEqual(unknown);
    expect(settings.map("all")).toEqual(unknown);
    expect(settings.text("nested.y")).toEqual({ known: true, value: "shown" });
    expect(settingsOf({ after: { a: "secret" }, after_sensitive: true }).text("a")).toEqual(unknown);
  });

  it("are not what every object inherits", () => {
    const settings = settingsOf({ after: { a: 1 }, after_unknown: { b: true } });
    for (const path of ["constructor", "__proto__", "toString"]) {
      expect(settings.text(path)).toEqual({ known: true, value: undefined });
      expect(settings.refs(path)).toEqual([]);
    }
  });
});
