import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Consultation } from './consultation.ts';

export const LONGEST_ANSWER = 2000;

/** What somebody answered. It may tell of people, so it never enters the graph: that shows how many there are. */
@Entity()
export class ConsultationAnswer extends OwnedRow {
  @ManyToOne(() => Consultation, { mapToPk: true, fieldName: 'consultation_id' })
  consultationId: string;

  @Property({ type: 'text' })
  answer: string;

  /** Where whoever answered lives, as far as they said. */
  @Property({ type: 'text', nullable: true })
  territoryCode: string | null = null;

  override assertValid(): void {
    const { length } = this.answer;
    if (this.answer.trim() && length <= LONGEST_ANSWER) return;
    throw new Invalid(`An answer has 1 to ${LONGEST_ANSWER} characters; this one has ${length}.`, {
      field: 'answer',
      limit: LONGEST_ANSWER,
    });
  }
}
