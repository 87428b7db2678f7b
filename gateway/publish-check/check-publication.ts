import { parse } from 'graphql';
import { CompositionFailed, compose, type SubgraphSdl } from '../compose.ts';
import { readSubgraphs } from '../engine/subgraph.ts';
import { checkSdl } from './check-sdl.ts';
import { compareOwners, saysOfOthers } from './compare-owners.ts';
import { type Change, compareRights } from './compare-rights.ts';
import type { Inventory } from './directive-uses.ts';
import { type Allowed, error, type Finding, type FindingCode, isError } from './finding.ts';
import { addressProblem, malformedAddress } from './subgraph-address.ts';
import { readSurface } from './surface.ts';

export interface Publication {
  candidate: SubgraphSdl;
  /** In the order of the supergraph, the candidate with them. */
  all: readonly SubgraphSdl[];
  /** The supergraph that is served. */
  served: string;
  allowed: Allowed;
}

export interface CheckedPublication {
  findings: Finding[];
  /** What may be rehearsed; null where an error keeps the candidate from going live. */
  supergraph: string | null;
}

/** What one subgraph's new SDL would do to the graph; nothing of it is served by that. */
export function checkPublication({ candidate, all, served, allowed }: Publication): CheckedPublication {
  const { findings, inventory, meant } = checkSdl(candidate.sdl);
  for (const other of all.filter(({ name }) => name !== candidate.name)) findings.push(...checkOther(other));
  if (!inventory || findings.some(isError)) return { findings, supergraph: null };

  const composed = composeOrSay(all);
  if ('findings' in composed) return { findings: [...findings, ...composed.findings], supergraph: null };

  const [before, after] = [readSurface(served), readSurface(composed.supergraph)];
  const changes = [
    ...compareRights(before, after, candidate.name),
    ...compareOwners(before, after, candidate.name),
    ...saysOfOthers(before, inventory.uses, meant, candidate.name),
  ];
  findings.push(...changes.map((change) => findingOf(change, allowed, inventory)));
  return { findings, supergraph: findings.some(isError) ? null : composed.supergraph };
}

/** What an operator is told of a supergraph that is given as a whole: of addresses, and of what more may see. */
export function checkSupergraph(served: string, supergraph: string, allowed: Allowed): Finding[] {
  const addresses = readSubgraphs(parse(supergraph, { noLocation: true }), {}).flatMap(
    ({ subgraph: { name, url } }) => {
      const problem = malformedAddress(url);
      return problem ? [error('ADDRESS_NOT_ALLOWED', `The subgraph ${name} cannot be at ${url}. ${problem}`)] : [];
    },
  );
  const changes = compareRights(readSurface(served), readSurface(supergraph), null);
  return [...addresses, ...changes.map((change) => findingOf(change, allowed))];
}

/** Why a supergraph's address of a subgraph is not taken: that it has now is, and others as `addressProblem` says. */
export function newAddressProblem(served: string, supergraph: string, hosts: ReadonlySet<string>): string | null {
  const known = new Set(addressesIn(served));
  for (const url of addressesIn(supergraph)) {
    const problem = known.has(url) ? null : addressProblem(url, hosts);
    if (problem) return problem;
  }
  return null;
}

/** None in what cannot be read, which is refused for that. */
function addressesIn(supergraph: string): string[] {
  try {
    return readSubgraphs(parse(supergraph, { noLocation: true }), {}).map(({ subgraph: { url } }) => url);
  } catch {
    return [];
  }
}

/** The others are asked for their SDL: one that changed meanwhile must not come in with somebody else's. */
const checkOther = ({ name, sdl }: SubgraphSdl): Finding[] =>
  checkSdl(sdl)
    .findings.filter(isError)
    .map(({ code, message }) =>
      error('OTHER_SUBGRAPH', `The subgraph ${name} says an SDL that is not taken (${code}): ${message}`),
    );

function composeOrSay(all: readonly SubgraphSdl[]): { supergraph: string } | { findings: Finding[] } {
  try {
    return { supergraph: compose(all) };
  } catch (problem) {
    if (problem instanceof CompositionFailed) {
      return { findings: problem.reasons.map((reason) => error('COMPOSITION_FAILED', reason)) };
    }
    const message = problem instanceof Error ? problem.message : String(problem); // it throws at some SDLs
    return { findings: [error('COMPOSITION_FAILED', `Composing broke off: ${message}`)] };
  }
}

const BY_RIGHTS = new Set<FindingCode>([
  'RIGHTS_LOST',
  'RIGHTS_NARROWED',
  'MADE_VISIBLE',
  'PROTECTED_KEY',
  'PROTECTED_READ',
]);
const BY_TAKEOVER = new Set<FindingCode>([
  'TAKES_OVER',
  'ANSWERS_TOO',
  'PROVIDES_OTHERS',
  'EXTENDS_INTERFACE',
  'CHANGES_OTHERS',
]);

/** What is allowed is still told. */
function findingOf({ severity, code, coordinate, message }: Change, allowed: Allowed, inventory?: Inventory): Finding {
  const line = inventory?.lineOf(coordinate) ?? inventory?.lineOf(coordinate.split(/[. (]/)[0] ?? '');
  const isMeant = (allowed.rights && BY_RIGHTS.has(code)) || (allowed.takeover && BY_TAKEOVER.has(code));
  return {
    severity: severity === 'error' && isMeant ? 'warning' : severity,
    code,
    message,
    ...(line === undefined ? {} : { line }),
  };
}
