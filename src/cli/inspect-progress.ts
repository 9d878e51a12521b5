import type { InspectedObject } from "../inspect/document.ts";
import { printable } from "./print-error.ts";
import { createStatusLine, type StatusSettings } from "./status-line.ts";

/** One line on a terminal: how much was looked at, and where. */
export function createInspectProgress(
  stderr: NodeJS.WriteStream,
  settings: StatusSettings,
  now: () => number,
): { readonly seen: (object: InspectedObject) => void; clear(): void } {
  const line = createStatusLine(stderr, settings, now);
  let [objects, bytes, holding] = [0, 0, 0];
  return {
    seen(object) {
      objects += 1;
      bytes += object.inspectedBytes;
      if (object.class !== "unclassified") holding += 1;
      line.draw(() => {
        const mib = Math.round(bytes / 1024 ** 2).toLocaleString("en-US");
        return printable(
          `${objects.toLocaleString("en-US")} objects · ${mib} MiB · ${holding} with data · ${object.path}`,
        );
      });
    },
    clear: line.clear,
  };
}
