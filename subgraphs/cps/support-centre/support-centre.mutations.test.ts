import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act } from '../../../test/kit/ask.ts';
import { supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);
const FIELDS = 'id name version hostUnit organisation { id } hostedBy { id } territory { code }';
const [owner, host] = [`Organisation_${v4()}`, `Organisation_${v4()}`];

it('opens a centre in a unit that is there already, and lets it stand alone later', async () => {
  await subgraph.given();
  const hosted = { hostedById: host, hostUnit: 'Dział Doradztwa' };
  const input = { organisationId: owner, name: 'CPS', territory: 'PL_1203053', ...hosted };

  const opened = await act(subgraph, 'openSupportCentre', input, FIELDS);
  const edit = { id: opened.row?.id, expectedVersion: 1 };
  const changed = await act(subgraph, 'changeSupportCentre', { ...edit, hostedById: null, hostUnit: null }, FIELDS);

  const centre = { name: 'CPS', organisation: { id: owner }, territory: { code: 'PL_1203053' } };
  expect(opened.row).toMatchObject({ ...centre, hostUnit: 'Dział Doradztwa', hostedBy: { id: host }, version: 1 });
  expect(changed.row).toMatchObject({ ...centre, hostUnit: null, hostedBy: null, version: 2 });
});

it('changes what is named, and nothing else', async () => {
  const centre = Object.assign(supportCentre('CPS'), { hostedById: v4(), hostUnit: 'Unit' });
  await subgraph.given(centre);

  const edit = { id: centre.id, expectedVersion: 1, name: 'New', territory: 'PL_1203053' };
  const { row } = await act(subgraph, 'changeSupportCentre', edit, FIELDS);

  expect(row).toMatchObject({ name: 'New', territory: { code: 'PL_1203053' }, hostUnit: 'Unit' });
  expect(row?.hostedBy).toEqual({ id: `Organisation_${centre.hostedById}` });
});

it.each([
  [{ hostUnit: 'Unit' }, 'INVALID', { field: 'hosted_by' }],
  [{ name: ' ' }, 'INVALID', { field: 'name' }],
  [{ hostedById: `Partner_${v4()}` }, 'INVALID', { field: 'hostedById' }],
  [{ expectedVersion: 7 }, 'CONFLICT', { version: 1 }],
])('refuses the change %j', async (change, code, facts) => {
  const centre = supportCentre('CPS');
  await subgraph.given(centre);

  const refused = await act(subgraph, 'changeSupportCentre', { id: centre.id, expectedVersion: 1, ...change });

  expect(refused).toMatchObject({ row: null, code, facts });
});
