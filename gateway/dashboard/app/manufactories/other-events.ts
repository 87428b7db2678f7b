import type { Words } from '../language/text.tsx';
import { legalFormName } from './host-events.ts';
import { type Source, type StoryEvent, said } from './story-event.ts';
import type { Centre, Incentives, Market } from './story-parts.ts';

type SupportCentre = NonNullable<Centre['idea']>['supportCentre'];

const ofCentre = (centre: SupportCentre): Source => ({
  role: 'cps',
  organisation: centre?.organisation?.name ?? centre?.name ?? null,
});

/** What the Centre knows: the idea, trainings, and advice on a legal form. */
export function centreEvents({ idea, trainings, legalFormAdvice: advice }: Centre, words: Words): StoryEvent[] {
  const { text, nameOf, number, day } = words;
  const events: StoryEvent[] = [];
  if (idea) {
    const source = ofCentre(idea.supportCentre);
    const submitted = text('manufactories.event.idea', { title: idea.title });
    events.push({ key: 'idea', day: idea.submittedOn, title: submitted, details: said(idea.need), source });
    if (idea.verifiedOn) {
      const details = said(idea.needAssessment, idea.marketAssessment);
      events.push({
        key: 'idea-verified',
        day: idea.verifiedOn,
        title: text('manufactories.event.verified'),
        details,
        source,
      });
    }
  }
  for (const { id, title, topic, hours, status, startsOn, endsOn, supportCentre } of trainings?.nodes ?? []) {
    events.push({
      key: id,
      day: startsOn,
      title: text('manufactories.event.training', { title }),
      details: said(
        nameOf('trainingTopic', topic),
        text('manufactories.event.hours', { hours: number(Number(hours), Number.isInteger(Number(hours)) ? 0 : 2) }),
        endsOn !== startsOn && text('manufactories.event.until', { day: day(endsOn) }),
        nameOf('trainingStatus', status),
      ),
      source: ofCentre(supportCentre),
    });
  }
  if (advice) {
    const names = advice.alternatives.map((form) => legalFormName(form, nameOf)).join(', ');
    events.push({
      key: 'advice',
      day: advice.advisedOn,
      title: text('manufactories.event.advice', { form: legalFormName(advice.recommended, nameOf) }),
      details: said(
        names && text('manufactories.event.alternatives', { names }),
        nameOf('parentOpinion', advice.parentOpinion),
      ),
      source: ofCentre(advice.supportCentre),
    });
  }
  return events;
}

/** What the municipality knows: incentives that it awarded, paid, and ended. */
export function incentiveEvents({ incentives }: Incentives, { text, nameOf, money }: Words): StoryEvent[] {
  return (incentives?.nodes ?? []).flatMap((incentive) => {
    const { id, kind, status, awardedOn, endedOn, endReason, amount, scheme, municipality, payments } = incentive;
    const source: Source = {
      role: 'municipality',
      organisation: municipality?.organisation?.name ?? municipality?.name ?? null,
    };
    const named = { kind: nameOf('incentiveKind', kind), amount: money(amount) };
    const ended = status === 'REVOKED' ? 'manufactories.event.revoked' : 'manufactories.event.settled';
    return [
      {
        key: id,
        day: awardedOn,
        title: text('manufactories.event.awarded', named),
        details: said(scheme?.title),
        source,
      },
      ...payments.nodes.map((payment, index) => ({
        key: `${id}-${index}`,
        day: payment.paidOn,
        title: text('manufactories.event.paid', { ...named, amount: money(payment.amount) }),
        details: [],
        source,
      })),
      ...(endedOn
        ? [{ key: `${id}-ended`, day: endedOn, title: text(ended, named), details: said(endReason), source }]
        : []),
    ];
  });
}

/** What the marketplace knows: when services were offered, and no longer. */
export function marketEvents({ services }: Market, { text }: Words): StoryEvent[] {
  return (services?.nodes ?? []).flatMap(({ id, name, offeredSince, endedOn, seller }) => {
    const source: Source = { role: 'marketplace', organisation: seller?.name ?? null };
    return [
      ...(offeredSince
        ? [{ key: id, day: offeredSince, title: text('manufactories.event.offered', { name }), details: [], source }]
        : []),
      ...(endedOn
        ? [
            {
              key: `${id}-ended`,
              day: endedOn,
              title: text('manufactories.event.noLonger', { name }),
              details: [],
              source,
            },
          ]
        : []),
    ];
  });
}
