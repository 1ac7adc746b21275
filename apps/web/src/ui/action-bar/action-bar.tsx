import type { ReactNode } from 'react';
import './action-bar.css';

/** The page's primary action within reach of the thumb: sticks above the bottom bar on a phone. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className="actions no-print">{children}</div>;
}
