import type { ComputeManagementClient } from "@azure/arm-compute";
import type { AzureSession } from "./session.ts";

/** The compute client of one subscription. Its SDK is large and loads when a compute type is read, not before. */
export async function computeClient(session: AzureSession, apiVersion: string): Promise<ComputeManagementClient> {
  const { ComputeManagementClient } = await import("@azure/arm-compute");
  return new ComputeManagementClient(session.credential, session.scope.account, session.arm.clientOptions(apiVersion));
}
