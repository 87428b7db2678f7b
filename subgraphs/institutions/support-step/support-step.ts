import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Manufactory } from '../manufactory/manufactory.ts';

/** Support fades in a few steps; nobody has needed more. */
export const MOST_STEPS = 12;

@Entity()
@ObjectType({ description: 'One step of fading support: from a day on, this much of the full support is left.' })
export class SupportStep extends OwnedRow {
  @ManyToOne(() => Manufactory, { mapToPk: true, fieldName: 'manufactory_id' })
  manufactoryId: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  startsOn: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Of the full support; 1 to 99.' })
  percent: number;

  override assertValid(): void {
    if (this.percent >= 1 && this.percent <= 99) return;
    throw new Invalid(`A step leaves 1 to 99 percent of the support; got ${this.percent}.`, { field: 'percent' });
  }
}

@InputType()
export class SupportStepInput {
  @Field(() => GraphQLLocalDate)
  startsOn: string;

  @Field(() => Int, { description: 'Of the full support; 1 to 99.' })
  percent: number;
}

/** Makes a manufactory's schedule. Throws Invalid where support would not fall from step to step. */
export function scheduleOf(manufactory: Manufactory, steps: SupportStepInput[]): SupportStep[] {
  if (steps.length === 0 || steps.length > MOST_STEPS) {
    throw new Invalid(`Support fades in 1 to ${MOST_STEPS} steps; got ${steps.length}.`, { field: 'steps' });
  }
  const wrong = risingStep(steps);
  if (wrong) throw new Invalid(wrong, { field: 'steps' });
  return steps.map(({ startsOn, percent }) =>
    Object.assign(new SupportStep(), {
      organisationId: manufactory.organisationId,
      manufactoryId: manufactory.uuid,
      startsOn,
      percent,
    }),
  );
}

/** Says what is wrong where a step is not later, and lower, than the one before it; null where all are. */
export function risingStep(steps: readonly SupportStepInput[]): string | null {
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    if (!before || (step.startsOn > before.startsOn && step.percent < before.percent)) continue;
    return `Each step begins later and leaves less than the one before it: ${step.percent} % from ${step.startsOn} does not follow ${before.percent} % from ${before.startsOn}.`;
  }
  return null;
}
