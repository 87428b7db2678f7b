import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { FiguresResolver } from './figures/figures.resolver.ts';
import { ManufactoryResolver } from './manufactory/manufactory.resolver.ts';
import { AddOrdersAndNeeds } from './migrations/2026-11-24-add-orders-and-needs.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { AllowNeedsWithoutActivity } from './migrations/2026-11-28-needs-without-activity.ts';
import { KnownNeed } from './need/known-need.ts';
import { needVoiced } from './need/need.consumer.ts';
import { NeedResolver, ServiceNeedsResolver } from './need/need.resolver.ts';
import { NeedAnswerMutations } from './need-answer/need-answer.mutations.ts';
import { needAnswerRegister } from './need-answer/need-answer.register.ts';
import { NeedAnswerResolver } from './need-answer/need-answer.resolver.ts';
import { NeedAnswer } from './need-answer/need-answer.ts';
import { OrderMutations } from './order/order.mutations.ts';
import { orderRegister } from './order/order.register.ts';
import { OrderResolver, resolveOrder } from './order/order.resolver.ts';
import { Order } from './order/order.ts';
import { PriceOptionMutations } from './price-option/price-option.mutations.ts';
import { priceOptionRegister } from './price-option/price-option.register.ts';
import {
  PriceOptionResolver,
  resolvePriceOption,
  ServicePricesResolver,
} from './price-option/price-option.resolver.ts';
import { PriceOption } from './price-option/price-option.ts';
import { ReviewMutations } from './review/review.mutations.ts';
import { reviewRegister } from './review/review.register.ts';
import { OrderReviewResolver, ServiceRatingResolver } from './review/review.resolver.ts';
import { Review } from './review/review.ts';
import { ROWS } from './rows.ts';
import { ServiceMutations } from './service/service.mutations.ts';
import { serviceRegister } from './service/service.register.ts';
import { resolveService, ServiceResolver } from './service/service.resolver.ts';
import { ServiceSubscription } from './service/service.subscription.ts';
import { Service } from './service/service.ts';

/** The local market's part of the graph: what the manufactories offer, to what need, and who orders it. Start reading here. */
export const marketplace: Subgraph<Context> = {
  name: 'marketplace',
  entities: [Service, PriceOption, Order, Review, NeedAnswer, KnownNeed],
  migrations: [CreateTables, AddOrdersAndNeeds, AllowNeedsWithoutActivity],
  touches: [
    { entity: Service, when: ['status'], beneath: [PriceOption, NeedAnswer] },
    { entity: NeedAnswer, types: ['Need'] },
    { entity: KnownNeed, types: ['Need'], anywhere: true },
  ],
  consumers: [needVoiced],
  rows: ROWS,
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        ServiceResolver,
        ServiceMutations,
        ServiceSubscription,
        PriceOptionResolver,
        PriceOptionMutations,
        ServicePricesResolver,
        OrderResolver,
        OrderMutations,
        ReviewMutations,
        OrderReviewResolver,
        ServiceRatingResolver,
        NeedAnswerResolver,
        NeedAnswerMutations,
        NeedResolver,
        ServiceNeedsResolver,
        ManufactoryResolver,
        FiguresResolver,
        importResolver(serviceRegister, 'marketplace:write'),
        importResolver(priceOptionRegister, 'marketplace:write'),
        importResolver(orderRegister, 'marketplace:write'),
        importResolver(reviewRegister),
        importResolver(needAnswerRegister, 'marketplace:write'),
      ],
      references: {
        Service: resolveService,
        PriceOption: resolvePriceOption,
        Order: resolveOrder,
        Manufactory: (manufactory) => manufactory,
        Need: (need) => need,
      },
    }),
};
