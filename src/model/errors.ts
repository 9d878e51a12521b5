/** Something the user can put right. The top level prints `message`, then `remedy`; exit code 2. */
export class JingneiError extends Error {
  readonly code: "usage" | "config" | "credential" | "input" | "internal";
  /** What to do next, one sentence. */
  readonly remedy: string;
  constructor(code: JingneiError["code"], message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "JingneiError";
    this.code = code;
    this.remedy = remedy;
  }
}
