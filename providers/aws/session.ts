import type { AccountSession } from "../../src/model/index.ts";
import type { AwsClient, AwsClientClass } from "./clients.ts";

/** One AWS account of one partition, entered. */
export interface AwsSession extends AccountSession {
  /** Region that global questions are asked in; always of the session's own partition. */
  readonly homeRegion: string;
  /** Whether the user's `regions:` covers a region; what a global list tells of others is left out. */
  wants(region: string): boolean;
  /** The client of a service in a region, made when first needed. */
  client<C extends AwsClient>(Client: AwsClientClass<C>, region: string): C;
}
