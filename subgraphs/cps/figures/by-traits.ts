/**
 * Counts people in all and by breakdowns in one statement, so that nobody's traits leave the database together.
 * @param people - a query that gives `territory`, and each trait as a column of its name, which is never null
 */
export function byTraits(indicator: string, people: string, breakdowns: readonly (readonly string[])[]): string {
  const traits = [...new Set(breakdowns.flat())].toSorted();
  const sets = breakdowns.map((breakdown) => `, (territory, ${breakdown.map(column).join(', ')})`);
  return `, person as (${people})
    select '${indicator}' as indicator, territory, count(*)::text as value,
      concat_ws(';', ${traits.map(category).join(', ')}) as category
    from person group by grouping sets ((territory)${sets.join('')})`;
}

const column = (trait: string): string => `"${trait}"`;

/** `SEX=F` in the sums that are by the trait, and nothing in the others. */
const category = (trait: string): string => `case when grouping("${trait}") = 0 then '${trait}=' || "${trait}" end`;
