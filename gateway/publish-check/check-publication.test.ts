import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, it } from '@jest/globals';
import { graphql, parse } from 'graphql';
import { errorCodes, LINK, publish, SERVED, sdlOf } from '../../test/kit/small-federation.ts';
import { checkApart } from './check-apart.ts';
import { checkSupergraph } from './check-publication.ts';
import { NOTHING_ALLOWED } from './finding.ts';

const link = (url: string, more = '') => `extend schema @link(url: "${url}"${more})\n`;
const FED = 'https://specs.apollo.dev/federation/v2.9';
const importing = (imports: string) => link(FED, `, import: [${imports}]`);
const centre = (change: (sdl: string) => string) => change(sdlOf('centre'));
const MANY = Array.from({ length: 33 }, (_, index) => `["s${index}"]`).join(', ');
const Q = 'type Query { mine: Int } ';

/** What is only a try to do harm by an SDL; each with what it is refused for. */
const HOSTILE: [what: string, sdl: string, code: string][] = [
  [
    "answers beside another's field",
    `${LINK} type Place @key(fields: "id") { id: ID! capacity: Int @shareable }`,
    'ANSWERS_TOO',
  ],
  ['is no SDL', 'type Query {', 'SYNTAX_ERROR'],
  ['is empty', '', 'SYNTAX_ERROR'],
  ['is too large', `# ${'x'.repeat(1024 * 1024)}\n${Q}`, 'SDL_TOO_LARGE'],
  ['has too many tokens', `type Query { ${'a:Int '.repeat(40_000)} }`, 'SDL_TOO_LARGE'],
  ['nests until a parser falls', `type Query { a: ${'['.repeat(5_000)}Int${']'.repeat(5_000)} }`, 'SDL_TOO_DEEP'],
  ['nests in a default', `type Query { a(b: [Int] = ${'['.repeat(99)}${']'.repeat(99)}): Int }`, 'SDL_TOO_DEEP'],
  ['holds an operation', `${Q} query { person { diagnosis } }`, 'NO_TYPE_SYSTEM'],
  ['hides a long field set', `${LINK} type A @key(fields: "${'a '.repeat(3_000)}") { a: ID! }`, 'SDL_TOO_LARGE'],
  ['links composition itself', link('https://specs.apollo.dev/join/v0.5') + Q, 'LINK_NOT_ALLOWED'],
  ['links links', link('https://specs.apollo.dev/link/v1.0') + Q, 'LINK_NOT_ALLOWED'],
  ['links a later federation', link('https://specs.apollo.dev/federation/v2.12') + Q, 'LINK_NOT_ALLOWED'],
  ['links another place', link('https://specs.apollo.dev.evil.example/federation/v2.9') + Q, 'LINK_NOT_ALLOWED'],
  ['links for security', link(FED, ', for: SECURITY') + Q, 'LINK_NOT_ALLOWED'],
  ['links twice', link(FED) + link(FED) + Q, 'LINK_NOT_ALLOWED'],
  ['takes the name of the machinery', link(FED, ', as: "join"') + Q, 'LINK_NOT_ALLOWED'],
  ['imports @composeDirective', importing('"@composeDirective"') + Q, 'LINK_NOT_ALLOWED'],
  ['imports @policy by another name', importing('{name: "@policy", as: "@p"}') + Q, 'LINK_NOT_ALLOWED'],
  ['calls a harmless one @requiresScopes', importing('{name: "@tag", as: "@requiresScopes"}') + Q, 'LINK_NOT_ALLOWED'],
  ['imports what is no name', importing('{as: "@key"}') + Q, 'LINK_NOT_ALLOWED'],
  ['imports nothing that is a list', link(FED, ', import: "@key"') + Q, 'LINK_NOT_ALLOWED'],
  [
    'uses @fromContext',
    `${LINK} type Query { a(b: Int @federation__fromContext(field: "$c")): Int }`,
    'DIRECTIVE_NOT_ALLOWED',
  ],
  ['uses @policy', `${LINK} type Query { a: Int @federation__policy(policies: [["p"]]) }`, 'DIRECTIVE_NOT_ALLOWED'],
  [
    'has the gateway call elsewhere',
    'directive @resolveTo(sourceName: String) on FIELD_DEFINITION type Query { a: Int @resolveTo(sourceName: "centre") }',
    'DIRECTIVE_NOT_ALLOWED',
  ],
  ['has the gateway publish', 'type Query { a: Int @pubsubOperation(pubsubTopic: "x") }', 'DIRECTIVE_NOT_ALLOWED'],
  [
    'changes the transport',
    'extend schema @transport(kind: "http", location: "http://169.254.169.254/") type Query { a: Int }',
    'DIRECTIVE_NOT_ALLOWED',
  ],
  ['speaks as the supergraph', 'type Query { a: Int @join__field(graph: CENTRE) }', 'DIRECTIVE_NOT_ALLOWED'],
  ['defines the machinery', `${Q} enum join__Graph { CENTRE }`, 'RESERVED_NAME'],
  ['defines @skip anew', `${Q} directive @skip(if: String) on FIELD`, 'RESERVED_NAME'],
  ['pollutes prototypes', 'type Query { constructor: Int }', 'RESERVED_NAME'],
  ['names a type __proto__', `${Q} type __proto__ { a: Int }`, 'RESERVED_NAME'],
  ['puts rights on an interface', `${LINK} ${Q} interface I @authenticated { a: Int }`, 'ACCESS_MISPLACED'],
  ["puts rights on an interface's field", `${LINK} ${Q} interface I { a: Int @authenticated }`, 'ACCESS_MISPLACED'],
  ['puts rights on a scalar', `${LINK} ${Q} scalar S @authenticated`, 'ACCESS_MISPLACED'],
  ['puts rights on an enum', `${LINK} ${Q} enum E @requiresScopes(scopes: [["a"]]) { A }`, 'ACCESS_MISPLACED'],
  ['asks too many scopes', `${LINK} type Query { a: Int @requiresScopes(scopes: [${MANY}]) }`, 'ACCESS_TOO_WIDE'],
  [
    'moves a part of the requests',
    `${LINK} type Place @key(fields: "id") { id: ID! name: String! @override(from: "centre", label: "percent(1)") }`,
    'OVERRIDE_BY_SHARE',
  ],
  ['does not compose', 'type Query { a: Bark }', 'COMPOSITION_FAILED'],
  ["adds a root field of another's name", 'type Query { places: [Int] }', 'COMPOSITION_FAILED'],
  ['opens a mutation', `${Q} type Mutation { wipe: Boolean }`, 'MUTATION_OPEN'],
  [
    'opens a mutation under another root',
    `${Q} schema { query: Query mutation: Evil } type Evil { wipe: Boolean }`,
    'MUTATION_OPEN',
  ],
  ['joins people by id', `${LINK} type Person @key(fields: "id") { id: ID! likes: Int }`, 'PROTECTED_KEY'],
  [
    'joins people by pseudonym',
    `${LINK} type Person @key(fields: "hostPseudonym") { hostPseudonym: ID! likes: Int }`,
    'PROTECTED_KEY',
  ],
  [
    'refers to people by pseudonym',
    `${LINK} type Query { who: Person } type Person @key(fields: "hostPseudonym", resolvable: false) { hostPseudonym: ID! }`,
    'PROTECTED_KEY',
  ],
  [
    'has itself told what is protected',
    `${LINK} type Place @key(fields: "id") { id: ID! secretNote: String @external copy: String @requires(fields: "secretNote") @authenticated }`,
    'PROTECTED_READ',
  ],
  [
    "takes over another's field",
    `${LINK} type Place @key(fields: "id") { id: ID! name: String! @override(from: "centre") }`,
    'TAKES_OVER',
  ],
  [
    "provides another's field",
    `${LINK} type Query { near: Place @provides(fields: "kind") } enum Kind { HALL ROOM } type Place @key(fields: "id") { id: ID! kind: Kind @external }`,
    'PROVIDES_OTHERS',
  ],
  [
    "adds to all that have another's interface",
    `${LINK} type Node @key(fields: "id") @interfaceObject { id: ID! leak: String }`,
    'EXTENDS_INTERFACE',
  ],
  [
    "hides another's type",
    `${LINK} type Money @shareable @inaccessible { amount: String! currency: String! } type Query { m: Money @inaccessible }`,
    'COMPOSITION_FAILED',
  ],
  [
    "hides another's field",
    `${LINK} type Query { m: Money } type Money @shareable { amount: String! currency: String! @inaccessible }`,
    'CHANGES_OTHERS',
  ],
  [
    "makes another's field nullable",
    `${LINK} type Query { m: Money } type Money @shareable { amount: String currency: String! }`,
    'CHANGES_OTHERS',
  ],
  [
    "takes an input's field away",
    `${LINK} type Query { mine(filter: PlaceFilter): Int } input PlaceFilter { name: String }`,
    'CHANGES_OTHERS',
  ],
  [
    "makes another's fields cost too much",
    `${LINK} type Query { m: Money } type Money @shareable { amount: String! @cost(weight: 9999999) currency: String! }`,
    'CHANGES_OTHERS',
  ],
  [
    "locks another's type",
    `${LINK} type Query { m: Money @authenticated } type Money @shareable @authenticated { amount: String! currency: String! }`,
    'RIGHTS_NARROWED',
  ],
];

