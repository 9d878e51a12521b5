import type { House } from "./house.ts";

/** What a command is given besides its own arguments. */
export interface CommandContext {
  readonly house: House;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Read when a command talks with somebody; touching it before would hold the terminal. */
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Flags as commander found them on the command line, by camel-case name; what was not given is not there. */
export type Flags = Readonly<Record<string, unknown>>;

/** Runs one command and says its exit code. */
export type Command = (context: CommandContext, flags: Flags, args: readonly string[]) => Promise<number>;
