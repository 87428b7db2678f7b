import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { Idea } from './idea.stub.ts';

/** What the institutions add to an idea. */
@Resolver(() => Idea)
export class IdeaResolver {
  @FieldResolver(() => Manufactory, { nullable: true, description: 'The manufactory that came of it, if one did.' })
  manufactory(@Root() { id }: Idea, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Idea', id);
    return uuid && loaders.manufactoryByIdea.load(uuid);
  }
}
