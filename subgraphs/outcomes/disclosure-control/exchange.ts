/** How many people of one territory are in each category of one trait (lines) and of another (columns). */
export type Lines = readonly (readonly number[])[];

/**
 * By how much a cell of one territory may be larger (1) or smaller (-1), while all its margins, and the sums with each of the others,
 * stay as they are: people of two lines and two columns are exchanged with another territory. Looks no further than `enough`.
 */
export function exchanged(
  lines: Lines,
  others: readonly Lines[],
  [a, b]: readonly [number, number],
  sign: 1 | -1,
  enough: number,
): number {
  const own = copied(lines);
  let moved = 0;
  for (const partner of others) {
    const other = copied(partner);
    const [up, down] = sign === 1 ? [own, other] : [other, own];
    for (const a2 of own.keys()) {
      for (const b2 of (own[0] ?? []).keys()) {
        if (a2 === a || b2 === b) continue;
        const by = Math.min(at(up, a2, b), at(up, a, b2), at(down, a, b), at(down, a2, b2));
        if (by <= 0) continue;
        swap(up, [a, b], [a2, b2], by);
        swap(down, [a, b], [a2, b2], -by);
        moved += by;
      }
    }
    if (moved >= enough) break;
  }
  return moved;
}

function swap(
  lines: number[][],
  [a, b]: readonly [number, number],
  [a2, b2]: readonly [number, number],
  by: number,
): void {
  add(lines, a, b, by);
  add(lines, a2, b2, by);
  add(lines, a2, b, -by);
  add(lines, a, b2, -by);
}

/**
 * By how much line `a` of one territory may be larger or smaller in all of these crossings at once, while the columns, and the sums with
 * each of the others, stay as they are: people of another line change places with people of another territory.
 */
export function shifted(
  crossings: readonly Lines[],
  others: readonly (readonly Lines[])[],
  a: number,
  sign: 1 | -1,
  enough: number,
): number {
  const own = crossings.map(copied);
  let moved = 0;
  for (const partner of others) {
    const other = partner.map(copied);
    for (const a2 of (own[0] ?? []).keys()) {
      if (a2 === a) continue;
      const [from, to] = sign === 1 ? [a2, a] : [a, a2];
      const room = own.map((lines, index) =>
        (lines[from] ?? []).map((count, b) => Math.min(count, at(other[index] ?? [], to, b))),
      );
      const by = Math.min(...room.map(sum));
      for (const [index, amounts] of room.entries()) {
        move(own[index] ?? [], other[index] ?? [], [from, to], amounts, by);
      }
      moved += by;
    }
    if (moved >= enough) break;
  }
  return moved;
}

/** Brings so many of `own` from one line to the other, and as many of `other` back, within each column as far as there is room. */
function move(
  own: number[][],
  other: number[][],
  [from, to]: readonly [number, number],
  room: readonly number[],
  by: number,
): void {
  let left = by;
  for (const [b, amount] of room.entries()) {
    const step = Math.min(left, amount);
    left -= step;
    add(own, from, b, -step);
    add(own, to, b, step);
    add(other, to, b, -step);
    add(other, from, b, step);
  }
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const transposed = (lines: Lines): number[][] =>
  (lines[0] ?? []).map((_, b) => lines.map((line) => line[b] ?? 0));

const copied = (lines: Lines): number[][] => lines.map((line) => [...line]);

const at = (lines: Lines, a: number, b: number): number => lines[a]?.[b] ?? 0;

function add(lines: number[][], a: number, b: number, step: number): void {
  const line = lines[a];
  if (line) line[b] = (line[b] ?? 0) + step;
}
