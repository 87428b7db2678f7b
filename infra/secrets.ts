import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

export interface Secrets {
  /** Whoever sends it runs the hub. */
  operatorToken: string;
  /** Of the embedded server's superuser. */
  postgresPassword: string;
  /** Of the owner of the embedded server's event log. */
  eventsPassword: string;
  /** Of the gateway, which reads the embedded server's event log. */
  gatewayPassword: string;
  /** Of the roles that run subgraphs. */
  databasePasswords: Record<SubgraphName, string>;
  /** Of the roles that own their tables. */
  ownerPasswords: Record<SubgraphName, string>;
  /** What the gateway signs with, for each subgraph another. */
  subgraphKeys: Record<SubgraphName, string>;
  /** What `hub token` signs with: an Ed25519 key as a JWK. */
  localIssuerKey: JsonWebKey;
  /** Of which the Centre makes the pseudonym that a receiving subgraph knows a person by; that subgraph never learns it. */
  pseudonymKeys: { institutions: string };
}

/** What the first hubs did not have. */
type Later = 'eventsPassword' | 'gatewayPassword' | 'ownerPasswords' | 'localIssuerKey' | 'pseudonymKeys';

const secret = (): string => randomBytes(32).toString('base64url');

const signingKey = (): JsonWebKey => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

const forEach = (): Record<SubgraphName, string> =>
  Object.fromEntries(SUBGRAPHS.map((name) => [name, secret()])) as Record<SubgraphName, string>;

export const secretsFile = (home: string): string => path.join(home, 'secrets.json');

/** The secrets of a hub that was started before; null where none was. */
export function readSecrets(home: string): Secrets | null {
  const file = secretsFile(home);
  if (!existsSync(file)) return null;
  const kept: Omit<Secrets, Later> & Partial<Secrets> = JSON.parse(readFileSync(file, 'utf8'));
  const { eventsPassword, gatewayPassword, ownerPasswords, localIssuerKey, pseudonymKeys } = kept;
  if (eventsPassword && gatewayPassword && ownerPasswords && localIssuerKey && pseudonymKeys) {
    return { ...kept, eventsPassword, gatewayPassword, ownerPasswords, localIssuerKey, pseudonymKeys };
  }
  return write(home, {
    ...kept,
    eventsPassword: eventsPassword ?? secret(),
    gatewayPassword: gatewayPassword ?? secret(),
    ownerPasswords: ownerPasswords ?? forEach(),
    localIssuerKey: localIssuerKey ?? signingKey(),
    pseudonymKeys: pseudonymKeys ?? { institutions: secret() },
  });
}

/** Makes the secrets of a new hub, readable for its own account alone. */
export function makeSecrets(home: string): Secrets {
  return write(home, {
    operatorToken: secret(),
    postgresPassword: secret(),
    eventsPassword: secret(),
    gatewayPassword: secret(),
    databasePasswords: forEach(),
    ownerPasswords: forEach(),
    subgraphKeys: forEach(),
    localIssuerKey: signingKey(),
    pseudonymKeys: { institutions: secret() },
  });
}

function write(home: string, secrets: Secrets): Secrets {
  mkdirSync(home, { recursive: true });
  const draft = `${secretsFile(home)}.draft`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, secretsFile(home)); // whole or not at all
  return secrets;
}
