import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { assertStatus } from '../status.ts';
import { CentreRow } from '../support-centre/centre-row.ts';

export enum AnnouncementStatus {
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(AnnouncementStatus, { name: 'AnnouncementStatus' });

@Entity()
@ObjectType({
  implements: Node,
  description: 'What is going on, for the people of the place (promocja, informowanie społeczności).',
})
@Directive('@key(fields: "id")')
export class Announcement extends CentreRow {
  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'text' })
  @Field(() => String)
  text: string;

  @Enum({ items: () => AnnouncementStatus, type: 'string', columnType: 'text' })
  @Field(() => AnnouncementStatus)
  status: AnnouncementStatus = AnnouncementStatus.PUBLISHED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day on which it is shown.' })
  shownFrom: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, {
    description: 'The last day on which it is shown; where it was withdrawn, that day.',
  })
  shownUntil: string;

  /** Ends it on a day; one that was never shown leaves no day between. */
  withdraw(on: string): void {
    assertStatus(this, `The announcement "${this.title}"`, 'withdrawn', [AnnouncementStatus.PUBLISHED]);
    this.status = AnnouncementStatus.WITHDRAWN;
    if (on < this.shownUntil) this.shownUntil = on < this.shownFrom ? this.shownFrom : on;
    this.assertValid();
  }

  override assertValid(): void {
    if (!this.title.trim()) throw new Invalid('An announcement needs a title.', { field: 'title' });
    if (!this.text.trim()) throw new Invalid('An announcement needs a text.', { field: 'text' });
    if (this.shownUntil < this.shownFrom) {
      throw new Invalid(
        `An announcement cannot be shown until ${this.shownUntil} when it is shown from ${this.shownFrom} on. Name a later last day.`,
        { field: 'shown_until' },
      );
    }
  }
}
