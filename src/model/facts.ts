/**
 * The facts a policy condition may name, with their CEL types. A fact that is unknown is absent from the context, so that
 * CEL's own `&&` and `||` give three-valued logic; no condition compares with a word such as "unknown".
 * Adding a fact: one line here, one line where `evaluate/` fills it in.
 */
export const factTypes = {
  operator: {
    /** Declared CIIO; an undeclared operator is judged once with true and once with false. */
    ciio: "bool",
    stateOrgan: "bool",
    sectors: "list<string>",
    /** People whose data is handled in total; absent when not declared. */
    handled: "int",
    /** Always there: whether that number is declared. */
    handledKnown: "bool",
    /** Always there: whether the declared counts decide the tier. */
    tierKnown: "bool",
    /** `assessment`, `contract-or-certificate` or `small` by the counts since 1 January; absent when they do not decide it. */
    tier: "string",
    /** Tier by the count of non-sensitive people alone; absent when that count is unknown. */
    personalTier: "string",
  },
  resource: {
    id: "string",
    type: "string",
    role: "string",
    name: "string",
    provider: "string",
    partition: "string",
    account: "string",
    /** Jurisdiction of the resource's own place; absent when not located. */
    jurisdiction: "string",
    /** The resource itself lies in the mainland; absent when not located. */
    mainland: "bool",
    /** In scope: in the mainland, collected there, or fed from there. Absent when not decided. */
    inScope: "bool",
    tags: "map<string, string>",
    /** Always there: whether its tags could be read, be they none. */
    tagsRead: "bool",
    /** Always there: whether its type states if it is encrypted at rest. Where it does not, no rule asks. */
    encryptionStated: "bool",
    /** Encrypted at rest; absent where not stated. */
    encrypted: "bool",
    /** Always there: its type states that it holds logs. */
    holdsLogs: "bool",
    /** `network`: of the network, the system or a database (trail, flow, DNS, firewall, audit); `application` for all others. Absent where it holds none, or where their kind is not known. */
    logKind: "string",
    /** Days that what it holds is kept; 36500 where it never expires. Absent where not stated. */
    retentionDays: "int",
    /** Always there: stated as a log that is switched off. */
    loggingOff: "bool",
    /** Always there: highest graded-protection level that its tags, or those of what its data came from, state; 0 = none stated. */
    mlps: "int",
  },
  edge: {
    kind: "string",
    /** `stored-in`: where the data rests, not where it goes. */
    rests: "bool",
    /** Data goes to a place of another country or region than the resource's own; absent when either is not located. */
    leaves: "bool",
    /** Granted to everyone. */
    everyone: "bool",
    /** Granted to a named account or tenant, or to everyone. */
    granted: "bool",
    /** Capability only: data can be read, it was not seen to go (`shared-with`, `reachable-from`, `served-from`). */
    accessOnly: "bool",
    /** The other end is a copy of the whole store (replica, backup, snapshot), not an extract. */
    copies: "bool",
  },
  place: {
    /** Always there: whether the place could be resolved at all. */
    located: "bool",
    jurisdiction: "string",
    country: "string",
    region: "string",
    /** Not the mainland. Hong Kong, Macao and Taiwan are outside; a grant to everyone counts as outside. Absent when not located. */
    outside: "bool",
  },
  data: {
    /** Always there: whether any class is known. */
    classified: "bool",
    class: "string",
    classes: "list<string>",
    stateSecret: "bool",
    core: "bool",
    important: "bool",
    suspectedImportant: "bool",
    /** Personal information, sensitive or not. */
    personal: "bool",
    sensitive: "bool",
    /** Every class that matters is known with confidence of at least 0.8. */
    certain: "bool",
    /** Always there: whether origin is known. */
    originKnown: "bool",
    /** Always there: its tags, or the configuration, declare less than what its content or a classification service shows. */
    understated: "bool",
    /** `mainland` or `elsewhere`; absent when not known. */
    origin: "string",
    /** Declared as collected elsewhere, but fed from a store whose data was collected in the mainland. */
    originContradicted: "bool",
    /** A whole copy in the mainland: true by a chain of copies or by declaration, false by declaration only, else absent. */
    mainlandCopy: "bool",
    /** Whole copies, the resource itself included, in two mainland regions: true by chains of copies, else absent; a scan cannot rule it out. */
    secondMainlandRegion: "bool",
    /** Always there, often empty: kinds of data that tags declare, its own or inherited (`dataKinds`). Untagged data has none. */
    kinds: "list<string>",
  },
  parameters: "map<string, dyn>",
} as const;

/** Facts of one edge, as put before the policies: only what is known. Integers are bigint, as CEL wants them. */
export interface Facts {
  readonly operator: Readonly<Record<string, unknown>>;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly edge: Readonly<Record<string, unknown>>;
  readonly place: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}
