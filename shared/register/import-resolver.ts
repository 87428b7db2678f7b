import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, type ClassType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { OwnedRow } from '../database/owned-row.ts';
import { assertMayWrite, type Caller } from '../trust/caller.ts';
import { exportRegister } from './export-register.ts';
import { importRegister } from './import-register.ts';
import { ImportReport, PartnerFile } from './import-report.ts';
import { exportQuery, importMutation, type Register } from './register.ts';

interface RegisterContext {
  em: EntityManager;
  caller: Caller;
}

/** Makes a register's way in and out: `importIdeas(partner, csv)` and `exportIdeas` for the register `ideas`. */
export function importResolver<T extends OwnedRow>(register: Register<T>): ClassType {
  const columns = ['key', ...Object.keys(register.columns)].map((column) => `\`${column}\``).join(', ');

  @Resolver()
  class RegisterResolver {
    @Mutation(() => ImportReport, {
      name: importMutation(register.name),
      description: `Takes a partner's register \`${register.name}.csv\` over: all rows in one transaction, or none. Columns: ${columns}.`,
    })
    import(
      @Arg('partner', () => String, { description: "The partner's key: with a row's own key it makes the row's id." })
      partner: string,
      @Arg('csv', () => String, { description: 'The file as it is: UTF-8, a header row, commas between cells.' })
      csv: string,
      @Ctx() { em }: RegisterContext,
    ): Promise<ImportReport> {
      return importRegister(em, register, partner, csv);
    }

    @Query(() => [PartnerFile], {
      nullable: true,
      name: exportQuery(register.name),
      description: `The register \`${register.name}.csv\` of each partner, as many as there are partners; for the operator.`,
    })
    export(@Ctx() { em, caller }: RegisterContext): Promise<PartnerFile[]> {
      assertMayWrite(caller, 'A register holds drafts, too: exporting it needs the operator token.');
      return exportRegister(em, register);
    }
  }
  return RegisterResolver;
}
