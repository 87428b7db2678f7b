import { findDataset } from '../../../subgraphs/outcomes/dataset/datasets.ts';
import { thresholdsOf } from '../../../subgraphs/outcomes/disclosure-control/thresholds.ts';
import { isDerived } from '../../../subgraphs/outcomes/indicator/indicator-definition.ts';
import {
  type EarlierRelease,
  type ProtectedRelease,
  protectRelease,
} from '../../../subgraphs/outcomes/protection/protect-release.ts';
import { type ProtectionSteps, STEPS } from '../../../subgraphs/outcomes/protection/protect-steps.ts';
import type { Protection } from './protection.ts';
import { SyntheticEurope } from './synthetic-europe.ts';

/** Adds up how long each part takes, and counts none twice. */
class Watch {
  readonly took: Record<string, number> = {};
  private readonly inside: number[] = [];

  clear(): void {
    for (const name of Object.keys(this.took)) delete this.took[name];
  }

  part = <Made>(name: string, run: () => Made): Made => {
    this.inside.push(0);
    const began = performance.now();
    const made = run();
    const whole = performance.now() - began;
    const nested = this.inside.pop() ?? 0;
    this.took[name] = (this.took[name] ?? 0) + whole - nested;
    const last = this.inside.length - 1;
    if (last >= 0) this.inside[last] = (this.inside[last] ?? 0) + whole;
    return made;
  };
}

/** Assembles, protects and audits one release of the dataset PEOPLE, and tells what it took. Runs in a process of its own. */
async function protectOne(share: number, revisedShare: number): Promise<Protection> {
  const dataset = findDataset('PEOPLE');
  if (!dataset) throw new Error('There is no dataset PEOPLE.');
  const europe = new SyntheticEurope(share, 'bench');
  const thresholds = thresholdsOf();
  const watch = new Watch();
  const steps: ProtectionSteps = {
    ...STEPS,
    part: watch.part,
    audit: (equations) => watch.part('audit', () => STEPS.audit(equations)),
  };
  const counted = new Map(dataset.indicators.flatMap((one) => (isDerived(one) ? [] : [[one.code, one] as const])));
  const make = (sequence: number, late: number, earlier: readonly EarlierRelease[]) =>
    protectRelease(
      {
        dataset,
        period: '2026',
        sequence,
        tree: europe.tree,
        thresholds,
        countsOf: async (code) => {
          const indicator = counted.get(code);
          if (!indicator) throw new Error(`${code} is not counted.`);
          return watch.part('counts', () => withLate(europe.countsOf(indicator, '2026'), late));
        },
        earlier,
      },
      steps,
    );

  const timed = async (run: () => Promise<ProtectedRelease>) => {
    watch.clear();
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const made = await run();
    const { user, system } = process.cpuUsage(cpu);
    return { made, took: { ...watch.took, whole: performance.now() - began, cpu: (user + system) / 1_000 } };
  };
  const first = await timed(() => make(1, 0, []));
  const before = [{ sequence: 1, period: '2026', figures: first.made.figures }];
  const { made, took } = revisedShare > 0 ? await timed(() => make(2, revisedShare, before)) : first;
  const { columns } = made.figures;
  const cells = columns.reduce((sum, { hidden }) => sum + hidden.length, 0);
  const hidden = columns.reduce((sum, column) => sum + column.hidden.reduce((total, is) => total + is, 0), 0);
  return {
    municipalities: europe.municipalities,
    columns: columns.length,
    took,
    peakMb: process.resourceUsage().maxRSS / 1_024,
    told: 1 - hidden / cells,
    notes: made.notes,
  };
}

/** Every so many municipalities, one more person of the first kind of each breakdown is known by now. */
function withLate(counts: Map<string, Map<string, number>>, share: number): Map<string, Map<string, number>> {
  if (share === 0) return counts;
  const codes = [...(counts.get('')?.keys() ?? [])].filter((_, index) => index % Math.round(1 / share) === 0);
  const firsts = new Map<string, string>();
  for (const category of counts.keys()) {
    const traits = category.replaceAll(/=[^;]*/g, '');
    if (!firsts.has(traits)) firsts.set(traits, category);
  }
  for (const category of firsts.values()) {
    const byTerritory = counts.get(category);
    for (const code of codes) byTerritory?.set(code, (byTerritory.get(code) ?? 0) + 1);
  }
  return counts;
}

const [share = '1', revised = '0'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await protectOne(Number(share), Number(revised))));
