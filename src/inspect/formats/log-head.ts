import { asBuffer } from "./bytes.ts";
import { eachPair } from "./log-pairs.ts";

const mostLines = 200;
const time = String.raw`\d\d?:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?`;

/** Entries that begin with a time, a priority of syslog, a level, or the address of a client. */
const entries: readonly RegExp[] = [
  new RegExp(String.raw`^(?:<\d{1,3}>\d? ?)?[[(]?\d{4}[-/.]\d\d?[-/.]\d\d?[T ]${time}[\])]?(?: |\[|: )`),
  new RegExp(String.raw`^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]?\d (?:\d{4} )?${time} `),
  new RegExp(String.raw`^[[(]?${time}[\])]? \S`),
  /^\S{1,100} \S{1,100} \S{1,100} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/,
  /^[[(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)[\])]?[ :]/i,
  /^[\w.-]{1,60}=(?:"[^"]{0,200}"|\S{0,200}) +[\w.-]{1,60}=(?:"|\S)/,
];

/** Whether most lines of a head are entries of a log; in a file that is named so, lines with keys and values will do. */
export function beginsLog(head: Uint8Array, path: string): boolean {
  const buffer = asBuffer(head);
  const isNamed = /\.log(\.|-|_|$)/i.test(path);
  let lines = 0;
  let good = 0;
  for (let from = 0; from < buffer.length && lines < mostLines; ) {
    const found = buffer.indexOf(10, from);
    if (found === -1 && lines > 0 && buffer.length > 60_000) break;
    const to = found === -1 ? buffer.length : found;
    const line = buffer.toString("latin1", from, Math.min(to, from + 600));
    if (line.trim() !== "") {
      lines++;
      if (entries.some((entry) => entry.test(line)) || (isNamed && hasPair(buffer, from, Math.min(to, from + 600))))
        good++;
    }
    from = to + 1;
  }
  return good > (isNamed ? 0 : 1) && good >= lines / 2;
}

function hasPair(bytes: Uint8Array, from: number, to: number): boolean {
  let found = false;
  eachPair(bytes, from, to, () => {
    found = true;
  });
  return found;
}
