import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { dayBefore, yearAfter } from '../../../shared/write/day.ts';
import { read } from '../../../test/kit/ask.ts';
import { department, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { told, writeTo } from '../../../test/kit/write-institutions.ts';
import { institutions } from '../subgraph.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

const subgraph = new SubgraphUnderTest(institutions);
const host = parentInstitution();
const stage = department(host, 'Stage');
const INCENTIVES = [v4(), v4()] as const;

/** The diagram: from where each step goes, and to where. */
const STEPS: Record<string, { from: string[]; to: string }> = {
  protectManufactory: { from: ['PREPARING'], to: 'PROTECTED' },
  extendProtection: { from: ['PROTECTED'], to: 'PROTECTED' },
  enterDecision: { from: ['PROTECTED'], to: 'DECISION' },
  makeIndependent: { from: ['DECISION'], to: 'INDEPENDENT' },
  retainManufactory: { from: ['DECISION'], to: 'RETAINED' },
  closeManufactory: { from: ['PREPARING', 'PROTECTED', 'DECISION', 'INDEPENDENT', 'RETAINED'], to: 'CLOSED' },
};

/** What should be so. */
class Model {
  readonly ideaId = v4();
  readonly incentives = INCENTIVES.map(() => v4());
  id: string;
  status = 'PREPARING';
  support = 'FULL';
  version = 1;
  day = '2001-01-01';
  protectedUntil = '2001-12-31';
  #days = 1;
  isPlaced = false;
  isVerified = false;
  isAdvised = false;
  isExtended = false;
  awarded = new Set<number>();
  revoked = new Set<number>();
  path: string[] = ['null>PREPARING'];

  passDay(): void {
    this.day = new Date(Date.UTC(2001, 0, ++this.#days)).toISOString().slice(0, 10);
  }

  get hasBudget(): boolean {
    return [...this.awarded].some((one) => !this.revoked.has(one));
  }

  allows(mutation: string): boolean {
    if (mutation === 'fadeSupport') return this.support === 'FULL';
    if (mutation === 'endSupport')
      return this.support === 'FADING' && !['PREPARING', 'PROTECTED'].includes(this.status);
    if (!STEPS[mutation]?.from.includes(this.status)) return false;
    if (mutation === 'protectManufactory') return this.isPlaced && this.isVerified && this.hasBudget;
    if (mutation === 'extendProtection') return !this.isExtended;
    if (mutation === 'enterDecision') return this.isAdvised;
    return true;
  }

  go(mutation: string): void {
    this.version++;
    if (mutation === 'extendProtection') this.isExtended = true;
    if (mutation === 'protectManufactory') this.protectedUntil = dayBefore(yearAfter(this.day));
    const phases: Record<string, string> = { fadeSupport: 'FADING', endSupport: 'ENDED' };
    const phase = phases[mutation];
    const to = phase ?? STEPS[mutation]?.to ?? '';
    this.path.push(`${phase ? this.support : this.status}>${to}`);
    if (phase) this.support = phase;
    else this.status = to;
  }
}

/** The steps that lead on; taken more often, so that lives are longer. */
const HOPES = [
  'protectManufactory',
  'enterDecision',
  'makeIndependent',
  'retainManufactory',
  'fadeSupport',
  'endSupport',
];

const step = fc
  .constantFrom(...HOPES, ...HOPES, ...HOPES, ...Object.keys(STEPS))
  .map((mutation) => ({ kind: 'step' as const, mutation }));
const command = fc.oneof(
  { weight: 6, arbitrary: step },
  { weight: 1, arbitrary: step.map(({ mutation }) => ({ kind: 'stale' as const, mutation })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'place' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('told' as const),
      what: fc.constantFrom('verified', 'verified', 'rejected', 'awarded', 'awarded', 'revoked', 'advised'),
      which: fc.constantFrom(0, 1),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

const commands = fc.array(command, { minLength: 12, maxLength: 24, size: 'max' });

/** All that the other partners and the host do before protection and decision. */
const READY: Command[] = [
  { kind: 'place' },
  ...(['verified', 'awarded', 'advised'] as const).map((what) => ({ kind: 'told' as const, what, which: 0 as const })),
];

/** Lives that go to their end, so that every state is reached whatever else is generated. */
const WHOLE_LIVES: [boolean, Command[]][] = ['makeIndependent', 'retainManufactory'].map((decision) => {
  const steps = ['protectManufactory', 'extendProtection', 'fadeSupport', 'enterDecision', decision, 'endSupport'];
  return [true, [...steps, 'closeManufactory'].map((mutation) => ({ kind: 'step', mutation }))];
});

/** What a step needs beside the day. */
const inputOf = (mutation: string, protectedUntil: string): object => {
  if (mutation === 'extendProtection') return { reason: 'Winter', until: yearAfter(protectedUntil) };
  if (mutation === 'closeManufactory') return { reason: 'Too few orders' };
  if (mutation === 'fadeSupport') return { steps: [{ startsOn: '2009-01-01', percent: 50 }] };
  if (mutation !== 'makeIndependent') return {};
  return { legalFormCode: 'FOUNDATION', identifier: { scheme: 'PL-NIP', value: '0000000001' } };
};

const found = async (id: string) =>
  (
    await read(
      subgraph,
      `query ($id: ID!) { manufactory(id: $id) {
        status supportPhase version protectionExtended history(first: 100) { nodes { from to } } } }`,
      { id },
    )
  ).manufactory;

async function run(model: Model, one: Command): Promise<void> {
  if (one.kind === 'told') return hear(model, one.what, one.which);
  if (one.kind === 'place') {
    const { refused } = await writeTo(subgraph, 'placeManufactory', {
      id: model.id,
      expectedVersion: model.version,
      departmentId: stage.id,
    });
    expect(refused).toBeNull();
    if (!model.isPlaced) model.version++;
    model.isPlaced = true;
    return;
  }
  model.passDay();
  const expectedVersion = one.kind === 'stale' ? model.version - 1 : model.version;
  const input = { id: model.id, expectedVersion, on: model.day, ...inputOf(one.mutation, model.protectedUntil) };
  const allowed = one.kind === 'step' && model.allows(one.mutation);
  const before = allowed ? null : await found(model.id);
  const { refused } = await writeTo(subgraph, one.mutation, input);
  expect({ ...one, refused: refused?.code ?? null }).toEqual({ ...one, refused: allowed ? null : 'CONFLICT' });
  if (!allowed) {
    if (one.kind === 'step') expect(refused?.guard).toBeDefined();
    return expect(await found(model.id)).toEqual(before);
  }
  model.go(one.mutation);
}

async function hear(model: Model, what: string, which: number): Promise<void> {
  const uuid = model.id.slice('Manufactory_'.length);
  const incentive = model.incentives[which] as string;
  if (what === 'verified') await subgraph.deliver(told.ideaVerified(model.ideaId));
  if (what === 'rejected') await subgraph.deliver(told.ideaRejected(model.ideaId));
  if (what === 'awarded') await subgraph.deliver(told.incentiveAwarded(uuid, incentive));
  if (what === 'revoked') await subgraph.deliver(told.incentiveRevoked(uuid, incentive));
  if (what === 'advised') await subgraph.deliver(told.legalFormAdvised(uuid));
  if (what === 'verified' || what === 'rejected') model.isVerified = what === 'verified';
  if (what === 'awarded') model.awarded.add(which);
  if (what === 'revoked') model.revoked.add(which);
  if (what === 'advised') model.isAdvised = true;
}

beforeAll(() => subgraph.given(host, stage));

it('never leaves the diagram: what is refused changes nothing, versions grow, and the history is the path', async () => {
  const reached = new Set<string>();

  await fc.assert(
    fc.asyncProperty(fc.boolean(), commands, async (isReady, commands) => {
      const model = new Model();
      const { row } = await writeTo(subgraph, 'prepareManufactory', {
        parentInstitutionId: host.id,
        ideaId: `Idea_${model.ideaId}`,
        name: 'Theatre',
        activityCode: 'S90.20',
        territory: 'PL21',
        on: model.day,
      });
      model.id = row?.id as string;

      for (const one of [...(isReady ? READY : []), ...commands]) {
        await run(model, one);
        reached.add(model.status).add(model.support);
      }

      const { history, ...state } = await found(model.id);
      expect(state).toMatchObject({
        status: model.status,
        supportPhase: model.support,
        version: model.version,
        protectionExtended: model.isExtended,
      });
      expect(history.nodes.map(({ from, to }: { from: string; to: string }) => `${from}>${to}`)).toEqual(model.path);
    }),
    { numRuns: 14, examples: WHOLE_LIVES },
  );

  expect(reached).toEqual(new Set([...Object.values(ManufactoryStatus), ...Object.values(SupportPhase)]));
}, 60_000);
