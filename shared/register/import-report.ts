import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes.ts';

@ObjectType({ description: 'Why a row of a register was refused.' })
@Directive('@shareable')
export class RowProblem {
  @Field(() => Int, {
    description: 'The line of the file that the row begins in; the header is line 1.',
  })
  line: number;

  @Field(() => String, {
    nullable: true,
    description: 'The column to correct, where it is one.',
  })
  column: string | null;

  @Field(() => String)
  reason: string;
}

const MOST_PROBLEMS = 1000;

/** The problems in the order of the file, as many as anybody reads; the last one says how many more there are. */
export function mostProblems(problems: RowProblem[]): RowProblem[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  const left = sorted.splice(MOST_PROBLEMS);
  if (left[0]) sorted.push({ line: left[0].line, column: null, reason: `and ${left.length} more, from this line on` });
  return sorted;
}

@ObjectType({
  description: "A row's reference to a row that another subgraph holds, or will hold.",
})
@Directive('@shareable')
export class RowReference {
  @Field(() => Int)
  line: number;

  @Field(() => String)
  column: string;

  @Field(() => ID, {
    description: 'The id that the row has, or will have once its own register is imported.',
  })
  id: string;
}

@ObjectType({ description: "A partner's register as a file that the import takes." })
@Directive('@shareable')
@RequiresScopes('hub:write', 'registers:read')
export class PartnerFile {
  @Field(() => String, { nullable: true, description: "The partner's key; null for rows that were born in the hub." })
  partner: string | null;

  @Field(() => String, { description: 'UTF-8, a header row; references are uuids.' })
  csv: string;
}

@ObjectType({
  description: 'What an import did. With a single problem, nothing of the file is stored.',
})
@Directive('@shareable')
export class ImportReport {
  @Field(() => Int, { description: 'Rows that are new.' })
  added = 0;

  @Field(() => Int, { description: 'Rows that were here and differ now.' })
  changed = 0;

  @Field(() => Int, { description: 'Rows that were here just so.' })
  unchanged = 0;

  @Field(() => [RowProblem], { description: 'Every bad row of the file.' })
  problems: RowProblem[] = [];

  @Field(() => [RowReference], {
    description: 'Where rows name rows of other subgraphs, once for each of these.',
  })
  references: RowReference[] = [];
}
