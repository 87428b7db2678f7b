import { type ReactNode, useState } from 'react';
import {
  MoneyBudgetsDocument,
  MoneyIncentiveAwardedDocument,
  MoneySchemesDocument,
} from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { useEvents, useLive } from '../live/live.tsx';
import { Answered } from '../notice/answered.tsx';
import { Budgets } from './budgets.tsx';
import { Figures } from './figures.tsx';
import './money.css';
import { Schemes } from './schemes.tsx';

const FEW = 4;
const ALL = 40;

/** What a municipality gives, what a sustained job costs the public, and what each scheme of incentives reached. */
export function Money({ territory }: { territory: string }): ReactNode {
  const [first, setFirst] = useState(FEW);
  const budgets = useAnswer(MoneyBudgetsDocument, { territory, first });
  const schemes = useAnswer(MoneySchemesDocument, { territory });
  const askAgain = (): void => {
    budgets.again();
    schemes.again();
  };
  useAwards(territory, askAgain);
  return (
    <>
      <Heading page="page.money" territory={territory} />
      <Figures territory={territory} />
      <section className="section" aria-labelledby="money-schemes">
        <h2 id="money-schemes">
          <Text id="money.schemes" />
        </h2>
        <Answered answer={schemes}>
          {({ incentiveSchemes }) => incentiveSchemes && <Schemes schemes={incentiveSchemes} onAwarded={askAgain} />}
        </Answered>
      </section>
      <section className="section" aria-labelledby="money-budgets">
        <h2 id="money-budgets">
          <Text id="money.budgets" />
        </h2>
        <Answered answer={budgets}>
          {({ budgets: found }) => found && <Budgets budgets={found} onMore={() => setFirst(ALL)} />}
        </Answered>
      </section>
    </>
  );
}

/** Marks the scheme and the budget of each award as it is made, whoever makes it. */
function useAwards(territory: string, askAgain: () => void): void {
  const { note } = useLive();
  const { text, money } = useWords();
  useEvents(
    MoneyIncentiveAwardedDocument,
    { territory },
    {
      onEvent({ incentiveAwarded: { incentive } }) {
        askAgain();
        if (!incentive) return;
        const words = text('money.wasAwarded', {
          amount: money(incentive.amount),
          manufactory: incentive.manufactory?.name ?? '–',
        });
        const changed = [incentive.scheme?.id, incentive.budgetLine?.budget?.id];
        for (const id of changed) if (id) note(id, words);
      },
      onGap: askAgain,
    },
  );
}
