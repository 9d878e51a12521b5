import { attributes, xmlText } from "./xml.ts";

export interface TestCase {
  /** What is grouped together: a rule, or `coverage`. */
  readonly classname: string;
  /** The same in every run, and no other case of its class has it: servers follow a case through time by these two. */
  readonly name: string;
  readonly outcome:
    | { readonly kind: "passed" }
    | {
        readonly kind: "failure" | "error" | "skipped";
        readonly type: string;
        readonly message: string;
        readonly lines: readonly string[];
      };
}

export interface Suite {
  readonly name: string;
  readonly timestamp: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
  readonly notes?: readonly string[];
}

/** A suite as Jenkins' junit-10.xsd has it, which GitLab and Azure DevOps read as well. */
export function suiteXml({ name, timestamp, properties = {}, cases, notes = [] }: Suite): string {
  const count = (kind: TestCase["outcome"]["kind"]): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  const head = {
    name,
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
    time: "0",
    timestamp,
  };
  return [
    `<testsuite${attributes(head)}>`,
    ...propertiesXml(properties),
    ...cases.map(caseXml),
    ...(notes.length > 0 ? [`<system-out>${notes.map(xmlText).join("\n")}</system-out>`] : []),
    "</testsuite>\n",
  ].join("\n");
}

function propertiesXml(properties: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(properties);
  if (entries.length === 0) return [];
  return [
    "<properties>",
    ...entries.map(([name, value]) => `<property${attributes({ name, value })}/>`),
    "</properties>",
  ];
}

function caseXml({ classname, name, outcome }: TestCase): string {
  const head = `<testcase${attributes({ classname, name, time: "0" })}`;
  if (outcome.kind === "passed") return `${head}/>`;
  const { kind, type, message, lines } = outcome;
  // Azure DevOps and Jenkins show the message first and the text beside it; a skipped case has the message only.
  const text = kind === "skipped" ? "" : lines.map(xmlText).join("\n");
  return `${head}>\n<${kind}${attributes({ type, message })}>${text}</${kind}>\n</testcase>`;
}
