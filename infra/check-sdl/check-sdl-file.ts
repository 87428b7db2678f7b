import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { readSupergraph } from '../../gateway/engine/supergraph.ts';
import { checkApart } from '../../gateway/publish-check/check-apart.ts';
import { type Allowed, error, type Finding, isError } from '../../gateway/publish-check/finding.ts';
import { rehearsalFindings } from '../../gateway/publish-check/rehearsal-findings.ts';
import { type RehearsedOperation, rehearseApart } from '../../gateway/publish-check/rehearse-apart.ts';
import { addressProblem, hostsIn } from '../../gateway/publish-check/subgraph-address.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { DEFAULT_PORT, SUBGRAPHS, urlOf } from '../subgraphs.ts';
import { operationsIn, readOperations } from './read-operations.ts';

export interface Wish {
  subgraph: string;
  /** The SDL that its owner would publish. */
  file: string;
  /** A folder with what clients registered. */
  operations?: string | undefined;
  /** Where a new subgraph will be. */
  url?: string | undefined;
  allowed: Allowed;
}

export interface Verdict {
  subgraph: string;
  findings: Finding[];
  /** How many operations were planned. */
  planned: number;
}

/** What the hub's own page asks. */
const FIRST_QUESTION = 'gateway/first-question.graphql';

/** Says what the gateway would say if the SDL were published, from the committed graph alone: no hub has to run. */
export async function checkSdlFile({ subgraph, file, operations, url, allowed }: Wish): Promise<Verdict> {
  const sdl = readFileSync(file, 'utf8');
  const served = readFileSync(fromRoot('gateway/supergraph.graphql'), 'utf8');
  const committed = SUBGRAPHS.map((name) => ({
    name: name as string,
    url: urlOf(name, DEFAULT_PORT),
    sdl: readFileSync(fromRoot(`subgraphs/${name}/schema.graphql`), 'utf8'),
  }));
  const known = committed.find(({ name }) => name === subgraph);
  const candidate = { name: subgraph, url: url ?? known?.url ?? 'http://127.0.0.1/', sdl };
  const address = addressFindings(candidate.url);
  const all = known ? committed.map((one) => (one === known ? candidate : one)) : [...committed, candidate];
  const { findings, supergraph } = await checkApart({ candidate, all, served, allowed });
  if (supergraph === null) return { subgraph, findings: [...address, ...findings], planned: 0 };

  const clients = [
    ...operationsIn(readFileSync(fromRoot(FIRST_QUESTION), 'utf8'), FIRST_QUESTION),
    ...(operations === undefined ? [] : readOperations(operations)),
  ];
  const { schema } = readSupergraph(served);
  const isValid = (operation: RehearsedOperation): boolean => isValidIn(schema, operation);
  const rehearsal = await rehearseApart(supergraph, clients.filter(isValid));
  const outdated = clients.filter((operation) => !isValid(operation)).map(notValidBefore);
  return {
    subgraph,
    findings: [...address, ...findings, ...outdated, ...rehearsalFindings(rehearsal)],
    planned: rehearsal.planned,
  };
}

/** One line for each finding, as compilers write them, and one at the end. */
export function verdictLines({ subgraph, findings, planned }: Verdict, file: string): string[] {
  const errors = findings.filter(isError).length;
  return [
    ...findings.map(
      ({ severity, code, message, line }) =>
        `${file}${line === undefined ? '' : `:${line}`}: ${severity} ${code}: ${message}`,
    ),
    errors > 0
      ? `${subgraph} cannot be published so: errors: ${errors}.`
      : `${subgraph} can be published. Operations planned: ${planned}.`,
  ];
}

const fromRoot = (file: string): string => path.join(projectRoot(), file);

function addressFindings(url: string): Finding[] {
  const problem = addressProblem(url, hostsIn(process.env.SUBGRAPH_HOSTS));
  return problem ? [error('ADDRESS_NOT_ALLOWED', problem)] : [];
}

function isValidIn(schema: GraphQLSchema, { source }: RehearsedOperation): boolean {
  try {
    return validate(schema, parse(source)).length === 0;
  } catch {
    return false;
  }
}

const notValidBefore = ({ name }: RehearsedOperation): Finding => ({
  severity: 'warning',
  code: 'BREAKING_CHANGE',
  message: `${name} is not valid in the graph as it is, either.`,
});
