import { generate } from "selfsigned";

/** A private certificate authority and one server certificate of it, for 127.0.0.1 alone. */
export interface LoopbackAuthority {
  /** What a client has to trust, as PEM. */
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
}

/** Made anew at each start, so that no private key lies anywhere. */
export async function createLoopbackAuthority(): Promise<LoopbackAuthority> {
  const common = { keyType: "ec", algorithm: "sha256" } as const;
  const authority = await generate([{ name: "commonName", value: "jingnei loopback authority" }], {
    ...common,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
  });
  return { ca: authority.cert, key: server.private, cert: server.cert };
}
