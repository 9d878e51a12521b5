import { describe, expect, it } from "vitest";
import { fixtureFile, formatOf, inShort, readTerraform, resourceAt, resourcesOf } from "../support/terraform-plans.ts";

const unknown = { known: false, why: "unsupported" };

/** Both were written by Terraform 1.11. */
const states = ["aws5/state.json", "aws5/terraform.tfstate"];

describe.each(states)("the state in %s", (state) => {
  it("is judged as it stands, with the regions that resources tell of themselves", () => {
    const found = Object.fromEntries(
      [...resourcesOf(state)].map(([address, resource]) => [address, inShort(resource)]),
    );
    const where = found["aws_cloudwatch_log_group.app"]?.replace("update ? ", "");

    expect(found).toEqual({
      "aws_cloudwatch_log_group.app": `update ? ${where}`,
      "aws_dynamodb_table.ledger": `update ? ${where}`,
      "aws_ebs_volume.crm": `update ? ${where}`,
      "aws_s3_bucket.crm": "update cn-north-1 (region)",
      "aws_s3_bucket.forgotten": "update cn-north-1 (region)",
      "aws_s3_bucket.old": "update ap-southeast-1 (region)",
      "aws_sqs_queue.jobs": `update ? ${where}`,
    });
    expect(readTerraform(state).gaps).toEqual([]);
  });

  it("takes --region for what does not say", () => {
    expect(inShort(resourceAt(state, "aws_sqs_queue.jobs", { region: "cn-northwest-1" }))).toBe(
      "update cn-northwest-1 (--region)",
    );
    expect(inShort(resourceAt(state, "aws_s3_bucket.old", { region: "cn-northwest-1" }))).toBe(
      "update ap-southeast-1 (region)",
    );
  });

  it("gives settings and tags", () => {
    const { settings, kind, label, file } = resourceAt(state, "aws_s3_bucket.crm");

    expect({ kind, label, file }).toEqual({ kind: "aws_s3_bucket", label: "crm", file: state });
    expect(settings.map("tags_all")).toEqual({ known: true, value: { "data-class": "personal", team: "crm" } });
    expect(settings.text("arn")).toEqual({ known: true, value: "arn:aws-cn:s3:::acme-crm" });
    expect(settings.refs("bucket")).toEqual([]);
  });
});

describe("a state as terraform show prints it", () => {
  const shown = (rootModule: object) => ({ format_version: "1.0", values: { root_module: rootModule } });

  it("holds modules, data sources, leftovers and what must not be seen", () => {
    const resource = (address: string, more: object = {}) => ({
      address,
      mode: "managed",
      type: "x_store",
      name: "s",
      values: { name: "n", key: "secret" },
      sensitive_values: { key: true },
      ...more,
    });
    const state = shown({
      resources: [resource("x_store.s"), resource("data.x_store.s", { mode: "data" }), { address: "half" }],
      child_modules: [
        {
          address: 'module.a["x.y"]',
          resources: [
            resource('module.a["x.y"].x_store.s[0]'),
            resource('module.a["x.y"].x_store.s[0]', { deposed_key: "0a" }),
          ],
          child_modules: [
            { address: 'module.a["x.y"].module.b', resources: [resource('module.a["x.y"].module.b.x_store.s')] },
          ],
        },
        { address: "module.c", resources: [resource("module.c.x_store.s")] },
      ],
    });
    const found = resourcesOf(state);

    expect([...found.values()].map(({ address, change, label }) => `${address} ${change} ${label}`)).toEqual([
      "x_store.s update s",
      "data.x_store.s none s",
      'module.a["x.y"].x_store.s[0] update s[0]',
      'module.a["x.y"].x_store.s[0] (deposed object 0a) update s[0]',
      'module.a["x.y"].module.b.x_store.s update s',
      "module.c.x_store.s update s",
    ]);
    for (const { settings } of found.values()) expect(settings.text("key")).toEqual(unknown);
    expect(readTerraform(state).gaps).toMatchObject([{ address: null, detail: expect.stringMatching(/: 1$/) }]);
  });

  it("may hold nothing", () => {
    expect([...readTerraform({ format_version: "1.0", terraform_version: "1.11.4" }).resources]).toEqual([]);
  });
});

describe("terraform.tfstate", () => {
  const raw = (resources: readonly object[]) => ({
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "x",
    resources,
  });
  const resource = (instances: readonly object[], more: object = {}) => ({
    mode: "managed",
    type: "x_store",
    name: "s",
    provider: 'module.m.provider["registry.opentofu.org/acme/x"].hk',
    instances,
    ...more,
  });

  it("spells addresses as plans do", () => {
    const state = raw([
      resource(
        [
          { index_key: `a."b"$${"{c}"}`, attributes: {} },
          { index_key: 1, attributes: {}, deposed: "0a" },
        ],
        {
          module: 'module.m["k"]',
        },
      ),
      resource([{ attributes: { region: "cn-north-1" } }], { mode: "data" }),
    ]);
    const found = [...resourcesOf(state).values()];

    expect(found.map(({ address }) => address)).toEqual([
      'module.m["k"].x_store.s["a.\\"b\\"$${c}"]',
      'module.m["k"].x_store.s[1] (deposed object 0a)',
      "data.x_store.s",
    ]);
    expect(found.map(inShort)).toEqual([
      "update ? (provider x.hk of module.m)",
      "update ? (provider x.hk of module.m)",
      "none cn-north-1 (region)",
    ]);
  });

  it("hides what it marks as sensitive, and what is named like a secret", () => {
    const attributes = { name: "n", user: "u", password: "p", master_password: "p", block: [{ x: "p" }], kms_key: "k" };
    const sensitive = [
      [{ type: "get_attr", value: "user" }],
      [
        { type: "get_attr", value: "block" },
        { type: "index", value: { value: 0, type: "number" } },
        { type: "get_attr", value: "x" },
      ],
    ];
    const { settings } = resourceAt(raw([resource([{ attributes, sensitive_attributes: sensitive }])]), "x_store.s");

    for (const path of ["user", "password", "master_password", "block[0].x"]) {
      expect(settings.text(path)).toEqual(unknown);
    }
    expect(settings.text("name")).toEqual({ known: true, value: "n" });
    expect(settings.text("kms_key")).toEqual({ known: true, value: "k" });
    const odd = raw([resource([{ attributes, sensitive_attributes: [["?"]] }])]);
    expect(resourceAt(odd, "x_store.s").settings.text("name")).toEqual(unknown);
  });

  it("is told from a plan", () => {
    const idOf = (path: string) => {
      const file = fixtureFile(path);
      return formatOf(JSON.parse(file.text), file).id;
    };
    expect(states.map(idOf)).toEqual(["terraform-state", "terraform-state"]);
    expect(idOf("aws5/plan.json")).toBe("terraform-plan");
  });
});
