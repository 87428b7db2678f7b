import { expect, it } from '@jest/globals';
import { AnswerCache } from '../../gateway/cache/answer-cache.ts';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { GraphQLOverHttp } from '../../gateway/graphql-over-http/answer-graphql.ts';
import { textOf } from '../../gateway/graphql-over-http/answered.ts';
import { RequestEnd } from '../../gateway/graphql-over-http/request-end.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import { ANONYMOUS, audienceOf, type Caller } from '../../shared/trust/caller.ts';
import { someone } from '../kit/caller.ts';
import { composeGraph } from './graph.ts';

it('hides what is kept for some from others who ask the same, and keeps no answer in which something was denied', async () => {
  let sent = 0;
  const engine = buildEngine<{ caller: Caller }>({
    supergraph: composeGraph({ a: { typeDefs: 'type Query { open: Int secret: Int @authenticated }' } }),
    grantedTo,
    send: async ({ body }) => {
      sent++;
      const data = body.includes('secret') ? { open: 1, secret: 2 } : { open: 1 };
      return { text: JSON.stringify({ data }), cacheControl: 'max-age=60' };
    },
  });
  const cache = new AnswerCache({ room: 1e6, hearsAll: () => true });
  const caching = { cache, audienceOf: ({ caller }: { caller: Caller }) => audienceOf(caller) };
  const http = new GraphQLOverHttp(engine, { caching });
  cache.serve(http);
  const ask = async (caller: Caller) => {
    const parameters = { query: '{ open secret }', variables: {}, operationName: undefined, extensions: undefined };
    const end = new RequestEnd();
    const asked = http.questions.read(parameters, { caller });
    const answered = await http.run(asked, { method: 'POST', headers: {} }, { caller }, end);
    end.release();
    return { data: JSON.parse(textOf(answered)).data, status: answered.headers?.['cache-status'] };
  };

  expect(await ask(someone())).toEqual({ data: { open: 1, secret: 2 }, status: 'hub; fwd=miss; stored' });
  for (let again = 0; again < 2; again++) {
    expect(await ask(ANONYMOUS)).toEqual({ data: { open: 1, secret: null }, status: 'hub; fwd=miss' });
  }
  expect(await ask(someone())).toMatchObject({ data: { open: 1, secret: 2 }, status: 'hub; hit' });
  expect(sent).toBe(3);
});
