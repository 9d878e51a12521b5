import { visible } from "../visible.ts";

/**
 * A sentence for a SARIF message, on one line. Two things in it would be read as more than text (2.1.0, 3.11.5 and 3.11.6): `{0}`
 * as a placeholder and `[words](target)` as a link. Names hold both where an attacker chose them, and brackets where Terraform did.
 */
export function messageText(text: string): string {
  return visible(text.trim())
    .replaceAll("](", "] (")
    .replace(/\{(\d+)\}/g, "{{$1}}");
}
