import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { ManufactoryCardFragment, ManufactoryStatus } from '../graph/generated/graphql.ts';
import { useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import { standing, support } from './life-words.ts';

/** A column of the lifecycle's board. */
export interface Column {
  status: ManufactoryStatus;
  /** How many are there, shown or not. */
  count: number;
  cards: readonly ManufactoryCardFragment[];
}

/** The lifecycle from preparation to one of its three ends, and who is where in it. */
export function Board({ columns }: { columns: readonly Column[] }): ReactNode {
  const { text, nameOf, number } = useWords();
  return (
    <ol className="board" aria-label={text('manufactories.board')}>
      {columns.map(({ status, count, cards }) => (
        <li key={status} className={`stage ${cards.length === 0 ? 'vacant' : ''}`} data-status={status}>
          <h3>
            {nameOf('status', status)} <span className="count">{number(count)}</span>
          </h3>
          {cards.length > 0 && (
            <ul>
              {cards.map((card) => (
                <li key={card.id}>
                  <Changed id={card.id}>
                    <Card card={card} />
                  </Changed>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Card({ card }: { card: ManufactoryCardFragment }): ReactNode {
  const words = useWords();
  const { hrefTo } = useAddress();
  const { id, name, activity, parentInstitution, territory } = card;
  return (
    <article className="manufactory card">
      <h4>
        <Link href={hrefTo(`/manufactories/${id}`)}>{name}</Link>
      </h4>
      <p>{standing(card, words)}</p>
      <p className="meta" lang="en">
        {activity.label}
      </p>
      <p className="meta">{[parentInstitution?.organisation?.name, territory?.name].filter(Boolean).join(' · ')}</p>
      <p>
        <span className="tag">{support(card, words)}</span>
      </p>
    </article>
  );
}
