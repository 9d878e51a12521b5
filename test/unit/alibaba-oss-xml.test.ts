import { describe, expect, test } from "vitest";
import { z } from "zod";
import { element, parseXml, xmlText } from "../../providers/alibaba/oss-xml.ts";

const NotXml = expect.objectContaining({ code: "NotXml" });

describe("an OSS answer", () => {
  test("gives lists as lists, also with one entry, and texts as texts", () => {
    const xml = "<Tagging><TagSet><Tag><Key>n</Key><Value>007</Value></Tag></TagSet></Tagging>";
    expect(parseXml(xml)).toEqual({ Tagging: { TagSet: { Tag: [{ Key: "n", Value: "007" }] } } });
  });

  test("decodes the entities of XML and numbers, and those only once", () => {
    expect(xmlText.parse("a &lt;&amp;&#20013;&#x4e2d;&quot; &amp;lt; &other; &#xffffff;")).toBe(
      'a <&中中" &lt; &other; &#xffffff;',
    );
  });

  test("may have empty elements", () => {
    const schema = z.object({ Buckets: element({ Bucket: z.array(z.string()).default([]) }) });
    expect(schema.parse(parseXml("<Buckets/>"))).toEqual({ Buckets: { Bucket: [] } });
  });

  test.each([
    ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
    ["a cut-off document", "<ListAllMyBucketsResult><Buckets><Bucket><Name>a</Name></Bucket>"],
    ["a web page", "<html><body><br>down for maintenance</body></html>"],
    ["nothing", ""],
    ["JSON", '{"Code":"Throttling"}'],
  ])("is refused when it is %s", (_what, text) => {
    expect(() => parseXml(text)).toThrow(NotXml);
  });
});
