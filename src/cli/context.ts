import type { House } from "./house.ts";

/** What a command is given besides its own arguments. */
export interface CommandContext {
  readonly house: House;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Flags as commander found them on the command line, by camel-case name; what was not given is not there. */
export type Flags = Readonly<Record<string, unknown>>;

/** Runs one command and says its exit code. */
export type Command = (context: CommandContext, flags: Flags, args: readonly string[]) => Promise<number>;
