/** Exit code for a usage, configuration or tool failure. Apart from exit-code.ts, so that `--help` loads no model. */
export const failure = 2;

/** Whether an error nobody expected shows where it came from. Asked when flags may not have been understood. */
export function wantsStack(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return /--log-level[ =]debug/.test(argv.join(" ")) || environment["JINGNEI_LOG_LEVEL"] === "debug";
}
