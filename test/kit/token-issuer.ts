import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { readIssuers } from '../../gateway/identity/read-issuers.ts';
import type { TrustedIssuer } from '../../gateway/identity/trusted-issuer.ts';
import type { Tell } from '../../shared/log/log.ts';

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

/** An organisation's identity provider: signs tokens, and shows its public keys over real HTTP. */
export class TokenIssuer {
  readonly issuer: string;
  /** What it shows; a test changes it like a rotation does. */
  shown: JWK[] = [];
  /** How often it was asked for its keys. */
  asked = 0;
  /** What it does with a request; shows its keys by default. */
  answer: (response: ServerResponse) => void = (response) => this.show(response);
  readonly #private = new Map<string, { key: CryptoKey; alg: string }>();
  readonly #server: Server;

  constructor(issuer = 'https://id.example') {
    this.issuer = issuer;
    this.#server = createServer((_, response) => {
      this.asked++;
      this.answer(response);
    });
  }

  async start(port = 0): Promise<this> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get jwks(): string {
    return `http://127.0.0.1:${this.port}/jwks`;
  }

  show(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: this.shown }));
  }

  /** Makes a key that signs from now on, and shows it. */
  async addKey(kid: string, alg = 'ES256'): Promise<JWK> {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    this.#private.set(kid, { key: privateKey, alg });
    const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig' };
    this.shown.push(jwk);
    return jwk;
  }

  /** A token as it should be, for five minutes, but for what is given; `undefined` leaves a claim out. */
  async sign(claims: object = {}, header: Partial<JWTHeaderParameters> = {}, kid = 'first'): Promise<string> {
    const { key, alg } = this.#private.get(kid) ?? {};
    if (!key || !alg) throw new Error(`There is no key ${kid}.`);
    const now = nowInSeconds();
    const all = { iss: this.issuer, aud: 'hub', sub: 'ada', iat: now, exp: now + 300, ...claims };
    const given = JSON.parse(JSON.stringify(all));
    return new SignJWT(given).setProtectedHeader({ alg, kid, ...header }).sign(key);
  }

  /** As the gateway trusts it, with all the keys' fetching. */
  trusted(settings: object = {}, log: Tell = () => {}): TrustedIssuer {
    const file = issuersFile([{ ...this.entry, ...settings }]);
    try {
      const [trusted] = readIssuers(file, log);
      return trusted as TrustedIssuer;
    } finally {
      rmSync(path.dirname(file), { recursive: true });
    }
  }

  /** Its entry in the file of `TRUSTED_ISSUERS`. */
  get entry() {
    return { issuer: this.issuer, jwks: this.jwks, audience: 'hub', organisations: 'all', scopes: ['cps:write'] };
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

/** Writes a file for `TRUSTED_ISSUERS`, in a folder of its own. */
export function issuersFile(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-issuers-')), 'issuers.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
