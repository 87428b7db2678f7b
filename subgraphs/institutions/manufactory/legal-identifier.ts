import { Field, InputType, ObjectType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';

/** The registers by their org-id.guide codes, and how their numbers look. */
export const IDENTIFIER_SCHEMES: Record<string, RegExp> = {
  'PL-KRS': /^\d{10}$/,
  'PL-NIP': /^\d{10}$/,
  'PL-REGON': /^\d{9}(\d{5})?$/,
};

@ObjectType({ description: 'A number under which a public register knows what a manufactory became.' })
@InputType('LegalIdentifierInput')
export class LegalIdentifier {
  @Field(() => String, { description: 'The register, by its org-id.guide code: "PL-KRS", "PL-NIP", "PL-REGON".' })
  scheme: string;

  @Field(() => String)
  value: string;
}

/** Throws Invalid for a register that is not known, or a number that is none of its. */
export function assertIdentifier({ scheme, value }: LegalIdentifier): void {
  const pattern = IDENTIFIER_SCHEMES[scheme];
  if (!pattern) {
    throw new Invalid(`"${scheme}" is none of ${Object.keys(IDENTIFIER_SCHEMES).join(', ')}.`, {
      field: 'identifier_scheme',
      value: scheme,
    });
  }
  if (!pattern.test(value)) {
    throw new Invalid(`"${value}" is no number of ${scheme}.`, { field: 'identifier', value });
  }
}
