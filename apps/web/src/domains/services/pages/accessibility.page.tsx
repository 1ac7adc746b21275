import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { legalCopy } from '../legal.ts';
import { LegalPage } from '../parts/legal-page.tsx';

function AccessibilityPage() {
  return <LegalPage text={useCopy(legalCopy).accessibility} />;
}

export const page = definePage({
  Page: AccessibilityPage,
  copies: [legalCopy],
  title: ({ language }) => legalCopy.get(language).accessibility.title,
  description: ({ language }) => legalCopy.get(language).accessibility.lead,
});
