import type { Reporter } from "../../src/model/index.ts";
import { batch } from "../batch.ts";
import { renderPage } from "./page.ts";

/** `report.html`: one file that asks for nothing, readable without script and in print, in both languages. */
export const htmlReporter: Reporter = {
  id: "html",
  mediaType: "text/html",
  extension: "html",
  render: (source, options) => batch(renderPage(source, options)),
};
