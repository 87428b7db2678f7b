import { Field, Int, ObjectType } from 'type-graphql';
import { RowProblem } from '../../../shared/register/import-report.ts';
import { Submission } from './submission.ts';

@ObjectType({ description: 'What became of submitted figures. With a single problem, nothing of them is stored.' })
export class FiguresReport {
  @Field(() => Submission, { nullable: true, description: 'What was stored; null where there are problems.' })
  submission: Submission | null = null;

  @Field(() => Int, { description: 'How many figures were read.' })
  rows: number;

  @Field(() => [RowProblem], { description: 'Every line that is to be corrected, in the order of the file.' })
  problems: RowProblem[];
}
