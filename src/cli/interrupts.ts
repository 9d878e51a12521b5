import { interrupted } from "./exit-code.ts";

/** The first Ctrl-C asks the run to end with what is there, the second ends the process. */
export interface Interrupts {
  readonly signal: AbortSignal;
  release(): void;
}

export function listenForInterrupts(tell: (message: string) => void = () => undefined): Interrupts {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(interrupted);
    controller.abort();
    tell("stopping; the report is written with what is there (again to stop at once)");
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    release() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}
