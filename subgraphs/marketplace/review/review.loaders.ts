import type { EntityManager } from '@mikro-orm/postgresql';
import { oneByKey } from '../../../shared/database/loaders.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { Review } from './review.ts';

/** Fewer could point at a person. */
const FEWEST_SHOWN = 3;

export interface Rating {
  service: string;
  reviews: number;
  average: string;
}

const RATINGS = `
  select service_order.service_id as service, count(*)::int as reviews, round(avg(review.rating), 1)::text as average
  from review
  join service_order on service_order.id = review.order_id
  where service_order.service_id = any(string_to_array(?, ',')::uuid[])
  group by service_order.service_id
  having count(*) >= ?`;

export const reviewLoaders = (em: EntityManager) => ({
  /** What clients think of a service; null where fewer than three do. */
  ratingByService: oneByKey<string, Rating>(
    // everybody may see the average of reviews that the seller alone may see
    (services) => asSystem(() => em.execute(RATINGS, [services.join(), FEWEST_SHOWN])),
    ({ service }) => service,
  ),
  reviewByOrder: oneByKey<string, Review>(
    (orders) => em.find(Review, { orderId: { $in: [...orders] } }),
    ({ orderId }) => orderId,
  ),
});
