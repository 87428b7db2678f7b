import type { ReactNode } from 'react';
import type { MessageId } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { legalFormName } from './host-events.ts';
import { protection, standing, support } from './life-words.ts';
import { From } from './story.tsx';
import type { Host, Incentives } from './story-parts.ts';

/** What a manufactory is now, at a glance. */
export function Facts({ host, publicCost }: { host: Host; publicCost: Incentives['publicCost'] }): ReactNode {
  const words = useWords();
  const { nameOf, money } = words;
  const { status, activity, territory, department, legalForm, legalIdentifier, becameOrganisation } = host;
  const organisation = host.parentInstitution?.organisation?.name ?? null;
  const facts: [MessageId, ReactNode][] = [
    ['manufactories.status', nameOf('status', status)],
    ['manufactories.fact.standing', standing(host, words)],
    ['manufactories.fact.protection', protection(host, words)],
    ['manufactories.fact.support', support(host, words)],
    ['manufactories.activity', <span key="activity" lang="en">{`${activity.label} (${activity.code})`}</span>],
    ['manufactories.fact.place', territory?.name],
    ['manufactories.institution', organisation],
    ['manufactories.fact.department', department?.name],
    ['manufactories.fact.legalForm', legalForm && legalFormName(legalForm, nameOf)],
    ['manufactories.fact.identifier', legalIdentifier && `${legalIdentifier.scheme} ${legalIdentifier.value}`],
    ['manufactories.fact.became', becameOrganisation?.name],
    ['manufactories.fact.publicCost', publicCost && money(publicCost)],
  ];
  const standsInStatus = standing(host, words) === protection(host, words);
  return (
    <section className="card facts">
      <h2>
        <Text id="manufactories.facts" />
      </h2>
      <dl>
        {facts.map(([name, value]) =>
          !value || (standsInStatus && name === 'manufactories.fact.standing') ? null : (
            <div key={name}>
              <dt>
                <Text id={name} />
              </dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p>
        <From source={{ role: 'institutions', organisation }} />
      </p>
    </section>
  );
}
