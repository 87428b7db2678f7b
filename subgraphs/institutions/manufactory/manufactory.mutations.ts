import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { LEGAL_FORMS, NACE } from '../../../shared/classification/code-list.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { record } from '../../../shared/events/record.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn, uuidIn } from '../../../shared/write/named-row.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { findDepartment } from '../department/find-department.ts';
import { knownFacts } from '../fact/known-facts.ts';
import { TransitionAxis } from '../history/move.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { scheduleOf } from '../support-step/support-step.ts';
import { assertIdentifier } from './legal-identifier.ts';
import { changed } from './manufactory.events.ts';
import {
  CloseManufactoryInput,
  ExtendProtectionInput,
  FadeSupportInput,
  MakeIndependentInput,
  PlaceManufactoryInput,
  PrepareManufactoryInput,
  ProtectManufactoryInput,
  TransitionInput,
} from './manufactory.inputs.ts';
import { Manufactory } from './manufactory.ts';
import { keepStep, takeStep } from './take-step.ts';

/** What all steps have: a day, and perhaps a reason. */
function occasion({ on, reason = null }: { on?: string | null; reason?: string | null }) {
  refuseBlank({ reason });
  return { on: happenedOn(on), reason };
}

/** Every step in the life of a manufactory; what each depends on is in `life.ts`. */
@Resolver(() => Manufactory)
export class ManufactoryMutations {
  @Mutation(() => Manufactory, { description: 'Begins to make a manufactory of an idea, in a parent institution.' })
  @RequiresScopes('hub:write', 'institutions:write')
  prepareManufactory(
    @Arg('input', () => PrepareManufactoryInput) input: PrepareManufactoryInput,
    @Ctx() context: Context,
  ) {
    return write(context, Manufactory, 'prepareManufactory', input, async (em) => {
      refuseBlank({ name: input.name });
      const manufactory = new Manufactory();
      const ideaId = uuidIn('ideaId', 'Idea', input.ideaId);
      const parent = await findOwn(em, ParentInstitution, 'parentInstitutionId', input.parentInstitutionId);
      if (!NACE.has(input.activityCode)) throw noClass('activityCode', NACE.scheme, input.activityCode);
      const { uuid: parentInstitutionId, organisationId } = parent;
      const { name, activityCode } = input;
      Object.assign(manufactory, { organisationId, parentInstitutionId, ideaId, name, activityCode });
      manufactory.placeIn(input.territory);
      if (input.departmentId != null) manufactory.moveTo(await findDepartment(em, input.departmentId));
      const move = { axis: TransitionAxis.STATUS, from: null, to: manufactory.status, ...occasion(input) };
      keepStep(em, manufactory, move, context);
      return manufactory;
    });
  }

  @Mutation(() => Manufactory, { description: 'Makes it a department of its parent institution.' })
  @RequiresScopes('hub:write', 'institutions:write')
  placeManufactory(@Arg('input', () => PlaceManufactoryInput) input: PlaceManufactoryInput, @Ctx() context: Context) {
    return write(context, Manufactory, 'placeManufactory', input, async (em) => {
      const manufactory = await findRowToEdit(em, Manufactory, input);
      manufactory.moveTo(await findDepartment(em, input.departmentId));
      record(em, changed(manufactory.id));
      return manufactory;
    });
  }

  @Mutation(() => Manufactory, {
    description: 'Begins its protective period; needs a verified idea, a department and a budget.',
  })
  @RequiresScopes('hub:write', 'institutions:write')
  protectManufactory(
    @Arg('input', () => ProtectManufactoryInput) input: ProtectManufactoryInput,
    @Ctx() context: Context,
  ) {
    return takeStep(context, 'protectManufactory', input, async (manufactory, em) =>
      manufactory.protect(await knownFacts(em, manufactory), { ...occasion(input), until: input.until ?? null }),
    );
  }

  @Mutation(() => Manufactory, { description: 'Extends its protective period, once, by another year at the most.' })
  @RequiresScopes('hub:write', 'institutions:write')
  extendProtection(@Arg('input', () => ExtendProtectionInput) input: ExtendProtectionInput, @Ctx() context: Context) {
    return takeStep(context, 'extendProtection', input, (manufactory) =>
      manufactory.extendProtection({ ...occasion(input), reason: input.reason, until: input.until }),
    );
  }

  @Mutation(() => Manufactory, {
    description: 'Ends its protective period: it is decided what becomes of it. Needs advice on a legal form.',
  })
  @RequiresScopes('hub:write', 'institutions:write')
  enterDecision(@Arg('input', () => TransitionInput) input: TransitionInput, @Ctx() context: Context) {
    return takeStep(context, 'enterDecision', input, async (manufactory, em) =>
      manufactory.enterDecision(await knownFacts(em, manufactory), occasion(input)),
    );
  }

  @Mutation(() => Manufactory, { description: 'Makes it a body of its own, which is the aim of the model.' })
  @RequiresScopes('hub:write', 'institutions:write')
  makeIndependent(@Arg('input', () => MakeIndependentInput) input: MakeIndependentInput, @Ctx() context: Context) {
    return takeStep(context, 'makeIndependent', input, (manufactory) => {
      const { legalFormCode, identifier = null, becameOrganisationId: became } = input;
      if (!LEGAL_FORMS.has(legalFormCode)) throw noClass('legalFormCode', LEGAL_FORMS.scheme, legalFormCode);
      if (identifier) assertIdentifier(identifier);
      const becameOrganisationId = became == null ? null : uuidIn('becameOrganisationId', 'Organisation', became);
      return manufactory.makeIndependent({ legalFormCode, identifier, becameOrganisationId }, occasion(input));
    });
  }

  @Mutation(() => Manufactory, { description: 'Lets it stay in its parent institution for good.' })
  @RequiresScopes('hub:write', 'institutions:write')
  retainManufactory(@Arg('input', () => TransitionInput) input: TransitionInput, @Ctx() context: Context) {
    return takeStep(context, 'retainManufactory', input, (manufactory) => manufactory.retain(occasion(input)));
  }

  @Mutation(() => Manufactory, { description: 'Closes it, whatever its status is.' })
  @RequiresScopes('hub:write', 'institutions:write')
  closeManufactory(@Arg('input', () => CloseManufactoryInput) input: CloseManufactoryInput, @Ctx() context: Context) {
    return takeStep(context, 'closeManufactory', input, (manufactory) =>
      manufactory.close({ ...occasion(input), reason: input.reason }),
    );
  }

  @Mutation(() => Manufactory, { description: 'Lets its support fade, by a schedule.' })
  @RequiresScopes('hub:write', 'institutions:write')
  fadeSupport(@Arg('input', () => FadeSupportInput) input: FadeSupportInput, @Ctx() context: Context) {
    return takeStep(context, 'fadeSupport', input, (manufactory, em) => {
      const move = manufactory.fadeSupport(occasion(input));
      em.persist(scheduleOf(manufactory, input.steps));
      return move;
    });
  }

  @Mutation(() => Manufactory, { description: 'Ends its support; not while it is prepared or protected.' })
  @RequiresScopes('hub:write', 'institutions:write')
  endSupport(@Arg('input', () => TransitionInput) input: TransitionInput, @Ctx() context: Context) {
    return takeStep(context, 'endSupport', input, (manufactory) => manufactory.endSupport(occasion(input)));
  }
}

const noClass = (field: string, scheme: string, value: string): Invalid =>
  new Invalid(`${scheme} has no class "${value}".`, { field, scheme, value });
