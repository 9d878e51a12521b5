/** Exit code for a usage, configuration or tool failure. Apart from exit-code.ts, so that `--help` loads no model. */
export const failure = 2;
