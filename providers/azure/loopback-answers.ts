import type { ServerResponse } from "node:http";
import type { Fault } from "../../src/model/index.ts";

/** An error in Resource Manager's form, with what must never leave a scan: names, ids, times. */
export function answerError(response: ServerResponse, status: number, code: string, message: string): void {
  answerJson(response, status, {
    error: {
      code,
      message: `${message} Request id: 3f2b6a1e-0c1d-4c8e-9b7a-5d2e1f0a9c8b, time: 2026-11-22T08:00:00Z.`,
    },
  });
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

/** The permission that reading a path needs: the types along it, without the names. */
function actionOf(path: string): string {
  const [, provided] = path.split("/providers/");
  if (provided === undefined) return "Microsoft.Resources/subscriptions/read";
  const [namespace, ...rest] = provided.split("/");
  return [namespace, ...rest.filter((_, index) => index % 2 === 0), "read"].join("/");
}

/** Plays a fault; false where the list itself has to, by repeating its token. */
export function answerFault(response: ServerResponse, fault: Fault, path: string, retryAfter: number): boolean {
  switch (fault.answer) {
    case "denied":
      answerError(
        response,
        403,
        "AuthorizationFailed",
        `The client 'auditor@haitang.example' with object id '7d1c0f3e-2222-4222-8222-222222222222' does not have authorization to perform action '${actionOf(path)}' over scope '${path}' or the scope is invalid.`,
      );
      return true;
    case "throttled":
      response.setHeader("retry-after", String(retryAfter));
      answerError(response, 429, "TooManyRequests", "The number of requests has exceeded the limit.");
      return true;
    case "server-error":
      answerError(response, 500, "InternalServerError", "The server met an unexpected condition.");
      return true;
    case "malformed":
      response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
      response.end('{"value":[{"id":"/subscriptions/');
      return true;
    case "hang":
      return true;
    case "repeat-token":
      return false;
  }
}
