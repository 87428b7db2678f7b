import { thisDay } from '../address/this-day.ts';
import type { ManufactoryHostQuery } from '../graph/generated/graphql.ts';
import type { MessageId } from '../language/language.tsx';
import type { Words } from '../language/text.tsx';
import { type Source, type StoryEvent, said } from './story-event.ts';
import type { Host } from './story-parts.ts';

type Transition = NonNullable<ManufactoryHostQuery['manufactory']>['history']['nodes'][number];

/** What its parent institution knows: protection, decision and what came of it, and how support fades. */
export function hostEvents(host: Host, words: Words): StoryEvent[] {
  const source: Source = { role: 'institutions', organisation: host.parentInstitution?.organisation?.name ?? null };
  const taken = host.history.nodes.map((step) => ofStep(step, host, words));
  const has = (title: MessageId): boolean => taken.some((event) => event.title === words.text(title));
  // A register brings only the state that a manufactory is in, without the steps to it.
  const told = known(host, words)
    .filter(({ id }) => !has(id))
    .map(({ id, ...event }) => ({ ...event, title: words.text(id) }));
  return [...told, ...taken, ...ends(host, words), ...fading(host, words)].map((event) => ({ ...event, source }));
}

type Unsigned = Omit<StoryEvent, 'source'>;

const STEPS: Readonly<Record<string, MessageId>> = {
  PREPARING: 'manufactories.event.preparation',
  PROTECTED: 'manufactories.event.protection',
  DECISION: 'manufactories.event.decision',
  INDEPENDENT: 'manufactories.event.independence',
  RETAINED: 'manufactories.event.retained',
  CLOSED: 'manufactories.event.closed',
  FADING: 'manufactories.event.fading',
  ENDED: 'manufactories.event.supportEnded',
};

function ofStep({ axis, from, to, on, reason, atVersion }: Transition, host: Host, words: Words): Unsigned {
  const isExtension = from === to;
  const id = isExtension ? 'manufactories.event.extension' : STEPS[to];
  const more = to === 'INDEPENDENT' ? becoming(host, words) : [];
  return {
    key: to === host.status ? `${host.id}:${to}` : `${axis}-${atVersion}`,
    day: on,
    title: id ? words.text(id) : to,
    details: said(...more, reason),
  };
}

function known(host: Host, words: Words): (Omit<Unsigned, 'title'> & { id: MessageId })[] {
  const { protectedFrom, protectedUntil, independentSince, retainedSince, closedOn, closureReason } = host;
  const until = words.text('manufactories.event.until', { day: words.day(protectedUntil) });
  return (
    [
      ['PROTECTED', protectedFrom, said(until)],
      ['INDEPENDENT', independentSince, becoming(host, words)],
      ['RETAINED', retainedSince, []],
      ['CLOSED', closedOn, said(closureReason)],
    ] as const
  ).flatMap(([to, day, details]) =>
    day ? [{ key: `${host.id}:${to}`, day, details: [...details], id: STEPS[to] as MessageId }] : [],
  );
}

function becoming({ legalForm, legalIdentifier, becameOrganisation }: Host, { text, nameOf }: Words): string[] {
  return said(
    legalForm && text('manufactories.event.asForm', { form: legalFormName(legalForm, nameOf) }),
    legalIdentifier && `${legalIdentifier.scheme} ${legalIdentifier.value}`,
    becameOrganisation && text('manufactories.event.became', { name: becameOrganisation.name }),
  );
}

function ends(host: Host, { text }: Words): Unsigned[] {
  const { protectedUntil, protectionExtended, extensionReason } = host;
  if (!protectedUntil) return [];
  return [
    {
      key: 'protection-ends',
      day: protectedUntil,
      title: text(
        protectedUntil < thisDay() ? 'manufactories.event.protectionEnded' : 'manufactories.event.protectionEnds',
      ),
      details: protectionExtended ? said(text('manufactories.event.wasExtended'), extensionReason) : [],
    },
  ];
}

const fading = ({ supportSteps }: Host, { text, percent }: Words): Unsigned[] =>
  supportSteps.map((step) => ({
    key: `support-${step.startsOn}`,
    day: step.startsOn,
    title: text('manufactories.event.support', { percent: percent(step.percent / 100) }),
    details: [],
  }));

/** In the language of the page; the graph names its classes in English. */
export function legalFormName({ code, label }: { code: string; label: string }, nameOf: Words['nameOf']): string {
  const name = nameOf('legalForm', code);
  return name === code ? label : name;
}
