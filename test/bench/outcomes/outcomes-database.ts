import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ensureDatabase, ensureUser, ownerOf } from '../../../infra/postgres/databases.ts';
import { openDatabase } from '../../../shared/database/open-database.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { allTerritories } from '../../../shared/territory/territory.ts';
import { findDataset } from '../../../subgraphs/outcomes/dataset/datasets.ts';
import { columnsOf } from '../../../subgraphs/outcomes/dataset/figure-column.ts';
import { observationLoaders } from '../../../subgraphs/outcomes/observation/observation.loaders.ts';
import type { Selection } from '../../../subgraphs/outcomes/observation/selection.ts';
import { outcomes } from '../../../subgraphs/outcomes/subgraph.ts';
import { network, publishedRelease } from '../../kit/given-outcomes.ts';
import type { SyntheticEurope } from './synthetic-europe.ts';

const YEARS = Array.from({ length: 20 }, (_, index) => String(2006 + index));
/** All that the hub knows in the union. */
export const TERRITORIES = allTerritories().filter(({ path }) => path.startsWith('EU/'));
const LATEST = { periods: null, network: null, release: null };

/** From the row that is published of a territory, where the release is known. */
const LOOKUP = 'select "values" from published_figures where release_id = $1 and territory_code = $2';

/** A third of all figures is withheld. */
const FILL = `insert into published_figures
  select release.id, code, place.level, (
      select array_agg(case when (hashtext(code) + n) % 3 <> 0 then abs(hashtext(code || n) % 5000) end order by n)
        from generate_series(1, jsonb_array_length(release.columns)) as n)
    from release cross join json_to_recordset($1) as place(code text, level text, is_real boolean)
    where is_real or period = $2`;

/**
 * The subgraph's own, where the network of the EU has published PEOPLE of 20 years: the last of all places, invented ones
 * too, the others of those that the hub knows, for all would take minutes to fill.
 */
export class OutcomesDatabase {
  /** How long each statement of the graph took since this was last emptied, in milliseconds, with its way there and back. */
  readonly statements: number[] = [];

  private constructor(
    private readonly orm: MikroORM,
    private readonly client: pg.Client,
    private readonly latest: string,
  ) {}

  static async fill(adminUrl: string, europe: SyntheticEurope): Promise<OutcomesDatabase> {
    const [owner, password] = [ownerOf('outcomes'), 'bench'];
    await ensureDatabase(adminUrl, 'outcomes', { owner, password });
    await ensureUser(adminUrl, 'outcomes', { user: 'outcomes', password });
    const as = (username: string): string =>
      Object.assign(new URL(adminUrl), { username, password, pathname: '/outcomes' }).href;
    const orm = await openDatabase({ ...outcomes, url: as('outcomes'), ownerUrl: as(owner) });
    const client = new pg.Client({ connectionString: as(owner) });
    await client.connect();

    const dataset = findDataset('PEOPLE');
    if (!dataset) throw new Error('There is no dataset PEOPLE.');
    const columns = columnsOf(dataset).map(({ indicator, category }) => `${indicator} ${category}`);
    const union = network('European Network', 'EU');
    const releases = YEARS.map((year) => publishedRelease(union, 'PEOPLE', year, columns));
    const filling = orm.em.fork().persist([union, ...releases]);
    await asSystem(() => filling.flush());

    const places = new Map(europe.tree.map(({ code, level }) => [code, { code, level, is_real: false }]));
    for (const { code, level } of TERRITORIES) places.set(code, { code, level, is_real: true });
    await client.query(FILL, [JSON.stringify([...places.values()]), YEARS.at(-1)]);
    await client.query('vacuum analyze');
    return new OutcomesDatabase(orm, client, releases.at(-1)?.uuid ?? '');
  }

  async rows(): Promise<string> {
    const { rows } = await this.client.query<{ count: string }>('select count(*) from published_figures');
    return rows[0]?.count ?? '';
  }

  lookUp(code: string): Promise<unknown> {
    return this.client.query(LOOKUP, [this.latest, code]);
  }

  /** As a request for `Territory.outcomes` reads its newest figures. */
  async outcomesOf(code: string, selection: Selection): Promise<void> {
    const em = this.orm.em.fork();
    const execute = em.execute.bind(em);
    const timed = async (sql: string, parameters: unknown[]) => {
      const began = performance.now();
      const rows = await execute(sql, parameters);
      this.statements.push(performance.now() - began);
      return rows;
    };
    Object.assign(em, { execute: timed });
    const loader = observationLoaders(em).observations({ selection, wanted: LATEST });
    const found = await loader.load({ within: code, territories: [code] });
    if (found.length !== selection.indicators.length) throw new Error(`${code} has ${found.length} figures.`);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.orm.close();
  }
}
