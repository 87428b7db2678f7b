import path from 'node:path';
import { ask, type Hub } from '../ask.ts';
import { describeProblem, type LineProblem } from '../line-problem.ts';
import { NOT_UTF8, readUtf8 } from '../read-utf8.ts';

/** For whom a file of figures is submitted. */
export interface Figures {
  file: string;
  organisation: string;
  partnership: string;
  dataset: string;
  period: string;
}

interface Report {
  submission: { id: string; number: number } | null;
  rows: number;
  problems: LineProblem[];
}

const SUBMIT = `mutation ($input: SubmitFiguresInput!) {
  report: submitFigures(input: $input) { submission { id number } rows problems { line column reason } }
}`;

/** Submits a file of figures to a running hub, and says what became of it. Gives false where it was refused. */
export async function submitFigures(
  hub: Hub,
  { file, organisation, partnership, dataset, period }: Figures,
  say: (line: string) => void,
): Promise<boolean> {
  const name = path.basename(file);
  const csv = readUtf8(file);
  if (csv === null) throw new Error(`${name}: ${NOT_UTF8} and submit it again.`);

  const input = { organisationId: organisation, partnershipId: partnership, dataset, period, csv };
  const { data, errors } = await ask<{ report: Report | null }>(hub, SUBMIT, { input });
  if (!data?.report) throw new Error(errors?.map(({ message }) => message).join(' ') ?? 'The hub gave no report.');
  const { submission, rows, problems } = data.report;
  if (submission) {
    say(
      `${name}: ${rows} figures stored as submission ${submission.number} of ${dataset} for ${period}, ${submission.id}`,
    );
    return true;
  }
  say(`${name}: refused, nothing of it is stored`);
  for (const problem of problems) say(`  ${describeProblem(name, problem)}`);
  return false;
}
