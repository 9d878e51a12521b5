import type { WireObject } from "./estate.ts";
import { type Operation, Refusal } from "./operations.ts";
import { type AwsAnswer, type AwsRequest, type LoopbackService, requestId, xmlHead } from "./wire.ts";
import { toXml } from "./xml.ts";

/** A service whose operations answer from the collections of the estate. */
interface Described {
  /** As the credential scope of a signature names it; also the key of the estate's `services`. */
  readonly id: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Parameters that name a resource; the first that is there is what a call is about. */
  readonly about?: readonly string[];
  readonly throttled?: LoopbackService["throttled"];
  readonly denied?: LoopbackService["denied"];
}

interface Protocol {
  read(request: AwsRequest): { readonly operation: string; readonly input: WireObject };
  write(operation: string, answer: WireObject): AwsAnswer;
  readonly error: LoopbackService["error"];
  readonly throttled: LoopbackService["throttled"];
  readonly denied: LoopbackService["denied"];
}

/** `awsJson1_0` and `awsJson1_1`: everything is POSTed to `/`, the operation stands in a header. */
export function jsonService(description: Described & { readonly version: "1.0" | "1.1" }): LoopbackService {
  const type = `application/x-amz-json-${description.version}`;
  return serviceOf(description, {
    read: ({ target, body }) => ({ operation: target.slice(target.lastIndexOf(".") + 1), input: parsed(body) }),
    write: (_operation, answer) => json(200, type, answer),
    error: (status, code, message) => json(status, type, { __type: code, message }),
    throttled: { status: 400, code: "ThrottlingException" },
    denied: { status: 400, code: "AccessDeniedException" },
  });
}

/** `restJson1`: routes such as `GET /2015-02-01/file-systems/{FileSystemId}/policy`, the operation told by the route. */
export function restService(
  description: Described & { readonly routes: Readonly<Record<string, string>> },
): LoopbackService {
  const routes = Object.entries(description.routes).map(([route, operation]) => ({ ...routeOf(route), operation }));
  return serviceOf(description, {
    read({ method, path, query, body }) {
      for (const route of routes) {
        const found = route.method === method ? route.pattern.exec(path.replace(/(?<=.)\/$/, "")) : null;
        if (found === null) continue;
        const named = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
        return {
          operation: route.operation,
          input: { ...Object.fromEntries(query), ...parsed(body), ...Object.fromEntries(named) },
        };
      }
      return { operation: `${method} ${path}`, input: {} };
    },
    write: (_operation, answer) => json(200, "application/json", answer),
    error: (status, code, message) => ({
      ...json(status, "application/json", { message }),
      headers: { "content-type": "application/json", "x-amzn-errortype": code },
    }),
    throttled: { status: 429, code: "ThrottlingException" },
    denied: { status: 403, code: "AccessDeniedException" },
  });
}

/** `awsQuery`: a form is POSTed, XML comes back. `itemNames` are the elements of lists where they are not `member`. */
export function queryService(
  description: Described & { readonly namespace: string; readonly itemNames?: Readonly<Record<string, string>> },
): LoopbackService {
  const { namespace, itemNames = {} } = description;
  return serviceOf(description, {
    read: ({ form }) => ({ operation: form.get("Action") ?? "Unknown", input: Object.fromEntries(form) }),
    write: (operation, answer) => ({
      status: 200,
      body: `${xmlHead}<${operation}Response xmlns="${namespace}"><${operation}Result>${toXml(answer, itemNames)}</${operation}Result><ResponseMetadata>${toXml({ RequestId: requestId }, {})}</ResponseMetadata></${operation}Response>`,
    }),
    error: (status, code, message) => ({
      status,
      body: `${xmlHead}<ErrorResponse xmlns="${namespace}"><Error>${toXml({ Type: "Sender", Code: code, Message: message }, {})}</Error>${toXml({ RequestId: requestId }, {})}</ErrorResponse>`,
    }),
    throttled: { status: 400, code: "Throttling" },
    denied: { status: 403, code: "AccessDenied" },
  });
}

function serviceOf(description: Described, protocol: Protocol): LoopbackService {
  const { id, operations, about = [] } = description;
  return {
    id,
    error: protocol.error,
    throttled: description.throttled ?? protocol.throttled,
    denied: description.denied ?? protocol.denied,
    identify(request) {
      const { operation, input } = protocol.read(request);
      const field = about.find((name) => input[name] !== undefined);
      return { operation, resource: field === undefined ? null : String(input[field]) };
    },
    answer(request, operation, context) {
      const { account, region } = request;
      const perform = operations[operation];
      if (perform === undefined) return protocol.error(400, "InvalidAction", `The action ${operation} is not valid.`);
      const held = account.services?.[region]?.[id] ?? {};
      const { pager, repeatToken } = context;
      try {
        const { input } = protocol.read(request);
        return protocol.write(operation, perform({ input, held, account, region, pager, repeatToken }));
      } catch (error) {
        if (error instanceof Refusal) return protocol.error(error.status, error.code, error.message);
        throw error;
      }
    },
  };
}

function routeOf(route: string): { readonly method: string; readonly pattern: RegExp } {
  const [method = "", path = ""] = route.split(" ", 2);
  return { method, pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`) };
}

function parsed(body: string): WireObject {
  if (body === "") return {};
  const value: unknown = JSON.parse(body);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function json(status: number, type: string, value: unknown): AwsAnswer {
  return { status, headers: { "content-type": type }, body: JSON.stringify(value) };
}
