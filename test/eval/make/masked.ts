import type { Label } from "./label.ts";

/** As forms show it: the head and the tail, stars between. What is never masked stays as it is. */
export function masked(label: Label, value: string): string {
  const digits = value.replaceAll(/[ -]/g, "");
  if (label === "cn-resident-id" || label === "cn-residence-permit")
    return `${digits.slice(0, 6)}********${digits.slice(-4)}`;
  if (label === "cn-mobile" && digits.length === 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (label === "bank-card") return `${digits.slice(0, 6)}${"*".repeat(digits.length - 10)}${digits.slice(-4)}`;
  if (label === "cn-name" && /^\p{Script=Han}{2,3}$/u.test(value)) return `${value[0]}${"*".repeat(value.length - 1)}`;
  if (label === "email") return value.replace(/^(..).*@/, "$1***@");
  return value;
}
