import { readFileSync } from 'node:fs';
import { createSecureContext, type SecureVersion } from 'node:tls';

export const OLDEST_TLS: SecureVersion = 'TLSv1.2';

/** Texts of certificates and keys. */
export interface ServerTls {
  cert: string;
  key: string;
  /** Who may connect: those who show a certificate of this authority. Without it, everybody. */
  clientCa: string | undefined;
}

/** Reads the files that `TLS_CERT`, `TLS_KEY` and `TLS_CLIENT_CA` name; undefined where none is set. */
export function serverTls(environment: NodeJS.ProcessEnv): ServerTls | undefined {
  const cert = readPem(environment, 'TLS_CERT');
  const key = readPem(environment, 'TLS_KEY');
  const clientCa = readPem(environment, 'TLS_CLIENT_CA');
  if (!cert && !key && !clientCa) return undefined;
  if (!cert || !key) throw new Error('TLS needs both TLS_CERT and TLS_KEY.');
  try {
    createSecureContext({ cert, key, ca: clientCa });
  } catch (cause) {
    throw new Error(`TLS_CERT, TLS_KEY or TLS_CLIENT_CA cannot be used: ${(cause as Error).message}`, { cause });
  }
  return { cert, key, clientCa };
}

/** The text of the file that a setting names; undefined where it names none. */
export function readPem(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = environment[name];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name}=${file} is no file that can be read.`, { cause });
  }
}