it.each(HOSTILE)('denies an SDL that %s', (_, sdl, code) => {
  const checked = publish(sdl);

  expect(errorCodes(checked)).toContain(code);
  expect(checked.supergraph).toBeNull();
});

it.each([
  [
    'of a field',
    'RIGHTS_LOST',
    centre((sdl) => sdl.replace('secretNote: String @authenticated', 'secretNote: String')),
  ],
  [
    'of a type',
    'RIGHTS_LOST',
    centre((sdl) => sdl.replace(/"hostPseudonym"\) @requiresScopes\(.*\) \{/, '"hostPseudonym") {')),
  ],
  [
    'by one more alternative',
    'RIGHTS_LOST',
    centre((sdl) => sdl.replace('[["centre:write"]]', '[["centre:write"], ["x"]]')),
  ],
  [
    'by fewer scopes together',
    'RIGHTS_LOST',
    centre((sdl) => sdl.replace('"people:read", "purpose:CASE_WORK"', '"people:read"')),
  ],
  ['to hide a pseudonym', 'MADE_VISIBLE', centre((sdl) => sdl.replace('ID! @inaccessible', 'ID!'))],
])('denies to lose a right without a word: %s', (_, code, sdl) => {
  expect(errorCodes(publish(sdl, 'centre'))).toEqual([code]);

  const meant = publish(sdl, 'centre', { rights: true, takeover: false });
  expect(errorCodes(meant)).toEqual([]);
  expect(meant.findings).toContainEqual(expect.objectContaining({ severity: 'warning', code }));
  expect(meant.supergraph).not.toBeNull();
});

