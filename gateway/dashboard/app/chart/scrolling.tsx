import type { ReactNode } from 'react';

/** A table, or what else may be wider than its place: it scrolls there, by key, too. */
export function Scrolling({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scrolling" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
