import { describe, expect, test } from "vitest";
import type { PlannedResource } from "../../src/model/index.ts";
import { armFormat } from "../../src/plan/arm/format.ts";
import type { TemplateOptions } from "../../src/plan/template.ts";

const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

/** The value that an expression of a resource's properties comes to; `"unknown"` = only the deployment can tell. */
async function worth(expression: unknown, around: object = {}, options: Partial<TemplateOptions> = {}) {
  const template = {
    $schema: schema,
    ...around,
    resources: [{ type: "Microsoft.Test/things", name: "one", properties: { value: expression } }],
  };
  const [resource] = await read(template, options);
  const value = resource?.settings.text("properties.value");
  return value?.known === true ? value.value : "unknown";
}

async function read(template: unknown, options: Partial<TemplateOptions> = {}): Promise<readonly PlannedResource[]> {
  const text = JSON.stringify(template);
  const read = await armFormat.read(undefined, { path: "t.json", text }, { parameters: {}, ...options });
  return [...read.resources];
}

describe("expressions of ARM templates", () => {
  test.each([
    ["[concat('a', 'b', 3)]", "ab3"],
    ["[format('{0}-{1:D3}-{{x}}', 'n', 7)]", "n-007-{x}"],
    ["[toLower('ABC')]", "abc"],
    ["[toUpper(concat('a', 'b'))]", "AB"],
    ["[if(equals('a', 'a'), 'yes', 'no')]", "yes"],
    ["[if(and(true(), or(false(), not(true()))), 'yes', 'no')]", "no"],
    ["[length(createArray(1, 2, 3))]", "3"],
    ["[last(split('a,b;c', createArray(',', ';')))]", "c"],
    ["[replace('a.b.c', '.', '-')]", "a-b-c"],
    ["[first(union(createArray('x'), createArray('x', 'y')))]", "x"],
    ["[length(union(createArray('x'), createArray('x', 'y')))]", "2"],
    ["[createObject('a', createObject('B', 'deep')).A.b]", "deep"],
    ["[union(createObject('a', 1), createObject('a', 2, 'b', 3)).a]", "2"],
    ["[contains(createArray('a', 'b'), 'b')]", "true"],
    ["[contains('abc', 'd')]", "false"],
    ["[empty('')]", "true"],
    ["[coalesce(null(), 'given')]", "given"],
    ["[int('42')]", "42"],
    ["[string(createArray(1, 'a'))]", '[1,"a"]'],
    ["[bool('True')]", "true"],
    ['[json(\'{"a":[1,{"b":"c"}]}\').a[1].b]', "c"],
    ["[substring('abcdef', 1, 3)]", "bcd"],
    ["[add(mul(2, 3), sub(div(7, 2), mod(7, 4)))]", "6"],
    ["[last(range(3, 4))]", "6"],
    ["[take('abcdef', 2)]", "ab"],
    ["[first(skip(createArray(1, 2, 3), 1))]", "2"],
    ["[concat('it''s')]", "it's"],
    ["[string(map(createArray('a', 'b'), lambda('x', concat(lambdaVariables('x'), '!'))))]", '["a!","b!"]'],
    [
      "[string(map(createArray('a', 'b'), lambda('x', 'i', format('{0}{1}', lambdaVariables('X'), lambdaVariables('i')))))]",
      '["a0","b1"]',
    ],
    ["[string(filter(range(1, 5), lambda('n', greater(lambdaVariables('n'), 3))))]", "[4,5]"],
    ["[reduce(range(1, 4), 0, lambda('sum', 'n', add(lambdaVariables('sum'), lambdaVariables('n'))))]", "10"],
    [
      "[string(sort(createArray(3, 1, 2), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b')))))]",
      "[1,2,3]",
    ],
    [
      "[toObject(createArray('a', 'b'), lambda('k', lambdaVariables('k')), lambda('k', toUpper(lambdaVariables('k')))).b]",
      "B",
    ],
    ["[length(groupBy(createArray('ab', 'ac', 'b'), lambda('t', take(lambdaVariables('t'), 1))).a)]", "2"],
    ["[mapValues(createObject('a', 1), lambda('v', add(lambdaVariables('v'), 1))).a]", "2"],
    [
      "[string(map(createArray('a'), lambda('x', map(createArray('b'), lambda('y', concat(lambdaVariables('x'), lambdaVariables('y')))))))]",
      '[["ab"]]',
    ],
    ["[first(map(createArray('a'), 'no lambda'))]", "unknown"],
    ["[first(map(createArray('a'), lambda('x', lambdaVariables('other'))))]", "unknown"],
    ["[first(filter(createArray('a'), lambda('x', equals(newGuid(), lambdaVariables('x')))))]", "unknown"],
    ["[[not an expression]", "[not an expression]"],
    ["[not closed", "[not closed"],
    ["[tenantResourceId('Microsoft.A/bs', 'c')]", "/providers/Microsoft.A/bs/c"],
    [
      "[resourceId('s', 'g', 'Microsoft.A/bs/cs', 'b', 'c')]",
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.A/bs/b/cs/c",
    ],
    ["[null()]", undefined],
    ["[tryGet(createObject('a', 1), 'b')]", undefined],
    ["[createObject('a', 1).?b]", undefined],
  ])("%s is %s", async (expression, expected) => {
    expect(await worth(expression)).toBe(expected);
  });

  test.each([
    "[uniqueString(resourceGroup().id)]",
    "[reference('x').id]",
    "[resourceGroup().location]",
    "[subscription().subscriptionId]",
    "[listKeys('x', '2020-01-01').keys[0].value]",
    "[parameters('undeclared')]",
    "[variables('undeclared')]",
    "[notAFunction('a')]",
    "[concat('a', newGuid())]",
    "[createObject('a', 1).b]",
    "[substring('abc', 2, 9)]",
    "[div(1, 0)]",
    "[if(parameters('undeclared'), 'a', 'b')]",
    "[concat('a'",
    "[concat('a' 'b')]",
    "[concat('a'))]",
    "[]",
  ])("%s is not known before the deployment", async (expression) => {
    const value = await worth(expression);
    expect(value).toBe(expression.endsWith("]") ? "unknown" : expression);
  });

  test("what is not known decides nothing where the rest decides", async () => {
    expect(await worth("[and(parameters('p'), false())]")).toBe("false");
    expect(await worth("[or(true(), parameters('p'))]")).toBe("true");
    expect(await worth("[if(parameters('p'), 'same', 'same')]")).toBe("same");
    expect(await worth("[and(parameters('p'), true())]")).toBe("unknown");
  });

  test("the resource group is where --region says", async () => {
    expect(await worth("[resourceGroup().location]", {}, { region: "chinanorth3" })).toBe("chinanorth3");
  });

  test("a parameter is what is given, else its default, whatever its capitals", async () => {
    const around = { parameters: { Size: { type: "int", defaultValue: 3 }, open: { type: "string" } } };
    expect(await worth("[parameters('size')]", around)).toBe("3");
    expect(await worth("[add(parameters('size'), 1)]", around, { parameters: { SIZE: "9" } })).toBe("10");
    expect(await worth("[parameters('open')]", around)).toBe("unknown");
    expect(await worth("[parameters('open')]", around, { parameters: { open: "x" } })).toBe("x");
  });

  test("a parameter that is given something of another type is an error that names it and its line", async () => {
    const around = { parameters: { size: { type: "int" } } };
    await expect(worth("[parameters('size')]", around, { parameters: { size: "many" } })).rejects.toMatchObject({
      code: "input",
      message: "t.json:1: the parameter size is given something that is no int",
    });
  });

  test("a secret is not known, whoever gives it and however it is handed on", async () => {
    const around = {
      definitions: { hidden: { type: "secureObject" } },
      parameters: { a: { type: "secureString", defaultValue: "s3cret" }, b: { $ref: "#/definitions/hidden" } },
      variables: { c: "[concat('x', parameters('a'))]" },
    };
    for (const expression of ["[parameters('a')]", "[variables('c')]", "[parameters('b').key]"]) {
      expect(await worth(expression, around, { parameters: { a: "s3cret", b: { key: "s3cret" } } })).toBe("unknown");
    }
  });

  test("functions of the template's own are worked out", async () => {
    const around = {
      functions: [
        {
          namespace: "contoso",
          members: {
            named: {
              parameters: [{ name: "p", type: "string" }],
              output: { value: "[concat('n-', parameters('p'))]" },
            },
          },
        },
      ],
    };
    expect(await worth("[contoso.named('x')]", around)).toBe("n-x");
  });

  test("a circle among variables and parameters is an error that names it", async () => {
    const around = {
      parameters: { p: { type: "string", defaultValue: "[variables('a')]" } },
      variables: { a: "[variables('b')]", b: "[concat('x', parameters('p'))]" },
    };
    await expect(worth("[variables('a')]", around)).rejects.toMatchObject({
      code: "input",
      message:
        "t.json:1: a value that needs itself: variables('a') -> variables('b') -> parameters('p') -> variables('a')",
    });
  });

  test("values that double at every step are refused and not made", async () => {
    const variables = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `v${index}`,
        index === 0 ? "x" : `[createArray(variables('v${index - 1}'), variables('v${index - 1}'))]`,
      ]),
    );
    await expect(worth("[variables('v59')]", { variables })).rejects.toThrow(/more than 200000 parts/);
    const texts = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `v${index}`,
        index === 0 ? "xx" : `[concat(variables('v${index - 1}'), variables('v${index - 1}'))]`,
      ]),
    );
    expect(await worth("[variables('v59')]", { variables: texts })).toBe("unknown");
  });

  test("an expression nested without end is not worked out", async () => {
    expect(await worth(`[${"concat(".repeat(5000)}'a'${")".repeat(5000)}]`)).toBe("unknown");
  });

  test("any text in brackets is read without an error", async () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const pieces = [
      "concat(",
      "'a'",
      ")",
      ",",
      "[",
      "]",
      ".",
      "?",
      "parameters('p')",
      "-1",
      "x",
      "''",
      "'",
      "copyIndex()",
      " ",
    ];
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join("");
      await worth(`[${text}]`);
    }
  });
});

test("what a lambda makes of what is not known yet still leads to the resources that it is made of", async () => {
  const storage = { type: "Microsoft.Storage/storageAccounts", name: "logs" };
  const value = "[map(parameters('names'), lambda('n', reference('logs').primaryEndpoints.blob))]";
  const [, one] = await read({
    $schema: schema,
    languageVersion: "2.0",
    parameters: { names: { type: "array" } },
    resources: { logs: storage, one: { type: "Microsoft.Test/things", name: "one", properties: { value } } },
  });
  expect(one?.settings.refs("properties.value")).toEqual(["Microsoft.Storage/storageAccounts/logs"]);
});

test("lambdas within lambdas come to an end", async () => {
  const nested = (depth: number): string =>
    depth === 0 ? "1" : `map(range(0, 1000), lambda('x', ${nested(depth - 1)}))`;
  await expect(worth(`[length(${nested(4)})]`)).rejects.toThrow(/steps|copies|values/);
});
