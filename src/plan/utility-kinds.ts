/**
 * Terraform providers whose resources hold no data of the organisation in any cloud: values, names, files of the machine that
 * runs Terraform, and pauses (registry.terraform.io, read 2026-11-22).
 */
const utilities: readonly string[] = [
  "archive_",
  "cloudinit_",
  "external",
  "http",
  "local_",
  "null_",
  "random_",
  "template_",
  "terraform_",
  "time_",
  "tls_",
];

/** Whether a template's type belongs to no cloud at all. */
export function isUtility(kind: string): boolean {
  return utilities.some((prefix) => kind === prefix || (prefix.endsWith("_") && kind.startsWith(prefix)));
}
