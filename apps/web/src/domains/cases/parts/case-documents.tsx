import type { CaseDetail, CaseDocument } from '@jena/shared/cases';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatBytes } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { DocumentIcon, DownloadIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import type { CasesCopy } from '../copy.de.ts';
import { casesCopy } from '../copy.ts';

/** What the city issued comes first, then the person's own papers. */
export function CaseDocuments({ documents }: { documents: CaseDetail['documents'] }) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  if (documents.length === 0) return null;
  const ordered = documents.toSorted((a, b) => Number(b.issuedByCity) - Number(a.issuedByCity));
  return (
    <Section title={copy.documents}>
      <List label={copy.documents}>
        {ordered.map((document) => (
          <ListRow
            key={document.documentId}
            {...leadsTo(document)}
            icon={document.issuedByCity ? <DownloadIcon /> : <DocumentIcon />}
            title={document.name}
            detail={`${originOf(document, copy)} · ${formatBytes(document.bytes, language)}`}
          />
        ))}
      </List>
    </Section>
  );
}

/** What was shared from the vault can be taken back there. */
function leadsTo({ documentId, purpose }: CaseDocument) {
  return purpose === null ? { href: `/files/${documentId}` } : { to: paths.vaultDocument(documentId) };
}

function originOf({ issuedByCity, purpose }: CaseDocument, copy: CasesCopy): string {
  if (issuedByCity) return copy.fromCity;
  return purpose === null ? copy.fromYou : copy.sharedFor(purpose);
}
