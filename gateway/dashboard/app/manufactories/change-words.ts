import type { ManufactoryCardFragment, ManufactoryChangeKind } from '../graph/generated/graphql.ts';
import type { Words } from '../language/text.tsx';

type Changing = Pick<ManufactoryCardFragment, 'name' | 'status' | 'supportPhase'>;

/** What happened to a manufactory, for those who hear the page. */
export function changeWords(
  change: ManufactoryChangeKind,
  { name, status, supportPhase }: Changing,
  { text, nameOf }: Words,
): string {
  if (change === 'CREATED') return text('manufactories.created', { name });
  if (change === 'STATUS_CHANGED') return text('manufactories.nowAt', { name, status: nameOf('status', status) });
  if (change === 'SUPPORT_CHANGED') {
    return text('manufactories.nowAt', { name, status: nameOf('supportPhase', supportPhase) });
  }
  return text('manufactories.factsChanged', { name });
}
