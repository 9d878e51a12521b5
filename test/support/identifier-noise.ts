import { hitKinds } from "../../src/inspect/kernel/finder.ts";
import type { Random } from "./seeded-random.ts";
import { synthetic } from "./synthetic-identifiers.ts";

/** What touches identifiers, often in a way that makes them none. */
const joints = [
  ...["", "", " ", ",", "\n", "\t", '"', ":", "-", ".", "_", "+", "@", "(", ")", "/", "=", "%", "x", "X", "\0", "\r\n"],
  ...[
    "+86",
    "86-",
    "0086",
    "0086 ",
    "86",
    "010-",
    "0755-",
    "-6",
    ".5",
    "3.",
    "(1)",
    "(A)",
    "中",
    "号码：",
    "京",
    "粤",
    "学",
    "é",
    "😀",
  ],
];
const alphabets = [
  ...["0123456789", "0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "01", "0123456789abcdef", "19", "ABCXx019"],
  ...["0123456789 -", "0123456789.", "0123456789abcdef:-", "abz@.-_+", "A1@京.- "],
];

/** Text of about `length` characters, the most of it valid identifiers, spoilt ones and what may be taken for some. */
export function identifierNoise(length: number, random: Random): string {
  let text = "";
  while (text.length < length) text += random.pick(joints) + random.pick(makers)(random);
  return text;
}

const valid = (random: Random): string => synthetic[random.pick(hitKinds)](random);

const makers: readonly ((random: Random) => string)[] = [
  valid,
  valid,
  spoilt,
  spoilt,
  (random) => random.text(random.below(24), random.pick(alphabets)),
  (random) => random.text(random.below(12), random.pick(alphabets)),
  (random) =>
    Array.from({ length: 2 + random.below(5) }, () => random.digits(3 + random.below(2))).join(random.pick([" ", "-"])),
  (random) => Array.from({ length: 3 + random.below(3) }, () => random.below(300)).join("."),
  (random) =>
    `${random.pick(["10", "127", "172", "192.168", "17", "172.2"])}.${random.below(40)}.${random.below(300)}.1`,
  (random) => random.pick(joints),
];

/** One character changed, left out or doubled. */
function spoilt(random: Random): string {
  const characters = [...valid(random)];
  const at = random.below(characters.length);
  const old = characters[at] ?? "";
  characters[at] = random.pick([random.pick(joints), random.digits(1), random.text(1, "ABCXx-. _"), "", old + old]);
  return characters.join("");
}
