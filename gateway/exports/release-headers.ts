import type { OutgoingHttpHeaders } from 'node:http';
import type { ExportFile } from './export-file.ts';
import type { PublishedRelease } from './published-release.ts';
import type { Wish } from './wish.ts';

/**
 * How long a cache may keep a file: the figures of a release never change, but whether it is superseded does, once; after that,
 * nothing.
 */
const CACHE_CONTROL = { PUBLISHED: 'public, max-age=600', SUPERSEDED: 'public, max-age=604800, immutable' };

/** Names the bytes: the figures, the form of the file, and whether the release is superseded, which some files tell. */
export const tagOf = ({ hash, status }: PublishedRelease, { version }: ExportFile): string =>
  `"${hash}-${version}${status === 'SUPERSEDED' ? '-superseded' : ''}"`;

export function headersOf(
  release: PublishedRelease,
  file: ExportFile,
  name: string,
  { language, territory }: Wish,
): OutgoingHttpHeaders {
  const parts = [release.dataset.code, release.period, territory ?? release.territory.code, `${release.number}`];
  if (release.status === 'SUPERSEDED') parts.push('superseded');
  if (file.isLabelled) parts.push(language);
  const named = `${parts.join('_').replace(/[^\w.-]/g, '-')}_${name}`;
  return {
    etag: tagOf(release, file),
    'cache-control': CACHE_CONTROL[release.status],
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${named}"`,
    'x-content-type-options': 'nosniff',
    ...(file.isLabelled ? { 'content-language': language } : {}),
  };
}

/** Whether one of the tags that the client has is this one; compared weakly, as RFC 9110 has it for `If-None-Match`. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((known) => ['*', tag].includes(known.trim().replace(/^W\//, '')));
}
