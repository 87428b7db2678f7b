import type { ReactNode } from 'react';
import { type Address, useAddress } from '../address/use-address.ts';
import type { ManufactoryCardFragment } from '../graph/generated/graphql.ts';
import type { MessageId } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { STATUSES } from './statuses.ts';

type FilterKey = 'activity' | 'institution' | 'status';

/** Whether a manufactory is among those that the address asks for. */
export const fits = (
  { activity, parentInstitution, status }: ManufactoryCardFragment,
  wanted: Pick<Address, FilterKey>,
): boolean =>
  (!wanted.activity || activity.code === wanted.activity) &&
  (!wanted.institution || parentInstitution?.id === wanted.institution) &&
  (!wanted.status || status === wanted.status);

/** Which manufactories are shown; only what there is can be chosen. */
export function Filters({ nodes }: { nodes: readonly ManufactoryCardFragment[] }): ReactNode {
  const { text, nameOf } = useWords();
  const { address, change } = useAddress();
  const activities = new Map(nodes.map(({ activity: { code, label } }) => [code, label]));
  const institutions = new Map(
    nodes.flatMap(({ parentInstitution: host }) => (host ? [[host.id, host.organisation?.name ?? host.id]] : [])),
  );
  const present = new Set(nodes.map(({ status }) => status));
  const statuses = new Map(STATUSES.filter((status) => present.has(status)).map((one) => [one, nameOf('status', one)]));
  const isFiltered = Boolean(address.activity || address.institution || address.status);
  return (
    <search className="filters" aria-label={text('manufactories.filters')}>
      <Filter name="activity" label="manufactories.activity" options={byName(activities)} />
      <Filter name="institution" label="manufactories.institution" options={byName(institutions)} />
      <Filter name="status" label="manufactories.status" options={[...statuses]} />
      {isFiltered && (
        <button
          type="button"
          onClick={() => change({ activity: undefined, institution: undefined, status: undefined })}
        >
          <Text id="manufactories.all" />
        </button>
      )}
    </search>
  );
}

const byName = (names: ReadonlyMap<string, string>): [string, string][] =>
  [...names].sort(([, one], [, other]) => one.localeCompare(other));

function Filter({
  name,
  label,
  options,
}: {
  name: FilterKey;
  label: MessageId;
  options: readonly (readonly [value: string, text: string])[];
}): ReactNode {
  const { address, change } = useAddress();
  const chosen = address[name] ?? '';
  const isKnown = !chosen || options.some(([value]) => value === chosen);
  return (
    <label>
      <Text id={label} />
      <select value={chosen} onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}>
        <option value="">
          <Text id="manufactories.any" />
        </option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
