import type { Territory } from './territory.ts';

type Known = ReadonlyMap<string, Territory>;

/** The territory that a code which is none was perhaps written for; null where none is near. */
export function perhapsMeant(asked: string, known: Known): Territory | null {
  for (const candidate of candidates(asked.trim().toUpperCase(), known)) {
    const territory = known.get(candidate);
    if (territory) return territory;
  }
  return null;
}

/** The likeliest first; most of them do not exist. */
function* candidates(code: string, known: Known): Generator<string> {
  yield code;
  yield code.replace(/^GR/, 'EL');

  const polish = /^(?:PL)?[ _-]?(\d{2,7})(?:-D(\d{1,2}))?$/.exec(code);
  if (!polish) return;
  const [, teryt = '', district] = polish;

  if (district) {
    yield `PL_${teryt}-D${district.padStart(2, '0')}`;
    return;
  }
  yield `PL_${teryt}`;
  if (teryt.length === 2) yield voivodeship(teryt, known);
  if (teryt.length >= 6) yield* municipalities(teryt);
}

/** Not a code of ours: 12 (in ISO PL-12) is the region PL21, and 14, which has two regions, the macroregion PL9. */
function voivodeship(teryt: string, known: Known): string {
  const counties = [...known.values()].filter(({ code }) => code.startsWith(`PL_${teryt}`) && code.length === 7);
  const regions = new Set(counties.map(({ parentCode }) => parentCode?.slice(0, 4)));
  const [region = ''] = regions;
  return regions.size === 1 ? region : region.slice(0, 3);
}

/** The seventh digit is a kind: 4 and 5 are parts of the municipality of the same number, 8 and 9 of the whole city. */
function* municipalities(teryt: string): Generator<string> {
  for (const kind of '123') yield `PL_${teryt.slice(0, 6)}${kind}`;
  if (/^\d{6}[89]$/.test(teryt)) yield `PL_${teryt.slice(0, 4)}011`;
}
