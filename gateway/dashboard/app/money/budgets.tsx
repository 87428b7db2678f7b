import { type ReactNode, useCallback } from 'react';
import { Chart } from '../chart/chart.tsx';
import { Scrolling } from '../chart/scrolling.tsx';
import type { MoneyBudgetFragment, MoneyBudgetsQuery } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import { Empty } from '../notice/answered.tsx';
import { More } from '../notice/more.tsx';
import { drawLines, MEASURES } from './budget-chart.ts';

type Found = NonNullable<MoneyBudgetsQuery['budgets']>;

export function Budgets({ budgets: { totalCount, nodes }, onMore }: { budgets: Found; onMore(): void }): ReactNode {
  if (nodes.length === 0) {
    return (
      <Empty>
        <Text id="money.noBudgets" />
      </Empty>
    );
  }
  return (
    <>
      <ul className="budgets">
        {nodes.map((budget) => (
          <li key={budget.id}>
            <Changed id={budget.id}>
              <Budget budget={budget} />
            </Changed>
          </li>
        ))}
      </ul>
      <More shown={nodes.length} total={totalCount} onMore={onMore} />
    </>
  );
}

function Budget({ budget }: { budget: MoneyBudgetFragment }): ReactNode {
  const { text, nameOf, day, money } = useWords();
  const { year, status, municipality, lines } = budget;
  const days = (['adoptedOn', 'amendedOn', 'executedOn'] as const).flatMap((event) =>
    budget[event] ? [text(`money.budget.${event}`, { day: day(budget[event]) })] : [],
  );
  const title = text('money.budgetChart', { municipality: municipality?.name ?? '–', year: String(year) });
  return (
    <article className="card budget" aria-labelledby={`budget-${budget.id}`}>
      <h3 id={`budget-${budget.id}`}>
        <Text id="money.budgetOf" values={{ municipality: municipality?.name ?? '–', year: String(year) }} />{' '}
        <span className="tag">{nameOf('budgetStatus', status)}</span>
      </h3>
      <p className="meta">{days.length > 0 ? days.join(' · ') : text('money.notAdopted')}</p>
      <dl className="sums">
        {MEASURES.map((measure) => (
          <div key={measure}>
            <dt>
              <Text id={`money.measure.${measure}`} />
            </dt>
            <dd>{money(budget[measure])}</dd>
          </div>
        ))}
      </dl>
      {lines.nodes.length > 0 && <Lines title={title} budget={budget} />}
      <More shown={lines.nodes.length} total={lines.totalCount} />
    </article>
  );
}

function Lines({ title, budget }: { title: string; budget: MoneyBudgetFragment }): ReactNode {
  const { text, money } = useWords();
  const { nodes } = budget.lines;
  // What is drawn depends on the figures and the language alone; the words say both.
  const key = JSON.stringify([nodes, title, MEASURES.map((measure) => text(`money.measure.${measure}`))]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key stands for all that is used
  const draw = useCallback(
    (width: number) => drawLines(nodes, width, { nameOf: (measure) => text(`money.measure.${measure}`), money }),
    [key],
  );
  return <Chart title={title} draw={draw} table={<LinesTable title={title} budget={budget} />} />;
}

function LinesTable({ title, budget }: { title: string; budget: MoneyBudgetFragment }): ReactNode {
  const { money } = useWords();
  return (
    <Scrolling label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Text id="money.line" />
            </th>
            {MEASURES.map((measure) => (
              <th scope="col" className="number" key={measure}>
                <Text id={`money.measure.${measure}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {budget.lines.nodes.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.code} {line.title}
              </th>
              {MEASURES.map((measure) => (
                <td className="number" key={measure}>
                  {money(line[measure])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Text id="money.together" />
            </th>
            {MEASURES.map((measure) => (
              <td className="number" key={measure}>
                {money(budget[measure])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scrolling>
  );
}
