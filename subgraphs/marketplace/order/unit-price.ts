import type { EntityManager } from '@mikro-orm/postgresql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { findRow } from '../../../shared/write/find-row.ts';
import { amountIn, uuidIn } from '../input-values.ts';
import { PriceOption } from '../price-option/price-option.ts';
import type { Service } from '../service/service.ts';
import type { RequestOrderInput } from './order.inputs.ts';
import type { Order } from './order.ts';

type UnitPrice = Pick<Order, 'priceLabel' | 'unit' | 'unitPriceAmount' | 'currency'>;

/** What one of a service costs now: by the chosen option, by the service's own price, or as agreed where it has none. */
export async function unitPriceOf(em: EntityManager, service: Service, input: RequestOrderInput): Promise<UnitPrice> {
  const isAgreed = input.unitPrice != null && input.currency != null;
  if (input.priceOptionId != null) {
    if (isAgreed) throw refuse(`A price option has a price of its own: leave \`unitPrice\` and \`currency\` out.`);
    return chosen(em, service, input.priceOptionId);
  }
  const own = service.price;
  if (own && isAgreed) {
    throw refuse(`"${service.name}" has a price, so none is agreed: leave \`unitPrice\` and \`currency\` out.`);
  }
  if (own) return { priceLabel: null, unit: service.priceUnit, unitPriceAmount: own.amount, currency: own.currency };
  if (input.unitPrice == null || input.currency == null) {
    throw refuse(
      `"${service.name}" has no price of its own: choose an option, or give \`unitPrice\` and \`currency\`.`,
    );
  }
  return {
    priceLabel: null,
    unit: service.priceUnit,
    unitPriceAmount: amountIn('unitPrice', input.unitPrice),
    currency: input.currency,
  };
}

async function chosen(em: EntityManager, service: Service, id: string): Promise<UnitPrice> {
  uuidIn('PriceOption', 'priceOptionId', id);
  const option = await findRow(em, PriceOption, id);
  if (option.serviceId !== service.uuid) {
    throw new Invalid(`The price "${option.label}" belongs to another service. Choose one of "${service.name}".`, {
      field: 'priceOptionId',
      value: id,
    });
  }
  option.requireOpen('be chosen');
  return {
    priceLabel: option.label,
    unit: option.unit,
    unitPriceAmount: option.amount,
    currency: option.currency,
  };
}

const refuse = (message: string): Invalid => new Invalid(message, { field: 'unitPrice' });
