import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { SupportStepInput } from '../support-step/support-step.ts';
import { LegalIdentifier } from './legal-identifier.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

@InputType()
export class ManufactoryFilter {
  @Field(() => String, { nullable: true, description: 'Working in this territory, or beneath it.' })
  territory?: string;

  @Field(() => ManufactoryStatus, { nullable: true })
  status?: ManufactoryStatus;

  @Field(() => SupportPhase, { nullable: true })
  supportPhase?: SupportPhase;
}

@InputType()
export class PrepareManufactoryInput extends NewInput {
  @Field(() => ID)
  parentInstitutionId: string;

  @Field(() => ID, { description: 'The idea that it comes from; each idea becomes one manufactory at the most.' })
  ideaId: string;

  @Field(() => ID, { nullable: true, description: 'The department as which it begins, if it is open already.' })
  departmentId?: string | null;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'What it will do, by its code in NACE Rev. 2.1: "S90.20".' })
  activityCode: string;

  @Field(() => String, { description: 'The code of the territory where it will work.' })
  territory: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When preparation began; today where none is said.' })
  on?: string | null;
}

@InputType()
export class PlaceManufactoryInput extends EditInput {
  @Field(() => ID, { description: 'An open department of its own parent institution.' })
  departmentId: string;
}

/** A step in the life of a manufactory. */
@InputType()
export class TransitionInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it happened; today where none is said.' })
  on?: string | null;

  @Field(() => String, { nullable: true, description: 'Why; it is kept in the history.' })
  reason?: string | null;
}

@InputType()
export class ProtectManufactoryInput extends TransitionInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; a year where none is said, and never more.',
  })
  until?: string | null;
}

@InputType()
export class ExtendProtectionInput extends EditInput {
  @Field(() => GraphQLLocalDate, { description: 'The new last day, within a year after the old one.' })
  until: string;

  @Field(() => String)
  reason: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was decided; today where none is said.' })
  on?: string | null;
}

@InputType()
export class MakeIndependentInput extends TransitionInput {
  @Field(() => String, { description: 'The code of its legal form: "SOCIAL_COOPERATIVE".' })
  legalFormCode: string;

  @Field(() => LegalIdentifier, { nullable: true, description: 'Its number in a public register; this or the next.' })
  identifier?: LegalIdentifier | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that it became.' })
  becameOrganisationId?: string | null;
}

@InputType()
export class CloseManufactoryInput extends EditInput {
  @Field(() => String)
  reason: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; today where none is said.' })
  on?: string | null;
}

@InputType()
export class FadeSupportInput extends TransitionInput {
  @Field(() => [SupportStepInput], { description: 'Each later than the one before, with less support.' })
  steps: SupportStepInput[];
}
