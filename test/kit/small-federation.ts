import type { SubgraphSdl } from '../../gateway/compose.ts';
import { compose } from '../../gateway/compose.ts';
import { type CheckedPublication, checkPublication } from '../../gateway/publish-check/check-publication.ts';
import { type Allowed, isError, NOTHING_ALLOWED } from '../../gateway/publish-check/finding.ts';

const IMPORTED =
  '["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible", "@tag", "@authenticated", "@requiresScopes", "@cost", "@listSize"]';

export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${IMPORTED})\n`;

/** What a centre knows of people, and a register of workshops; small, and with all that somebody could want to get at. */
const CENTRE = `${LINK}
type Query { person(id: ID!): Person @requiresScopes(scopes: [["people:read"]]) places(filter: PlaceFilter): [Place!] }
type Mutation { addPlace(name: String!): Place @requiresScopes(scopes: [["centre:write"]]) }
type Person @key(fields: "id") @key(fields: "hostPseudonym") @requiresScopes(scopes: [["people:read"]]) {
  id: ID!
  hostPseudonym: ID! @inaccessible
  diagnosis: String @requiresScopes(scopes: [["people:read", "purpose:CASE_WORK"]])
}
interface Node { id: ID! }
type Place implements Node @key(fields: "id") { id: ID! name: String! kind: Kind seats(first: Int): Int capacity: Int @shareable secretNote: String @authenticated }
enum Kind { HALL ROOM }
input PlaceFilter { name: String kind: Kind }
type Money @shareable { amount: String! currency: String! }
`;
const WORKSHOPS = `${LINK}
type Query { workshops: [Workshop!] }
type Workshop @key(fields: "id") { id: ID! title: String! income: Money place: Place }
type Place @key(fields: "id", resolvable: false) { id: ID! }
type Money @shareable { amount: String! currency: String! }
`;

export const SUBGRAPHS: SubgraphSdl[] = [
  { name: 'centre', url: 'http://127.0.0.1:4001/', sdl: CENTRE },
  { name: 'workshops', url: 'http://127.0.0.1:4002/', sdl: WORKSHOPS },
];
export const SERVED = compose(SUBGRAPHS);

/** What the check says where a partner's subgraph is new, or one of those that are there has another SDL. */
export function publish(sdl: string, name = 'partner', allowed: Allowed = NOTHING_ALLOWED): CheckedPublication {
  const candidate = { name, url: 'http://127.0.0.1:4009/', sdl };
  const isKnown = SUBGRAPHS.some((subgraph) => subgraph.name === name);
  const all = isKnown
    ? SUBGRAPHS.map((subgraph) => (subgraph.name === name ? candidate : subgraph))
    : [...SUBGRAPHS, candidate];
  return checkPublication({ candidate, all, served: SERVED, allowed });
}

export const errorCodes = ({ findings }: CheckedPublication): string[] => [
  ...new Set(findings.filter(isError).map(({ code }) => code)),
];

export const sdlOf = (name: string): string => SUBGRAPHS.find((subgraph) => subgraph.name === name)?.sdl ?? '';
