import { GraphQLLocalDate, GraphQLLocalTime } from 'graphql-scalars';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';

export enum Weekday {
  MO = 'MO',
  TU = 'TU',
  WE = 'WE',
  TH = 'TH',
  FR = 'FR',
  SA = 'SA',
  SU = 'SU',
}
registerEnumType(Weekday, { name: 'Weekday', description: 'A day of the week, as iCalendar writes it.' });

/** One line of a schedule, as HSDS has it; stored with its service. */
@InputType('OpeningInput')
@ObjectType({ description: 'Hours at which a service is to be had, on some days of the week.' })
export class Opening {
  @Field(() => [Weekday])
  weekdays: Weekday[];

  @Field(() => GraphQLLocalTime)
  opensAt: string;

  @Field(() => GraphQLLocalTime)
  closesAt: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day on which it holds, where not always.' })
  validFrom: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which it holds, where not always.' })
  validTo: string | null;
}

/** Brings openings into the one form in which they are stored, with hours to the minute. */
export const normalise = (openings: readonly Opening[]): Opening[] =>
  openings.map(({ weekdays, opensAt, closesAt, validFrom, validTo }) => ({
    weekdays: Object.values(Weekday).filter((day) => weekdays.includes(day)),
    opensAt: opensAt.slice(0, 5),
    closesAt: closesAt.slice(0, 5),
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
  }));

/** Throws Invalid where hours or days run backwards, and where there is no day at all. */
export function assertSchedule(openings: readonly Opening[]): void {
  for (const { weekdays, opensAt, closesAt, validFrom, validTo } of openings) {
    if (weekdays.length === 0) throw refuse('Each line of a schedule names at least one day of the week.');
    if (opensAt >= closesAt) throw refuse(`A service cannot close (${closesAt}) before it opens (${opensAt}).`);
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      throw refuse(`A line of a schedule cannot end (${validTo}) before it begins (${validFrom}).`);
    }
  }
}

const refuse = (message: string): Invalid => new Invalid(message, { field: 'schedule' });
