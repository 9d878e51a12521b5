/** What a file says, whatever it is written as. */
export interface Content {
  readonly title: string;
  /** Running text; empty where there are tables only. */
  readonly paragraphs: readonly string[];
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  /** "" = no value. */
  readonly rows: readonly (readonly string[])[];
}

/** Simplified characters, or traditional ones for files in Big5. */
export type Script = "simplified" | "traditional";
