import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, type ClassType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes.ts';
import type { OwnedRow } from '../database/owned-row.ts';
import type { Scope } from '../trust/scopes.ts';
import { exportRegister } from './export-register.ts';
import { importRegister } from './import-register.ts';
import { ImportReport, PartnerFile } from './import-report.ts';
import { exportQuery, importMutation, type Register } from './register.ts';

interface RegisterContext {
  em: EntityManager;
}

/**
 * Makes a register's way in and out: `importIdeas(partner, csv)` and `exportIdeas` for the register `ideas`.
 * @param writers - let a partner import its own rows, by itself; without one, whoever runs the hub imports them
 */
export function importResolver<T extends OwnedRow>(register: Register<T>, ...writers: Scope[]): ClassType {
  const columns = ['key', ...Object.keys(register.columns)].map((column) => `\`${column}\``).join(', ');

  @Resolver()
  class RegisterResolver {
    @Mutation(() => ImportReport, {
      name: importMutation(register.name),
      description: `Takes a partner's register \`${register.name}.csv\` over: all rows in one transaction, or none. Columns: ${columns}.`,
    })
    @RequiresScopes('hub:write', ...writers)
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
      description: `The register \`${register.name}.csv\` of each partner, as many as there are partners; drafts are in it, too.`,
    })
    export(@Ctx() { em }: RegisterContext): Promise<PartnerFile[]> {
      return exportRegister(em, register);
    }
  }
  return RegisterResolver;
}
