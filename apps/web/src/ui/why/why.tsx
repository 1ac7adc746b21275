import type { ReactNode } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { uiCopy } from '../copy.ts';
import { Disclosure } from '../disclosure/disclosure.tsx';

/** „Warum fragen wir das?“, folded, for questions whose reason is not plain to see. */
export function Why({ children }: { children: ReactNode }) {
  return (
    <Disclosure summary={useCopy(uiCopy).why} look="inline">
      {children}
    </Disclosure>
  );
}
