import { type AwsAnswer, element, requestId, xmlHead } from "./wire.ts";

const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

/** An answer of S3. */
export function xml(root: string, body: string): AwsAnswer {
  return { status: 200, body: `${xmlHead}<${root} xmlns="${namespace}">${body}</${root}>` };
}

/** A refusal, as S3 spells it. */
export function s3Error(status: number, code: string, message: string): AwsAnswer {
  return {
    status,
    body: `${xmlHead}<Error>${element("Code", code)}${element("Message", message)}${element("RequestId", requestId)}<HostId>host</HostId></Error>`,
  };
}
