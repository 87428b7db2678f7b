import type { ReactNode } from 'react';
import type { SourceFragment } from '../graph/generated/graphql.ts';
import { useLanguage } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { useFigures } from './use-figures.ts';

const FILES = [
  ['data.xlsx', 'figure.workbook'],
  ['data.csv', 'figure.csv'],
] as const;

/** Where the figures are from, how old they are, and the same as files. */
export function ReleaseLine({ release, territory }: { release: SourceFragment; territory: string }): ReactNode {
  const { day } = useWords();
  const { period } = useFigures();
  const language = useLanguage();
  const search = new URLSearchParams({ territory, language }).toString();
  const { id, number, asOf, network } = release;
  return (
    <p className="meta">
      <Text
        id="figure.source"
        values={{ number, network: network?.name ?? '–', period: period(release.period), asOf: day(asOf) }}
      />{' '}
      <Text id="figure.takeAway" />{' '}
      {FILES.map(([file, name], at) => (
        <span key={file}>
          {at > 0 && ', '}
          <a href={`/releases/${id}/${file}?${search}`} download>
            <Text id={name} />
          </a>
        </span>
      ))}
    </p>
  );
}
