export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** Hands out credentials that are valid now; temporary ones are fetched again before they expire. */
export type CredentialProvider = () => Promise<Credentials>;

/** A role to assume before anything else, as a profile of mode RamRoleArn states it. */
export interface RoleToAssume {
  readonly arn: string;
  readonly sessionName: string;
}
