import type { PlannedResource } from "../model/index.ts";

/** A file to be judged, read within its bounds. */
export interface TemplateFile {
  /** As the user named it; `-` = standard input. */
  readonly path: string;
  /** Empty for a folder. */
  readonly text: string;
  /** A folder of templates, such as one of HCL. */
  readonly isFolder?: true;
}

/** What the command line tells of a template besides the template. */
export interface TemplateOptions {
  /** `--region`: where the template does not say. */
  readonly region?: string;
  /** `--parameters KEY=VALUE…` and parameter files. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `--source`: folder of the HCL behind a plan. */
  readonly source?: string;
}

/** Something of a template that could not be read. */
export interface TemplateGap {
  /** The resource it is about; `null` = the file. */
  readonly address: string | null;
  /** The template's type of that resource. */
  readonly kind: string;
  /** In words, without values. */
  readonly detail: string;
}

/** What a template takes of `--parameters`. */
export interface TemplateParameters {
  /** As it declares them. */
  readonly names: readonly string[];
  takes(name: string): boolean;
}

/** A template, read. */
export interface Template {
  readonly resources: Iterable<PlannedResource>;
  readonly gaps: readonly TemplateGap[];
  /** `--source` was not given and may tell what is not known yet. */
  readonly sourceMayTell?: true;
  /** What a reader of the report should know of the template as a whole: that it declares nothing. */
  readonly notes?: readonly string[];
  /** Left out: none, since all values are in it. `any`: something that is not run may declare more. */
  readonly parameters?: TemplateParameters | "any";
}

/** A format of templates: one folder each under `plan/`, one line each in `formats.ts`. */
export interface TemplateFormat {
  /** `terraform-plan`, `cloudformation`. */
  readonly id: string;
  /** As messages name it: "Terraform plan JSON". */
  readonly title: string;
  /** Of a format that folders hold: the ends of its files' names, for a message. */
  readonly fileEnds?: readonly string[];
  /**
   * Whether the document is of this format. Looks at its top level only, and is quick.
   * @param document the parsed JSON; `undefined` where the text is none: YAML is for the format to parse, within its own bounds.
   */
  recognises(document: unknown, file: TemplateFile): boolean;
  /** @throws JingneiError `input` that names file and place and says what to do. */
  read(document: unknown, file: TemplateFile, options: TemplateOptions): Template | Promise<Template>;
}
