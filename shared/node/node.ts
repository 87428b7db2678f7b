import { Field, ID, InterfaceType } from 'type-graphql';

/** Global Object Identification. Its implementers are listed by each subgraph, never gathered by themselves. */
@InterfaceType('Node', {
  description: 'Anything that can be found again by its id alone, with `node(id:)`.',
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, {
    description: 'Unique in the whole graph: the type and a UUID. It never changes.',
  })
  id: string;
}
