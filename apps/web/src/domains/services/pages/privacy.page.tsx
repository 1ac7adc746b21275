import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { legalCopy } from '../legal.ts';
import { LegalPage } from '../parts/legal-page.tsx';

function PrivacyPage() {
  return <LegalPage text={useCopy(legalCopy).privacy} />;
}

export const page = definePage({
  Page: PrivacyPage,
  copies: [legalCopy],
  title: ({ language }) => legalCopy.get(language).privacy.title,
  description: ({ language }) => legalCopy.get(language).privacy.lead,
});
