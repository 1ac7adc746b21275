import type { CaseDetail, CaseEvent } from '@jena/shared/cases';
import type { Names } from '../../../lib/catalogue.ts';
import type { CasesCopy } from '../copy.de.ts';

/** How a page names who acted in a case. */
export const actorIn =
  (detail: CaseDetail, names: Names, copy: CasesCopy) =>
  (by: CaseEvent['by']): string => {
    switch (by.kind) {
      case 'citizen':
        return detail.forWhom?.name || copy.byYou;
      case 'representative':
        return copy.byFor(by.isYou ? copy.byYou : by.name, by.party);
      case 'co_signer':
        return by.name;
      case 'office':
        return names.offices[by.officeId] ?? by.officeId;
      case 'system':
        return copy.bySystem;
    }
  };
