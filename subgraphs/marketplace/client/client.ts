import { registerEnumType } from 'type-graphql';

/** Who buys. An organisation is known by its id in the graph; of a person, an order keeps a pseudonym and nothing else. */
export enum ClientKind {
  ORGANISATION = 'ORGANISATION',
  MUNICIPALITY = 'MUNICIPALITY',
  PERSON = 'PERSON',
}
registerEnumType(ClientKind, {
  name: 'ClientKind',
  description: 'Who buys: an organisation, the municipality with public money, or a person of the community.',
});
