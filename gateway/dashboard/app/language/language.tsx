import { type ReactNode, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { useAddress } from '../address/use-address.ts';
import { TEXTS } from './texts.ts';

export type Language = keyof typeof TEXTS;
/** The name of a text: every language has each. */
export type MessageId = keyof typeof TEXTS.en;

/** English where nobody says otherwise: with days before months, as in all of Europe. */
const LOCALES = { en: 'en-GB', pl: 'pl-PL' } satisfies Record<Language, string>;

/** The address says in which language the page speaks; without it the browser does. */
export function useLanguage(): Language {
  const { address } = useAddress();
  if (isLanguage(address.language)) return address.language;
  return navigator.languages.some((language) => language.startsWith('pl')) ? 'pl' : 'en';
}

const isLanguage = (name: string | undefined): name is Language => name !== undefined && Object.hasOwn(TEXTS, name);

/** The same as the graph names it. */
export const useGraphLanguage = (): 'EN' | 'PL' => (useLanguage() === 'pl' ? 'PL' : 'EN');

export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={LOCALES[language]} messages={TEXTS[language]}>
      {children}
    </IntlProvider>
  );
}
