import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { OfHost, Payroll } from '../beneficiary/purposes.ts';
import type { Context } from '../context.ts';
import { meeting, placeOfWork } from '../employment/place-of-work.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { AssignMentorInput, EndAssignmentInput } from './staff-role.inputs.ts';
import { StaffRole, StaffRoleKind } from './staff-role.ts';

@Resolver(() => StaffRole)
export class StaffRoleResolver {
  @Payroll
  @Mutation(() => StaffRole, {
    description: 'Gives a manufactory a mentor, or other staff, of its parent institution.',
  })
  assignMentor(@Arg('input', () => AssignMentorInput) input: AssignMentorInput, @Ctx() context: Context) {
    return write(context, StaffRole, 'assignMentor', input, async (em) => {
      const { staffPseudonym, weeklyHours } = input;
      if (!validate(staffPseudonym)) throw new Invalid('`staffPseudonym` is a UUID.', { field: 'staffPseudonym' });
      const { uuid: manufactoryId, organisationId } = await placeOfWork(em, input.manufactoryId);
      const [role, startsOn] = [input.role ?? StaffRoleKind.MENTOR, happenedOn(input.on)];
      const same = await em.findOne(StaffRole, { manufactoryId, staffPseudonym, role, ...meeting(startsOn, null) });
      if (same) {
        const message = 'This person does that for this manufactory already: end that assignment first.';
        throw new DomainError('CONFLICT', message, { guard: 'overlap', id: same.id });
      }
      const facts = { organisationId, manufactoryId, staffPseudonym, role, weeklyHours, startsOn };
      return Object.assign(new StaffRole(), facts);
    });
  }

  @Payroll
  @Mutation(() => StaffRole, { description: 'Ends an assignment, on its last day.' })
  endAssignment(@Arg('input', () => EndAssignmentInput) input: EndAssignmentInput, @Ctx() context: Context) {
    return write(context, StaffRole, 'endAssignment', input, async (em) => {
      const role = await findRowToEdit(em, StaffRole, input);
      role.end(happenedOn(input.on));
      return role;
    });
  }

  @OfHost
  @FieldResolver(() => Manufactory, { nullable: true })
  manufactory(@Root() { manufactoryId }: StaffRole, @Ctx() { loaders }: Context) {
    return loaders.manufactoryById.load(toGlobalId('Manufactory', manufactoryId));
  }
}
