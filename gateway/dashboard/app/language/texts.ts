import communityEn from '../community/texts.en.json' with { type: 'json' };
import communityPl from '../community/texts.pl.json' with { type: 'json' };
import figureEn from '../figure/texts.en.json' with { type: 'json' };
import figurePl from '../figure/texts.pl.json' with { type: 'json' };
import manufactoriesEn from '../manufactories/texts.en.json' with { type: 'json' };
import manufactoriesPl from '../manufactories/texts.pl.json' with { type: 'json' };
import mapEn from '../map/texts.en.json' with { type: 'json' };
import mapPl from '../map/texts.pl.json' with { type: 'json' };
import moneyEn from '../money/texts.en.json' with { type: 'json' };
import moneyPl from '../money/texts.pl.json' with { type: 'json' };
import overviewEn from '../overview/texts.en.json' with { type: 'json' };
import overviewPl from '../overview/texts.pl.json' with { type: 'json' };
import partnersEn from '../partners/texts.en.json' with { type: 'json' };
import partnersPl from '../partners/texts.pl.json' with { type: 'json' };
import commonEn from './texts.en.json' with { type: 'json' };
import commonPl from './texts.pl.json' with { type: 'json' };

const en = {
  ...commonEn,
  ...figureEn,
  ...overviewEn,
  ...mapEn,
  ...manufactoriesEn,
  ...moneyEn,
  ...communityEn,
  ...partnersEn,
};
const pl = {
  ...commonPl,
  ...figurePl,
  ...overviewPl,
  ...mapPl,
  ...manufactoriesPl,
  ...moneyPl,
  ...communityPl,
  ...partnersPl,
} satisfies Record<keyof typeof en, string>;

/** The texts of the page by their names, as ICU messages: each folder has its own, and `language/` those that several need. */
export const TEXTS = { en, pl };
