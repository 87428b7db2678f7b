import type { EntityManager } from '@mikro-orm/postgresql';
import type { Listing, PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { PUBLIC } from '../service/service.ts';
import { NeedAnswer } from './need-answer.ts';

/** What holds now, of services that everybody may see. */
const OPEN: Listing<NeedAnswer> = {
  entity: NeedAnswer,
  where: { withdrawnOn: null, serviceId: PUBLIC as object },
  order: [{ property: 'answeredOn' }],
};

export const needAnswerLoaders = (em: EntityManager) => ({
  answersByNeed: loadersByArguments((page: PageRequest) => pagesByKey(em, OPEN, 'needId', page)),
  answersByService: loadersByArguments((page: PageRequest) => pagesByKey(em, OPEN, 'serviceId', page)),
});
