import type { Column, PublishedRelease } from './published-release.ts';

/** What the whole file is about. */
export const titleOf = ({ dataset, period, territory }: PublishedRelease): string =>
  `${dataset.label}, ${period}, ${territory.name}`;

/** As figures name it: `EMPLOYMENT=INACTIVE;SEX=F`; empty for all. */
export const categoryOf = ({ category }: Column): string =>
  category.map(({ trait, code }) => `${trait}=${code}`).join(';');

/** Empty for all. */
export const categoryLabelOf = ({ category }: Column): string => category.map(({ label }) => label).join(', ');

export const labelOf = (column: Column): string =>
  [column.indicator.label, categoryLabelOf(column)].filter(Boolean).join(': ');
