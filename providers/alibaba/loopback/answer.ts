/** What goes back over the wire. `hang` never answers. */
export interface Answer {
  readonly status: number;
  readonly type: "application/json" | "application/xml" | "text/html" | "application/octet-stream";
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const garbage: Answer = {
  status: 200,
  type: "text/html",
  body: "<html><body><h1>Welcome to nginx!</h1><br></body></html>",
};
