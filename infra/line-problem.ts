/** What is wrong with a line of a file that was sent. */
export interface LineProblem {
  line: number;
  column: string | null;
  reason: string;
}

/** `ideas.csv:3: status: "DREAMT" is none of …`, as editors and people find it. */
export const describeProblem = (file: string, { line, column, reason }: LineProblem): string =>
  [`${file}:${line}`, column, reason].filter((part) => part !== null).join(': ');
