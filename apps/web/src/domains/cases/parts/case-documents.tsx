import type { CaseDetail } from '@jena/shared/cases';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatBytes } from '../../../lib/format.ts';
import { DocumentIcon, DownloadIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
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
            href={`/files/${document.documentId}`}
            icon={document.issuedByCity ? <DownloadIcon /> : <DocumentIcon />}
            title={document.name}
            detail={`${document.issuedByCity ? copy.fromCity : copy.fromYou} · ${formatBytes(document.bytes, language)}`}
          />
        ))}
      </List>
    </Section>
  );
}