it('lets a right move from a field to its type, and grow stricter, for then nobody sees more', () => {
  const moved = centre((sdl) =>
    sdl
      .replace(
        'type Place implements Node @key(fields: "id") {',
        'type Place implements Node @key(fields: "id") @authenticated {',
      )
      .replace('secretNote: String @authenticated', 'secretNote: String'),
  );
  const codes = errorCodes(publish(moved, 'centre'));

  expect(codes).not.toContain('RIGHTS_LOST');
  expect(
    errorCodes(publish(sdlOf('centre').replace('[["centre:write"]]', '[["centre:write", "x"]]'), 'centre')),
  ).toEqual([]);
});

it('says whose field is taken over, and lets it where that is meant', () => {
  const sdl = `${LINK}type Place @key(fields: "id") {\n id: ID!\n name: String! @override(from: "centre")\n}`;

  const { findings } = publish(sdl);
  expect(findings).toEqual([
    { severity: 'error', code: 'TAKES_OVER', message: 'partner takes over Place.name from centre.', line: 4 },
  ]);
  expect(errorCodes(publish(sdl, 'partner', { rights: true, takeover: false }))).toEqual(['TAKES_OVER']);
  expect(publish(sdl, 'partner', { rights: false, takeover: true })).toMatchObject({
    findings: [{ severity: 'warning', code: 'TAKES_OVER' }],
    supergraph: expect.any(String),
  });
});

