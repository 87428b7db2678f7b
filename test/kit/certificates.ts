import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  cert: string;
  key: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** An authority that signs for others; nobody believes it who is not told to. */
export async function authority(name: string): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { cert, key };
}

interface Facts {
  /** The names that it is good for; an address may be one. */
  host?: string;
  /** Whether its time was over yesterday. */
  isExpired?: boolean;
}

/** A certificate for a server or a client, signed by the authority. */
export async function certificate(
  ca: Certificate,
  { host = '127.0.0.1', isExpired = false }: Facts = {},
): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'hub' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca,
    notBeforeDate: new Date(Date.now() - 10 * DAY_MS),
    notAfterDate: new Date(Date.now() + (isExpired ? -DAY_MS : DAY_MS)),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      { name: 'subjectAltName', altNames: [/^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }] },
    ],
  });
  return { cert, key };
}

/** Texts as files, which settings name. */
export class PemFiles {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'hub-pem-'));
  #count = 0;

  write(text: string): string {
    const file = path.join(this.#folder, `${this.#count++}.pem`);
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
