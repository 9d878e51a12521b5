import { type AwsAnswer, element, type LoopbackService, requestId, xmlHead } from "./wire.ts";

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

export const sts: LoopbackService = {
  id: "sts",
  throttled: { status: 400, code: "Throttling" },
  denied: { status: 403, code: "AccessDenied" },
  identify: ({ form }) => ({ operation: form.get("Action") ?? "Unknown", resource: form.get("RoleArn") }),
  error: (status, code, message) => ({
    status,
    body: `${xmlHead}<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type>${element("Code", code)}${element("Message", message)}</Error>${element("RequestId", requestId)}</ErrorResponse>`,
  }),
  answer(request, operation, context) {
    const { account, accessKey } = request;
    if (operation === "GetCallerIdentity") {
      return result(
        operation,
        `${element("Arn", `arn:${account.partition}:iam::${account.id}:user/audit`)}${element("UserId", `AIDA${accessKey}`)}${element("Account", account.id)}`,
      );
    }
    if (operation !== "AssumeRole") return sts.error(400, "InvalidAction", `Could not find operation ${operation}`);
    const role = request.form.get("RoleArn") ?? "";
    const key = context.assume(role);
    if (key === undefined) {
      return sts.error(
        403,
        "AccessDenied",
        `User: arn:${account.partition}:iam::${account.id}:user/audit is not authorized to perform: sts:AssumeRole on resource: ${role}`,
      );
    }
    return result(
      operation,
      `<Credentials>${element("AccessKeyId", key)}${element("SecretAccessKey", "loopback")}${element("SessionToken", "loopback-session")}${element("Expiration", "2099-01-01T00:00:00Z")}</Credentials><AssumedRoleUser>${element("Arn", `${role}/jingnei`)}${element("AssumedRoleId", "AROALOOPBACK:jingnei")}</AssumedRoleUser>`,
    );
  },
};

function result(operation: string, body: string): AwsAnswer {
  return {
    status: 200,
    body: `${xmlHead}<${operation}Response xmlns="${namespace}"><${operation}Result>${body}</${operation}Result><ResponseMetadata>${element("RequestId", requestId)}</ResponseMetadata></${operation}Response>`,
  };
}
