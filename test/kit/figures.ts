import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import { type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import { read } from './ask.ts';
import type { SubgraphUnderTest } from './subgraph.ts';

export interface Line {
  indicator: string;
  category: string;
  territory: string;
  value: number;
}

/** The file that a subgraph counts: `args` as in `dataset: "PEOPLE", period: "2025"`. */
export async function figuresOf<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  field: string,
  args: string,
): Promise<{ csv: string; rows: number; lines: Line[] }> {
  const { file } = await read(subgraph, `{ file: ${field}(${args}) { csv rows } }`);
  const lines = file.csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line: string): Line => {
      const [indicator = '', category = '', territory = '', value] = line.split(',');
      return { indicator, category, territory, value: Number(value) };
    });
  return { ...file, lines };
}

/** Why figures are refused: the code and the message. */
export async function refusedFigures<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  field: string,
  args: string,
  caller: Caller = OPERATOR,
): Promise<{ code: unknown; message: string | undefined }> {
  const { data, errors } = await subgraph.ask(`{ file: ${field}(${args}) { csv } }`, {}, caller);
  if (data?.file) throw new Error(`${field}(${args}) is not refused.`);
  return { code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
}

/** Each breakdown in which the categories of a territory do not add up to all: `NH-P1 SEX PL_1261011: 2, not 3`. */
export function notAddingUp(lines: readonly Line[]): string[] {
  const all = new Map(lines.filter(({ category }) => !category).map((line) => [placeOf(line), line.value]));
  const breakdowns = Map.groupBy(
    lines.filter(({ category }) => category),
    (line) => `${placeOf(line)} ${line.category.replaceAll(/=[^;]*/g, '')}`,
  );
  return [...breakdowns].flatMap(([breakdown, parts]) => {
    const [sum, total] = [parts.reduce((soFar, { value }) => soFar + value, 0), all.get(placeOf(parts[0] as Line))];
    return sum === total ? [] : [`${breakdown}: ${sum}, not ${total}`];
  });
}

const placeOf = ({ indicator, territory }: Line): string => `${indicator} ${territory}`;
