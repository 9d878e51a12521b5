import { open } from "node:fs/promises";
import { ContentError, type ContentGap, type ContentObject } from "../../model/index.ts";

/** Bytes that are asked for at a time. */
const chunkBytes = 1024 ** 2;

/** A file of this machine, opened when it is read. */
export function localFile(path: string, size: number, version: string): ContentObject {
  return {
    path,
    size,
    version,
    async *stream(signal) {
      const file = await opened(path);
      try {
        for (let at = 0; ; ) {
          signal.throwIfAborted();
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(chunkBytes), 0, chunkBytes, at);
          if (bytesRead === 0) return;
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    },
    async *blocks(signal) {
      const file = await opened(path);
      const [one, other] = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)];
      // The next block is read while this one is looked at. Settled in any case, so that nobody has to wait for a failure.
      const ask = (into: Buffer, at: number) =>
        file.read(into, 0, chunkBytes, at).then(
          (result) => () => result,
          (error: unknown) => () => {
            throw error;
          },
        );
      let asked = ask(one, 0);
      try {
        for (let at = 0; ; ) {
          const { bytesRead, buffer } = (await asked)();
          signal.throwIfAborted();
          if (bytesRead === 0) return;
          at += bytesRead;
          asked = ask(buffer === one ? other : one, at);
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await asked;
        await file.close();
      }
    },
    async read(from, length, signal) {
      signal.throwIfAborted();
      const file = await opened(path);
      try {
        const wanted = Math.max(0, Math.min(length, size - from));
        const buffer = Buffer.alloc(wanted);
        let had = 0;
        while (had < wanted) {
          const { bytesRead } = await file.read(buffer, had, wanted - had, from + had);
          if (bytesRead === 0) break;
          had += bytesRead;
        }
        return buffer.subarray(0, had);
      } finally {
        await file.close();
      }
    },
  };
}

async function opened(path: string) {
  try {
    return await open(path, "r");
  } catch (error) {
    const { reason, detail } = reasonOf(error);
    throw new ContentError(reason, detail, error);
  }
}

/** What an error of the file system means. */
export function reasonOf(error: unknown): Pick<ContentGap, "reason" | "detail"> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") return { reason: "denied", detail: "may not be read (no permission)" };
  if (code === "ENOENT") return { reason: "failed", detail: "is not there" };
  return { reason: "failed", detail: `cannot be opened (${code === "" ? "error" : code})` };
}
