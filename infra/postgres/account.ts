import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** How to start PostgreSQL, which refuses to run as root: under which ids, and behind which command. */
export interface Account {
  ids?: { uid: number; gid: number };
  prefix: string[];
}

/**
 * Finds an account that PostgreSQL accepts and that reaches the given folders: our own where that is an ordinary user;
 * for root the owner of existing data, else `postgres` or `nobody`; and where such a user cannot get at the folders
 * (a clone beneath /root), or has no name (`docker run --user`), ourselves under an ordinary name in a user namespace.
 */
export function accountFor(folders: string[], data: string): Account {
  const users = passwd();
  const self = process.getuid?.() ?? -1;
  const namespace = {
    prefix: ['unshare', '--user', `--map-user=${users.find((user) => user.uid !== 0)?.uid ?? 1}`],
  };

  if (self !== 0) return self === -1 || users.some((user) => user.uid === self) ? { prefix: [] } : namespace;

  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    return uid === 0 ? namespace : { ids: { uid, gid }, prefix: [] };
  }
  const other = users.find((user) => user.name === 'postgres') ?? users.find((user) => user.name === 'nobody');
  if (!other || !folders.every(isOpenToOthers)) return namespace;
  return { ids: { uid: other.uid, gid: other.gid }, prefix: [] };
}

/** Whether a user without rights of their own can walk down to the folder. */
function isOpenToOthers(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & constants.S_IXOTH) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function passwd(): { name: string; uid: number; gid: number }[] {
  try {
    accessSync('/etc/passwd', constants.R_OK);
  } catch {
    return [];
  }
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({
      name,
      uid: Number(uid),
      gid: Number(gid),
    }));
}
