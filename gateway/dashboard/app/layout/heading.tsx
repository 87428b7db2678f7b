import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { TerritoryLevel } from '../graph/generated/graphql.ts';
import type { MessageId } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { pathOf, placesByLevel, useTerritoryPath } from '../territory/use-territory.ts';

const LEVELS: readonly TerritoryLevel[] = ['EUROPEAN', 'NATIONAL', 'REGIONAL', 'LOCAL'];

/** What a page is about: its name, the way from Europe to its territory, and the switch between the four levels. */
export function Heading({ page, territory }: { page: MessageId; territory: string }): ReactNode {
  const { text } = useWords();
  const { data } = useTerritoryPath(territory);
  const path = data?.territory ? pathOf(data.territory) : [];
  const here = path.at(-1);
  useTitle([text(page), here?.name, text('layout.title')]);
  return (
    <div className="heading">
      <Breadcrumbs path={path} />
      <h1>
        <Text id={page} /> {here && <span className="where">{here.name}</span>}
      </h1>
      {data && here && <LevelSwitch places={placesByLevel(data)} current={here.level} />}
    </div>
  );
}

/** Names the browser's window. */
export function useTitle(parts: readonly (string | undefined)[]): void {
  const title = parts.filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Breadcrumbs({ path }: { path: readonly { code: string; name: string }[] }): ReactNode {
  const { text } = useWords();
  const { path: page, hrefTo } = useAddress();
  return (
    <nav className="breadcrumbs" aria-label={text('layout.breadcrumbs')}>
      <ol>
        {path.map(({ code, name }, index) => (
          <li key={code}>
            {index === path.length - 1 ? (
              <span aria-current="location">{name}</span>
            ) : (
              <Link href={hrefTo(page, { territory: code })}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function LevelSwitch({
  places,
  current,
}: {
  places: ReturnType<typeof placesByLevel>;
  current: TerritoryLevel;
}): ReactNode {
  const { text, nameOf } = useWords();
  const { path, hrefTo } = useAddress();
  return (
    <nav className="levels" aria-label={text('layout.levels')}>
      <ul>
        {LEVELS.map((level) => {
          const place = places.get(level);
          return (
            <li key={level}>
              {place ? (
                <Link
                  href={hrefTo(path, { territory: place.code })}
                  aria-current={level === current ? 'true' : undefined}
                  title={place.name}
                >
                  {nameOf('level', level)}
                </Link>
              ) : (
                <span className="absent">{nameOf('level', level)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
