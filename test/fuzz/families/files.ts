import type { GraphQLField } from 'graphql';
import type { Choices } from '../../kit/choices.ts';
import { mutateBytes } from '../../kit/mutate-bytes.ts';
import { nastyText } from '../nasty.ts';
import { ANYBODY, type Family, question } from '../shot.ts';

/** Not the key of any partner of the demo, so that none of its rows is changed. */
const PARTNER = 'fuzz';
const LIKELY = ['a', 'b', 'PL_1261011', '2026-01-15', '1', '10.00', 'PLN', 'norwid/pin', 'SUBMITTED', 'S90.20', ''];

/** Registers and figures as files, which are wrong in the way of files; of the operator most often, for others are not let in. */
export const files: Family = (choices, known) => {
  const who = choices.chance(90) ? 'operator' : ANYBODY;
  const mutations = Object.values(known.schema.getMutationType()?.getFields() ?? {});
  const imports = mutations.filter(({ name }) => name.startsWith('import'));
  if (choices.chance(25)) return question(figures(choices, known.ids), who, known);
  const register = choices.pick(imports);
  const partner = choices.chance(80) ? PARTNER : `${nastyText(choices).slice(0, 300)}!`;
  const query = `mutation ($csv: String!, $partner: String!) { ${register.name}(csv: $csv, partner: $partner) { added problems { line column reason } } }`;
  return question(
    JSON.stringify({ query, variables: { csv: csv(columnsOf(register), choices), partner } }),
    who,
    known,
  );
};

const columnsOf = ({ description }: GraphQLField<unknown, unknown>): string[] =>
  [...(description ?? '').replace(/^.*Columns:/s, '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

function figures(choices: Choices, ids: readonly string[]): string {
  const of = (type: string): string => choices.pick(ids.filter((id) => id.startsWith(`${type}_`)));
  const input = {
    organisationId: of('Organisation'),
    partnershipId: of('Partnership'),
    dataset: choices.pick(['PEOPLE', 'MANUFACTORIES', 'NOTHING']),
    period: choices.pick(['1999', '1999-Q1', '2026-Q5', '']),
    csv: csv(['indicator', 'category', 'territory', 'value', 'basis'], choices),
  };
  const query = 'mutation ($input: SubmitFiguresInput!) { submitFigures(input: $input) { problems { line reason } } }';
  return JSON.stringify({ query, variables: { input } });
}

function csv(columns: readonly string[], choices: Choices): string {
  const cell = (): string => (choices.chance(60) ? choices.pick(LIKELY) : quoted(nastyText(choices).slice(0, 2_000)));
  const head = choices.chance(80)
    ? columns
    : choices.some([...columns, ...columns, nastyText(choices).slice(0, 20)], 60);
  const rows = Array.from({ length: choices.pick([0, 1, 3, 40]) }, () => head.map(cell).join(','));
  const file = [head.join(','), ...rows].join(choices.pick(['\n', '\r\n', '\r', '\n\n']));
  return choices.pick([
    () => file,
    () => file,
    () => `\ufeff${file}`,
    () => `${file}\n"`,
    () => `${file}\n${'a,'.repeat(20_000)}`,
    () => file.replaceAll(',', ';'),
    () => `${file}\n${`${rows[0]}\n`.repeat(3_000)}`,
    () => mutateBytes(Buffer.from(file), choices).toString('utf8'),
  ])();
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
