import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { firmCopy } from '../firm.copy.ts';

/** In place of the choice „Für wen?“, for who acts for a business in a service that businesses do not have. */
export function OnlyPeople() {
  const copy = use(firmCopy.once(useLanguage()));
  return <Notice tone="info">{copy.onlyPeople}</Notice>;
}
