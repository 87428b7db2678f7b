import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { MOST_STEPS, SupportStep } from './support-step.ts';

@Resolver(() => Manufactory)
export class SupportStepResolver {
  @FieldResolver(() => [SupportStep], {
    description: `How its support fades, step by step; none while it is FULL, and ${MOST_STEPS} at the most.`,
  })
  supportSteps(@Root() { uuid }: Manufactory, @Ctx() { loaders }: Context) {
    return loaders.supportStepsByManufactory.load(uuid);
  }
}
