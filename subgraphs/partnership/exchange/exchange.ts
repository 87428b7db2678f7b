import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { Partnership } from '../partnership/partnership.ts';

@Entity()
@ObjectType({
  implements: Node,
  description: 'What a partnership does together with a partner abroad (współpraca międzynarodowa).',
})
@Directive('@key(fields: "id")')
export class Exchange extends OwnedRow {
  @ManyToOne(() => Partnership, { mapToPk: true, fieldName: 'partnership_id' })
  partnershipId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the organisation abroad, which is no organisation of the hub.' })
  foreignPartner: string;

  @Property({ type: 'text' })
  @Field(() => GraphQLCountryCode, {
    description: 'Where the partner abroad is, as ISO 3166-1 has it: `GR` for Greece.',
  })
  country: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is about.' })
  topic: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  since: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, planned or past, where one is known.' })
  until: string | null = null;

  close(on: string): void {
    if (this.until !== null && this.until <= on) {
      const message = `The exchange "${this.title}" ends on ${this.until} anyway. It can be closed earlier than that.`;
      throw new DomainError('CONFLICT', message, { id: this.id, until: this.until });
    }
    if (on < this.since) {
      throw new Invalid(
        `The exchange "${this.title}" begins on ${this.since}: it is closed then or later; got ${on}.`,
        {
          field: 'on',
        },
      );
    }
    this.until = on;
  }

  override assertValid(): void {
    refuseBlank({ title: this.title, foreign_partner: this.foreignPartner, topic: this.topic });
    if (this.until !== null && this.until < this.since) {
      throw new Invalid(`An exchange cannot end (${this.until}) before it begins (${this.since}).`, { field: 'until' });
    }
    if (!isCountry(this.country)) {
      throw new Invalid(`"${this.country}" is no country's code of ISO 3166-1, such as DE or GR.`, {
        field: 'country',
      });
    }
  }
}

/** The scalar knows the codes, and takes them in small letters, too. */
function isCountry(code: string): boolean {
  try {
    return code === code.toUpperCase() && GraphQLCountryCode.parseValue(code) === code;
  } catch {
    return false;
  }
}
