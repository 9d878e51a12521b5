import { describe, expect, it } from "vitest";
import { mentions } from "../../src/inspect/engine/context.ts";

describe("words of context", () => {
  it.each([
    ["Tel: ", "tel"],
    ["客户tel：", "tel"],
    ["user_ip=", "ip"],
    ['clientIp": "', "ip"],
    ["cardNo=", "card"],
    ["PHONENUMBER=", "phone"],
    ["联系手机号 ", "手机"],
    ["+86 ", "+86"],
  ])("stand in %s", (text, word) => {
    expect(mentions(text, [word])).toBe(true);
  });

  it.each([
    ["hotel 4F", "tel"],
    ["discarded", "card"],
    ["description", "ip"],
    ["template v", "lat"],
    ["machine", "mac"],
    ["search", "arc"],
  ])("do not stand in %s", (text, word) => {
    expect(mentions(text, [word])).toBe(false);
  });
});