it.each([
  [
    'fields of its own on an entity',
    `${LINK} type Place @key(fields: "id") { id: ID! likes: Int @tag(name: "x") @cost(weight: 2) }`,
  ],
  [
    'a type that everybody has',
    `${LINK} type Query { price: Money @deprecated } type Money @shareable { amount: String! currency: String! }`,
  ],
  ['a mutation with rights', `${LINK} ${Q} type Mutation { like: Int @authenticated }`],
  [
    'names of its own',
    `${importing('{name: "@key", as: "@primary"}, "FieldSet"')} type Place @primary(fields: "id") { id: ID! likes: Int }`,
  ],
  [
    'names without an import',
    `${link(FED)} type Place @federation__key(fields: "id") { id: ID! likes: Int @federation__authenticated }`,
  ],
  [
    'what another tells everybody',
    `${LINK} enum Kind { HALL ROOM } type Place @key(fields: "id") { id: ID! kind: Kind @external fits: Int @requires(fields: "kind") }`,
  ],
])('takes an SDL with %s', (_, sdl) => {
  const checked = publish(sdl);

  expect(errorCodes(checked)).toEqual([]);
  expect(checked.supergraph).not.toBeNull();
});

it('finds nothing to say of what is served already, and makes the same of it', () => {
  for (const name of ['centre', 'workshops']) {
    expect(publish(sdlOf(name), name).findings).toEqual([]);
  }
});

it('denies a whole supergraph that more may see, or that has an address with a template', () => {
  const none = { rights: false, takeover: false };
  const codes = (supergraph: string) => checkSupergraph(SERVED, supergraph, none).map(({ code }) => code);

  expect(codes(SERVED)).toEqual([]);
  expect(codes(SERVED.replace(/ @authenticated\n/, '\n'))).toEqual(['RIGHTS_LOST']);
  expect(codes(SERVED.replace('http://127.0.0.1:4001/', 'http://{host}/'))).toEqual(['ADDRESS_NOT_ALLOWED']);
});

it('survives a composition that takes too long, or breaks off', async () => {
  const candidate = { name: 'partner', url: 'http://127.0.0.1:4009/', sdl: `${LINK} ${Q}` };
  const publication = { candidate, all: [candidate], served: SERVED, allowed: NOTHING_ALLOWED };

  expect(await checkApart(publication, 1)).toMatchObject({
    findings: [{ code: 'COMPOSITION_FAILED', message: expect.stringContaining('took more than') }],
    supergraph: null,
  });
  expect(await checkApart({ ...publication, served: 'no supergraph' })).toMatchObject({
    findings: [{ code: 'COMPOSITION_FAILED', message: expect.stringContaining('broke off') }],
    supergraph: null,
  });
  expect(errorCodes(publish(`${LINK} type Query { a: Int @requiresScopes }`))).toEqual(['COMPOSITION_FAILED']);
});

it("takes an SDL as Apollo's library says it, with all the definitions of federation", async () => {
  const schema = buildSubgraphSchema(parse(sdlOf('centre')));
  const { data } = await graphql({ schema, source: '{ _service { sdl } }' });
  const { sdl } = data!._service as { sdl: string };

  expect(sdl).toContain('directive @federation__composeDirective');
  expect(publish(sdl, 'centre')).toEqual({ findings: [], supergraph: expect.any(String) });
});

it('tells of a directive that is defined and not used', () => {
  const { findings, supergraph } = publish('directive @mine on FIELD_DEFINITION type Query { mine: Int }');

  expect(findings).toEqual([expect.objectContaining({ severity: 'warning', code: 'DIRECTIVE_UNUSED', line: 1 })]);
  expect(supergraph).not.toContain('@mine');
});
