import { KinesisClient } from "@aws-sdk/client-kinesis";
import { SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { createClients } from "../../providers/aws/clients.ts";

function clients(endpoint?: string) {
  return createClients({
    credentials: async () => ({ accessKeyId: "test", secretAccessKey: "test" }),
    profile: undefined,
    endpoint,
    environment: {},
    timeoutMs: 1_000,
    contacted: () => undefined,
    isEnabled: () => true,
  });
}

describe.each([undefined, "http://127.0.0.1:9"])("clients at %s", (endpoint) => {
  test("send what is signed to the region's endpoint, whatever host the URL of a queue names", () => {
    expect(clients(endpoint)(SQSClient, "cn-north-1").config.useQueueUrlAsEndpoint).toBe(false);
  });

  test("speak HTTP/1.1 where the SDK would speak HTTP/2, with the limits of all others", () => {
    const { requestHandler } = clients(endpoint)(KinesisClient, "cn-north-1").config;
    expect(requestHandler.metadata).toEqual({ handlerProtocol: "http/1.1" });
  });
});
