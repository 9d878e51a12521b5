import { serveAws } from "../../providers/aws/loopback.ts";
import { largeEstate } from "./large-estate.ts";

/** The cloud of a benchmark, in a process of its own: the scanner's memory is then the scanner's. Prints its address. */
const cloud = await serveAws(largeEstate(Number(process.argv[2])), { recordCalls: false, pageSize: 1_000 });
process.stdout.write(`${cloud.url}\n`);
process.once("SIGTERM", () => {
  void cloud.close().then(() => process.exit(0));
});
