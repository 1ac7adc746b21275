import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { mandatesCopy } from '../copy.ts';

/** Says on every page of a form for whom it is filled in. */
export function ForLine({ name }: { name: string }) {
  const copy = use(mandatesCopy.once(useLanguage()));
  return <Notice>{copy.forLine(name)}</Notice>;
}
