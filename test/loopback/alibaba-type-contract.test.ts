import { describeTypesOf } from "../support/type-contract.ts";

await describeTypesOf("alibaba");
