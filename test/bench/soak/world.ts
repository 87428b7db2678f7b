/** Those that fail, and those that never do. */
export const FAILING = ['ash', 'birch', 'cedar'];
export const WORKING = ['oak', 'pine', 'rowan'];
export const PARTNERS = [...FAILING, ...WORKING];

/** Each partner has a number and a text of its own about every plot. */
export const sdlOf = (partner: string): string => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { ${partner}s(from: Int!, first: Int!): [Plot!] }
  type Plot @key(fields: "id") { id: ID! ${partner}: Int ${partner}Text: String }`;

export interface Plot {
  id: string;
  [field: string]: string | number | null;
}

/** What the partner says of a plot: nobody else says the same of any. */
export function plotOf(partner: string, id: string): Plot {
  const number = PARTNERS.indexOf(partner) * 1_000_000 + Number(id);
  return { id, [partner]: number, [`${partner}Text`]: `${partner} ${id}` };
}

export const plotsFrom = (partner: string, from: number, first: number): Plot[] =>
  Array.from({ length: first }, (_, i) => plotOf(partner, String(from + i)));

export interface Question {
  body: string;
  /** Whose list it is, and who adds to it. */
  root: string;
  partners: string[];
  from: number;
  first: number;
}

const PLOTS = 900_000;

/** A list of the first partner's, to which all of them add. */
export function question(partners: string[], random: () => number): Question {
  const [root = ''] = partners;
  const [from, first] = [Math.floor(random() * PLOTS), 1 + Math.floor(random() * 20)];
  const fields = partners.flatMap((partner) => [partner, `${partner}Text`]).join(' ');
  const query = `query ($from: Int!, $first: Int!) { ${root}s(from: $from, first: $first) { id ${fields} } }`;
  return { body: JSON.stringify({ query, variables: { from, first } }), root, partners, from, first };
}

export interface Answer {
  data?: Record<string, Plot[] | null> | null;
  errors?: { path?: (string | number)[]; extensions?: { code?: string; service?: string } }[];
}

export interface Judged {
  /** What is neither right nor a null that an error accounts for. */
  wrong: string[];
  nulls: number;
}

/** Every value is right, or null with an error that names whose it is, or its place where its value was of no use. */
export function judge({ root, partners, from, first }: Question, { data, errors = [] }: Answer): Judged {
  const isNamed = (partner: string): boolean => errors.some(({ extensions }) => extensions?.service === partner);
  const isPlaced = (path: (string | number)[]): boolean => errors.some((error) => error.path?.join() === path.join());
  const strangers = errors.flatMap(({ extensions }) =>
    extensions?.service === undefined || partners.includes(extensions.service) ? [] : [extensions.service],
  );
  const wrong = strangers.map((service) => `an error of ${service}, which was not asked`);

  const list = data?.[`${root}s`];
  if (!list) {
    if (!isNamed(root) && !isPlaced([`${root}s`])) wrong.push('a list that is null without an error');
    return { wrong, nulls: 1 };
  }
  if (list.length !== first) wrong.push(`${list.length} plots in the place of ${first}`);
  let nulls = 0;
  for (const [index, plot] of list.entries()) {
    const id = String(from + index);
    if (plot.id !== id) wrong.push(`the plot ${plot.id} in the place of ${id}`);
    for (const partner of partners) {
      for (const [field, value] of Object.entries(plotOf(partner, id))) {
        if (plot[field] === value) continue;
        nulls++;
        const isExplained = isNamed(partner) || isPlaced([`${root}s`, index, field]);
        if (plot[field] !== null || !isExplained) wrong.push(`${field} of ${id}: ${JSON.stringify(plot[field])}`);
      }
    }
  }
  return { wrong, nulls };
}
