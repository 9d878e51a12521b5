/** What a loopback cloud does to one operation, to show that nothing is lost in silence. */
export interface Fault {
  /** The API's operation name, or `*`. */
  readonly operation: string;
  /** Only of this service, where several of a provider share an operation's name. */
  readonly service?: string;
  /** Only in this region. */
  readonly region?: string;
  /** Only calls that name this resource. */
  readonly resource?: string;
  readonly answer: "denied" | "throttled" | "server-error" | "malformed" | "hang" | "repeat-token";
  /** How often before it answers again; left out = always. */
  readonly times?: number;
}

export interface LoopbackOptions {
  /** Items per page, to see paging in small estates. */
  readonly pageSize?: number;
  /** Deals items to pages in another order. */
  readonly shuffleSeed?: number;
  readonly faults?: readonly Fault[];
  /** Seconds that a throttled caller is asked to wait; 0 when left out. */
  readonly retryAfter?: number;
}

/** One request as it was seen on the wire. */
export interface LoopbackCall {
  readonly operation: string;
  readonly region: string | null;
  readonly resource: string | null;
}

export interface LoopbackCloud {
  /** `http://127.0.0.1:port` (https for Azure). */
  readonly url: string;
  readonly calls: readonly LoopbackCall[];
  /** PEM of the private CA, where the protocol insists on TLS. */
  readonly ca?: string;
  close(): Promise<void>;
}
