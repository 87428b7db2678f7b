import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, type ClassType, Ctx, Mutation, Resolver } from 'type-graphql';
import type { OwnedRow } from '../database/owned-row.ts';
import { importRegister } from './import-register.ts';
import { ImportReport } from './import-report.ts';
import { importMutation, type Register } from './register.ts';

/** Makes the resolver of a register's mutation: `importIdeas(partner, csv)` for the register `ideas`. */
export function importResolver<T extends OwnedRow>(register: Register<T>): ClassType {
  const columns = ['key', ...Object.keys(register.columns)].map((column) => `\`${column}\``).join(', ');

  @Resolver()
  class ImportResolver {
    @Mutation(() => ImportReport, {
      name: importMutation(register.name),
      description: `Takes a partner's register \`${register.name}.csv\` over: all rows in one transaction, or none. Columns: ${columns}.`,
    })
    import(
      @Arg('partner', () => String, { description: "The partner's key: with a row's own key it makes the row's id." })
      partner: string,
      @Arg('csv', () => String, { description: 'The file as it is: UTF-8, a header row, commas between cells.' })
      csv: string,
      @Ctx() { em }: { em: EntityManager },
    ): Promise<ImportReport> {
      return importRegister(em, register, partner, csv);
    }
  }
  return ImportResolver;
}
