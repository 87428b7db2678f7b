/** The day where the page is looked at, as the graph writes it: 2026-11-30. */
export const thisDay = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());
