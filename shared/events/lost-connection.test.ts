import { expect, it } from '@jest/globals';
import { Workshop } from '../../test/events/workshop.ts';

const workshop = new Workshop();

it('has connections left after more of them were lost in transactions than the pool has', async () => {
  const losing = Array.from({ length: 12 }, () =>
    workshop.em.transactional((em) => em.execute('select pg_terminate_backend(pg_backend_pid())')),
  );

  expect((await Promise.allSettled(losing)).map(({ status }) => status)).toEqual(losing.map(() => 'rejected'));
  expect(await workshop.em.execute('select 1 as one')).toEqual([{ one: 1 }]);
});
