import { useEffect } from 'react';
import { useAddress } from '../address/use-address.ts';

/** Whether the figures of the page are shown as tables, and the switch between them and charts: also the key T. */
export function useTableView(): { isTable: boolean; toggle(): void } {
  const { address, change } = useAddress();
  const isTable = address.view === 'table';
  const toggle = (): void => change({ view: isTable ? undefined : 'table' });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
      if (event.defaultPrevented) return; // another chart of the page has switched already
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return { isTable, toggle };
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
