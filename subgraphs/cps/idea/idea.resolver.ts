import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { Idea, IdeaStatus } from './idea.ts';

export const IdeaConnection = connectionOf(Idea, 'Idea');

@InputType()
export class IdeaFilter {
  @Field(() => String, { nullable: true, description: 'Answering a need of this territory, or beneath it.' })
  territory?: string;

  @Field(() => IdeaStatus, { nullable: true })
  status?: IdeaStatus;
}

@Resolver(() => Idea)
export class IdeaResolver {
  @Query(() => IdeaConnection, {
    nullable: true,
    description: 'The ideas that were brought to the centres, the oldest first.',
  })
  ideas(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IdeaFilter, { nullable: true }) filter: IdeaFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.status ? { status: filter.status } : {}) };
    return IdeaConnection.of(pageOf(em, { entity: Idea, where, order: [{ property: 'submittedOn' }] }, page));
  }

  @Query(() => Idea, { nullable: true })
  idea(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveIdea({ id }, context);
  }
}

export const resolveIdea = ({ id }: { id: string }, { loaders }: Context) => loaders.ideaById.load(id);
