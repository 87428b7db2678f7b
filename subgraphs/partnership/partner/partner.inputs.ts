import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { PartnerRole } from './partner-role.ts';
import { Sector } from './sector.ts';

@InputType()
export class InvitePartnerInput extends NewInput {
  @Field(() => ID)
  partnershipId: string;

  @Field(() => ID, { description: 'Who is invited; an organisation of the hub.' })
  organisationId: string;

  @Field(() => Sector, { description: 'The same in every role that an organisation has in the partnership.' })
  sector: Sector;

  @Field(() => PartnerRole)
  role: PartnerRole;

  @Field(() => String, { description: 'What it is asked to take upon itself.' })
  duties: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it is invited; today where none is given.' })
  on?: string | null;
}

@InputType()
export class AcceptInvitationInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it joins; today where none is given.' })
  on?: string | null;
}

@InputType()
export class DeclineInvitationInput extends EditInput {
  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it declines; today where none is given.' })
  on?: string | null;
}

@InputType()
export class ReleasePartnerInput extends EditInput {
  @Field(() => String)
  reason: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; today where none is given.' })
  on?: string | null;
}

@InputType({ description: '`id` is the partner that leads now.' })
export class HandOverLeadershipInput extends EditInput {
  @Field(() => ID, { description: 'The partner, in whatever role, whose organisation leads from now on.' })
  to: string;

  @Field(() => PartnerRole, {
    nullable: true,
    description: 'What the former leader is from now on. Needed where leading was its only role.',
  })
  formerLeaderRole?: PartnerRole | null;

  @Field(() => String, { nullable: true, description: 'What the former leader takes upon itself in that role.' })
  formerLeaderDuties?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day of it; today where none is given.' })
  on?: string | null;
}
