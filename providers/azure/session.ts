import type { TokenCredential } from "@azure/identity";
import type { AccountSession, ResourceType } from "../../src/model/index.ts";
import type { Arm } from "./arm.ts";
import type { BlobService } from "./blob.ts";
import type { AzureCloudFacts } from "./clouds.ts";

/** One subscription, entered. Type files make their own client from it, when they collect. */
export interface AzureSession extends AccountSession {
  readonly arm: Arm;
  readonly credential: TokenCredential;
  readonly cloud: AzureCloudFacts;
  readonly blob: BlobService;
  /** Regions the source entry asks for, in canonical spelling; `null` = all. Lists cover all regions, so records are sifted. */
  readonly wanted: ReadonlySet<string> | null;
}

export interface AzureResourceType extends ResourceType<AzureSession> {
  /** Resource Manager types whose resources this file reads: what the census need not report. */
  readonly armTypes: readonly string[];
}
