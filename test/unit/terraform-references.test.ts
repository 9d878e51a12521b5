import { describe, expect, it } from "vitest";
import { resourceAt, resourcesOf } from "../support/terraform-plans.ts";

const forEach = { for_each_expression: { references: ["local.keys"] } };
const to = (...references: string[]) => ({ to: { references } });

function change(address: string, after: object = {}): object {
  const parts = /^(?:(.*)\.)?(data\.)?(x_\w+)\.(\w+)(\[.*\])?$/.exec(address);
  return {
    address,
    ...(parts?.[1] !== undefined && { module_address: parts[1] }),
    mode: parts?.[2] === undefined ? "managed" : "data",
    type: parts?.[3],
    name: parts?.[4],
    change: { actions: ["create"], before: null, after, after_unknown: {} },
  };
}

function plan(addresses: readonly string[], rootModule: object, after: object = {}): object {
  return {
    format_version: "1.2",
    resource_changes: addresses.map((address) => change(address, after)),
    configuration: { root_module: rootModule },
  };
}

function link(expressions: object, more: object = {}): object {
  return { address: "x_link.l", expressions, ...more };
}

function refs(of: object, address: string, path = "to"): readonly string[] {
  return resourceAt(of, address).settings.refs(path);
}

describe("references of a plan", () => {
  it("tell keys with dots, brackets and quotes in them", () => {
    const stores = ['x_store.s["a.b"]', 'x_store.s["c]\\"[d"]', 'x_store.s["e"]'];
    for (const store of stores) {
      const of = plan([...stores, "x_link.l"], { resources: [link(to(`${store}.id`, store, "x_store.s"))] });
      expect(refs(of, "x_link.l")).toEqual([store]);
    }
  });

  it("give all instances where the key is not told, and none of what is not in the change", () => {
    const stores = ["x_store.s[0]", "x_store.s[1]", "x_store.other"];
    const of = (...references: string[]) => plan([...stores, "x_link.l"], { resources: [link(to(...references))] });

    expect(refs(of("x_store.s"), "x_link.l")).toEqual(["x_store.s[0]", "x_store.s[1]"]);
    expect(refs(of("x_store.s", "var.index"), "x_link.l")).toEqual(["x_store.s[0]", "x_store.s[1]"]);
    expect(refs(of("x_store.s[7].id", "x_store.s[7]", "x_store.s"), "x_link.l")).toEqual([]);
    expect(refs(of("x_store.gone.id", "x_store.gone"), "x_link.l")).toEqual([]);
    expect(
      refs(of("local.a", "path.module", "terraform.workspace", "each.key", "self.id", "", "["), "x_link.l"),
    ).toEqual([]);
  });

  it("say nothing where they may mean any of thousands", () => {
    const stores = Array.from({ length: 10_000 }, (_, index) => `x_store.s[${index}]`);
    const links = stores.map((store) => store.replace("x_store.s", "x_link.l"));
    const of = plan([...stores, ...links], {
      resources: [link({ ...to("x_store.s"), one: { references: ["x_store.s", "count.index"] } })],
    });
    const resources = [...resourcesOf(of).values()].filter(({ kind }) => kind === "x_link");

    expect(resources.flatMap(({ settings }) => settings.refs("to"))).toEqual([]);
    expect(resources.flatMap(({ settings }) => settings.refs("one"))).toEqual(stores);
  });

  it("tell names that begin alike", () => {
    const of = plan(["x_store.ab", "x_store.a", "x_link.l"], { resources: [link(to("x_store.ab", "x_store.a"))] });
    expect(refs(of, "x_link.l")).toEqual(["x_store.ab", "x_store.a"]);
  });

  it("take one's own key only where it is the key of what is meant", () => {
    const instances = ['x_store.s["a"]', 'x_store.s["b"]', 'x_link.l["a"]', 'x_link.l["c"]'];
    const of = (...references: string[]) => plan(instances, { resources: [link(to(...references), forEach)] });

    expect(refs(of("x_store.s", "each.key"), 'x_link.l["a"]')).toEqual(['x_store.s["a"]']);
    expect(refs(of("x_store.s", "each.key"), 'x_link.l["c"]')).toEqual(['x_store.s["a"]', 'x_store.s["b"]']);
    expect(refs(of("x_store.s", "var.pairs", "each.key"), 'x_link.l["a"]')).toEqual([
      'x_store.s["a"]',
      'x_store.s["b"]',
    ]);
  });

  it("go up through the variables of the modules around, with the key of the module that is meant", () => {
    const of = plan(
      [
        'x_store.s["a"]',
        'x_store.s["b"]',
        'module.outer["a"].module.inner.x_link.l',
        'module.outer["b"].module.inner.x_link.l',
      ],
      {
        module_calls: {
          outer: {
            ...forEach,
            expressions: { target: { references: ["x_store.s", "each.key"] } },
            module: {
              module_calls: {
                inner: {
                  expressions: { target: { references: ["var.target"] } },
                  module: { resources: [link(to("var.target.id", "var.target"))] },
                },
              },
            },
          },
        },
      },
    );
    expect(refs(of, 'module.outer["b"].module.inner.x_link.l')).toEqual(['x_store.s["b"]']);
  });

  it("go down through outputs of outputs", () => {
    const outputs = (...references: string[]) => ({ out: { expression: { references } } });
    const of = plan(["module.outer.module.inner[0].x_store.s", "module.outer.module.inner[1].x_store.s", "x_link.l"], {
      resources: [link(to("module.outer.out", "module.outer"))],
      module_calls: {
        outer: {
          module: {
            outputs: outputs("module.inner[1].out", "module.inner[1]"),
            module_calls: { inner: { module: { outputs: outputs("x_store.s.id", "x_store.s") } } },
          },
        },
      },
    });
    expect(refs(of, "x_link.l")).toEqual(["module.outer.module.inner[1].x_store.s"]);
    const gone = JSON.parse(JSON.stringify(of).replaceAll("module.inner[1].out", "module.inner[2].out"));
    gone.configuration.root_module.module_calls.outer.module.outputs.out.expression.references.pop();
    expect(refs(gone, "x_link.l")).toEqual([]);
  });

  it("end where outputs and variables go round in a circle", () => {
    const of = plan(["module.m.x_store.s", "x_link.l", "module.m.x_link.l"], {
      resources: [link(to("module.m.out", "module.m"))],
      module_calls: {
        m: {
          expressions: { v: { references: ["module.m.out", "module.m"] } },
          module: {
            resources: [link(to("var.v"))],
            outputs: { out: { expression: { references: ["var.v", "x_store.s"] } } },
          },
        },
      },
    });
    expect(refs(of, "x_link.l")).toEqual(["module.m.x_store.s"]);
    expect(refs(of, "module.m.x_link.l")).toEqual(["module.m.x_store.s"]);
  });

  it("tell blocks in order, by their constants, or give them all", () => {
    const block = (name: string | undefined, index: number) => ({
      ...(name !== undefined && { name: { constant_value: name } }),
      to: { references: [`x_store.s[${index}].id`, `x_store.s[${index}]`, "x_store.s"] },
    });
    const of = (blocks: readonly object[], values: readonly object[]) =>
      plan(["x_store.s[0]", "x_store.s[1]", "x_link.l"], { resources: [link({ rule: blocks })] }, { rule: values });
    const first = ["x_store.s[0]"];
    const second = ["x_store.s[1]"];
    const both = ["x_store.s[0]", "x_store.s[1]"];

    const named = [block("a", 0), block("b", 1)];
    expect(refs(of(named, [{ name: "a" }, { name: "b" }]), "x_link.l", "rule[1].to")).toEqual(second);
    expect(refs(of(named, [{ name: "b" }, { name: "a" }]), "x_link.l", "rule[1].to")).toEqual(first);
    expect(refs(of(named, [{ name: "b" }]), "x_link.l", "rule[0].to")).toEqual(second);
    expect(refs(of(named, [{ name: "c" }]), "x_link.l", "rule[0].to")).toEqual(both);
    const bare = [block(undefined, 0), block(undefined, 1)];
    expect(refs(of(bare, [{}, {}]), "x_link.l", "rule[1].to")).toEqual(second);
    expect(refs(of(bare, [{}, {}, {}]), "x_link.l", "rule[2].to")).toEqual(both);
    expect(refs(of(named, [{ name: "a" }, { name: "b" }]), "x_link.l", "rule")).toEqual(both);
  });

  it("belong to the whole of a value that is one expression", () => {
    const of = plan(["x_store.s", "x_link.l"], { resources: [link({ to: to("x_store.s.id", "x_store.s").to })] });
    expect(refs(of, "x_link.l", "to[0].deep.inside")).toEqual(["x_store.s"]);
    expect(refs(of, "x_link.l", "nothing.here")).toEqual([]);
  });
});
