import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { legalCopy } from '../legal.ts';
import { LegalPage } from '../parts/legal-page.tsx';

function ImprintPage() {
  return <LegalPage text={useCopy(legalCopy).imprint} />;
}

export const page = definePage({
  Page: ImprintPage,
  copies: [legalCopy],
  title: ({ language }) => legalCopy.get(language).imprint.title,
  description: ({ language }) => legalCopy.get(language).imprint.lead,
});
