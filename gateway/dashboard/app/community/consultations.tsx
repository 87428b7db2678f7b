import type { ReactNode } from 'react';
import type { CommunityConsultationFragment, CommunityConsultationsQuery } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import { Empty } from '../notice/answered.tsx';
import { More } from '../notice/more.tsx';

const STATUSES = ['open', 'planned', 'closed', 'reported'] as const;

/** What can be answered now comes first, then what will be asked, then what came of it. */
export function Consultations({ byStatus }: { byStatus: CommunityConsultationsQuery }): ReactNode {
  const all = STATUSES.flatMap((status) => byStatus[status]?.nodes ?? []);
  const total = STATUSES.reduce((sum, status) => sum + (byStatus[status]?.totalCount ?? 0), 0);
  if (all.length === 0) {
    if (STATUSES.some((status) => byStatus[status] === null)) return null; // not known, which is told already
    return (
      <Empty>
        <Text id="community.noConsultations" />
      </Empty>
    );
  }
  return (
    <>
      {byStatus.open?.nodes.length === 0 && (
        <Empty>
          <Text id="community.noneOpen" />
        </Empty>
      )}
      <p className="hint">
        <Text id="community.noVote" />
      </p>
      <ul className="wide-cards">
        {all.map((consultation) => (
          <li key={consultation.id}>
            <Changed id={consultation.id}>
              <Consultation consultation={consultation} />
            </Changed>
          </li>
        ))}
      </ul>
      <More shown={all.length} total={total} />
    </>
  );
}

function Consultation({ consultation }: { consultation: CommunityConsultationFragment }): ReactNode {
  const { day, nameOf, text } = useWords();
  const { id, question, status, opensOn, closesOn, reportedOn, territory, supportCentre } = consultation;
  const when = {
    OPEN: text('community.until', { day: day(closesOn) }),
    PLANNED: text('community.fromTo', { from: day(opensOn), to: day(closesOn) }),
    CLOSED: text('community.closedOn', { day: day(closesOn) }),
    REPORTED: text('community.reportedOn', { day: day(reportedOn) }),
  }[status];
  return (
    <article className={`card consultation ${status}`} aria-labelledby={`consultation-${id}`}>
      <p className="tags">
        <span className="tag">{nameOf('consultationStatus', status)}</span> <span>{when}</span>
      </p>
      <h3 id={`consultation-${id}`}>{question}</h3>
      <p className="meta">{[territory?.name, supportCentre?.name].filter(Boolean).join(' · ')}</p>
      {status !== 'PLANNED' && (
        <p>
          <Text id="community.answers" values={{ count: consultation.answerCount }} />
        </p>
      )}
      {consultation.report && (
        <blockquote>
          <h4>
            <Text id="community.report" />
          </h4>
          <p>{consultation.report}</p>
        </blockquote>
      )}
      <VoicedNeeds needs={consultation.needs} />
      {consultation.budgetLines && <Lines lines={consultation.budgetLines} />}
    </article>
  );
}

function VoicedNeeds({ needs: { nodes, totalCount } }: Pick<CommunityConsultationFragment, 'needs'>): ReactNode {
  if (nodes.length === 0) return null;
  return (
    <div>
      <h4>
        <Text id="community.voiced" values={{ count: totalCount }} />
      </h4>
      <ul className="plain">
        {nodes.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <More shown={nodes.length} total={totalCount} />
    </div>
  );
}

function Lines({ lines }: { lines: NonNullable<CommunityConsultationFragment['budgetLines']> }): ReactNode {
  const { money } = useWords();
  if (lines.nodes.length === 0) return null;
  return (
    <div>
      <h4>
        <Text id="community.lines" />
      </h4>
      <ul className="plain">
        {lines.nodes.map(({ id, code, title, amount, budget }) => (
          <li key={id}>
            {budget?.year} · {code} {title}: {money(amount)}
          </li>
        ))}
      </ul>
      <More shown={lines.nodes.length} total={lines.totalCount} />
    </div>
  );
}
