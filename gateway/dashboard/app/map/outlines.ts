import europe from './geometry/europe.topo.json?url';
import malopolskie from './geometry/malopolskie.topo.json?url';
import poland from './geometry/poland.topo.json?url';

/** Of what parts a territory's map consists, and where their outlines are. */
export interface Outlines {
  /** The address of a TopoJSON file on this server. */
  url: string;
  /** Which of its objects. */
  object: string;
  /** The code in the graph of a feature's id; '' where the graph has none. */
  codeOf(id: string): string;
  /** How many steps below the territory its parts are. */
  steps: 1 | 2 | 3;
  /** Whether what is not a part is drawn around them. */
  hasNeighbours: boolean;
}

/** Voivodeships by TERYT. Mazowieckie, which NUTS 2 divides, is NUTS 1. */
const VOIVODESHIPS: Readonly<Record<string, string>> = {
  '02': 'PL51',
  '04': 'PL61',
  '06': 'PL81',
  '08': 'PL43',
  '10': 'PL71',
  '12': 'PL21',
  '14': 'PL9',
  '16': 'PL52',
  '18': 'PL82',
  '20': 'PL84',
  '22': 'PL63',
  '24': 'PL22',
  '26': 'PL72',
  '28': 'PL62',
  '30': 'PL41',
  '32': 'PL42',
};

const voivodeships = { url: poland, object: 'wojewodztwa', codeOf: (id: string) => VOIVODESHIPS[id] ?? '' };
const counties = { url: poland, object: 'powiaty', codeOf: (id: string) => `PL_${id}`, hasNeighbours: false };

/** Null where the parts of a territory have no outlines here. */
export function outlinesOf(code: string): Outlines | null {
  if (code === 'EU') return { url: europe, object: 'countries', codeOf: (id) => id, steps: 1, hasNeighbours: true };
  if (code === 'PL') return { ...voivodeships, steps: 2, hasNeighbours: false };
  if (code === 'PL9') return { ...counties, steps: 3 };
  if (/^PL\d$/.test(code)) return { ...voivodeships, steps: 1, hasNeighbours: false };
  const inPoland = /^PL\w\w(\w)?$/.exec(code);
  if (!inPoland) return null;
  return { ...counties, url: code.startsWith('PL21') ? malopolskie : poland, steps: inPoland[1] ? 1 : 2 };
}

const parts = new Set(Object.values(VOIVODESHIPS));

/** Whether a territory below is one of those that the map shows, for on the way down there are others. */
export function isPart(outlines: Outlines | null, code: string, step: number): boolean {
  if (outlines?.object === 'wojewodztwa') return parts.has(code);
  if (outlines?.object === 'powiaty') return /^PL_\d{4}$/.test(code);
  return step === 1;
}
