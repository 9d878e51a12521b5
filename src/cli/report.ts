import { askedBy } from "./asked.ts";
import { markedBy, readBaseline } from "./baseline.ts";
import type { Command } from "./context.ts";
import { findRun } from "./find-run.ts";
import { finish } from "./finish.ts";
import { outputSettings } from "./output-settings.ts";
import { storeFolder } from "./run-store.ts";
import { talkSettings, verdictSettings } from "./settings.ts";
import { prepareOutput } from "./write-output.ts";

/** Renders a finished run again. It ends as the scan would have ended with these flags. */
export const reportCommand: Command = async (context, flags, [run = ""]) => {
  const { house } = context;
  const asked = askedBy(flags, context.environment);
  const reporters = await house.reporters();
  const talk = talkSettings(asked, flags, context);
  const verdict = verdictSettings(asked);
  const output = outputSettings(asked, Object.keys(reporters));
  const baseline = await readBaseline(verdict.baseline, house);
  const found = await findRun(run, storeFolder(asked), house);
  try {
    await prepareOutput(output);
    const source = baseline === undefined ? found.source : markedBy(found.source, baseline);
    return await finish(source, { context, talk, output, reporters, verdict });
  } finally {
    found.close();
  }
};
