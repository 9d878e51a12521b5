import type { Command, CommanderError } from "commander";
import { didYouMean, JingneiError } from "../model/index.ts";

/** What commander did not understand, in our words: with the nearest valid flag or command, and where to read on. */
export function usageError(error: CommanderError, command: Command): JingneiError {
  const name = nameOf(command);
  const message = error.message.replace(/^error: /, "");
  const word = /'([^']*)'/.exec(message)?.[1] ?? "";
  return new JingneiError("usage", `${message}${hintOf(error.code, word, command)}`, `See \`${name} --help\`.`);
}

function hintOf(code: string, word: string, command: Command): string {
  if (code === "commander.unknownCommand") {
    const names = command.commands.map((child) => child.name());
    return `.${didYouMean(word, names)} Commands: ${names.join(", ")}`;
  }
  if (code !== "commander.unknownOption") return "";
  const own = longFlags(command);
  const [holder] = command.commands.filter((child) => longFlags(child).includes(word));
  if (holder !== undefined) return `; flags stand behind the command: ${nameOf(holder)} ${word}`;
  return `.${didYouMean(word, own)}`;
}

function longFlags(command: Command): readonly string[] {
  return [...command.options.flatMap(({ long }) => (long == null ? [] : [long])), "--help"];
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
