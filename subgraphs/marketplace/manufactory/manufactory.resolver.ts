import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import { parsePeriod } from '../../../shared/period/period.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import type { Context } from '../context.ts';
import { ServiceConnection } from '../service/service.resolver.ts';
import type { Income } from './manufactory.loaders.ts';
import { Manufactory } from './manufactory.stub.ts';

const PERIOD = 'A year (2026), a half (2026-S1), a quarter (2026-Q3) or a month (2026-09).';

/** What the marketplace adds to a manufactory. */
@Resolver(() => Manufactory)
export class ManufactoryResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'What it offers, or did, by name; no drafts.',
  })
  services(@Root() { id }: Manufactory, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Manufactory', id);
    return uuid && ServiceConnection.of(loaders.servicesByManufactory(page).load(uuid));
  }

  @FieldResolver(() => [Money], {
    nullable: true,
    description: 'What it earned with orders that were delivered in the period, by currency; empty without any.',
  })
  async earnedIncome(
    @Root() manufactory: Manufactory,
    @Arg('period', () => String, { description: PERIOD }) period: string,
    @Ctx() context: Context,
  ): Promise<Money[] | null> {
    const income = await incomeOf(manufactory, period, context);
    return income?.map(({ earned }) => earned) ?? null;
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'How many percent of what it earned the market paid, which is every client but the municipality: "87.5". Null without income, and where currencies differ.',
  })
  async marketShare(
    @Root() manufactory: Manufactory,
    @Arg('period', () => String, { description: PERIOD }) period: string,
    @Ctx() context: Context,
  ): Promise<string | null> {
    const [only, another] = (await incomeOf(manufactory, period, context)) ?? [];
    return only && !another ? only.marketShare : null;
  }
}

async function incomeOf({ id }: Manufactory, period: string, { loaders }: Context): Promise<Income[] | null> {
  const uuid = uuidOf('Manufactory', id);
  return uuid === null ? null : loaders.incomeByManufactory(parsePeriod(period)).load(uuid);
}
