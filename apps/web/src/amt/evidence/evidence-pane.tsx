import type { CaseDocument, StaffCase } from '@jena/shared/cases';
import { Link } from '../../lib/link.tsx';
import { navigate } from '../../lib/navigation.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackIcon } from '../../ui/icons/icons.tsx';
import type { OpenedCase } from '../case/use-case.ts';
import { caseCopy } from '../copy.case.de.ts';
import { evidenceCopy } from '../copy.evidence.de.ts';
import { useForm } from '../lib/catalogue.ts';
import { amtPaths, type CasePlace } from '../lib/places.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { PdfViewer } from './pdf-viewer.tsx';
import { PictureViewer } from './picture-viewer.tsx';
import { Thumb } from './thumb.tsx';
import './evidence-pane.css';

type EvidencePaneProps = { place: CasePlace; opened: OpenedCase; documentId: string | undefined };

/** The papers of the open case, beside what was said about them. */
export function EvidencePane({ place, opened, documentId }: EvidencePaneProps) {
  return (
    <section className="desk-pane desk-evidence" aria-label={evidenceCopy.pane}>
      {place.caseId && (
        <p className="desk-back">
          <Link to={amtPaths.case(place.queue, place.caseId)}>
            <BackIcon size={20} /> {caseCopy.toCase}
          </Link>
        </p>
      )}
      {opened.data ? (
        <Papers place={place} staffCase={opened.data} documentId={documentId} />
      ) : (
        <EmptyState title={evidenceCopy.waitingTitle}>
          <p>{evidenceCopy.waitingText}</p>
        </EmptyState>
      )}
    </section>
  );
}

type PapersProps = { place: CasePlace; staffCase: StaffCase; documentId: string | undefined };

function Papers({ place, staffCase, documentId }: PapersProps) {
  const form = useForm(staffCase).data;
  const label = (document: CaseDocument) =>
    (document.purpose === null ? undefined : evidenceCopy.shared(document.purpose)) ??
    form?.form.pages.flatMap((page) => page.fields).find((field) => field.name === document.field)?.label ??
    document.name;
  const { documents } = staffCase;
  // Looking is written down: what the office issued itself opens only when somebody asks for it.
  const shown =
    documents.find((document) => document.documentId === documentId) ??
    documents.find((document) => !document.issuedByCity);
  const to = (document: CaseDocument) => amtPaths.evidence(place.queue, staffCase.id, document.documentId);
  useShortcuts({
    b() {
      const next = documents[shown ? (documents.indexOf(shown) + 1) % documents.length : 0];
      if (next) navigate(to(next), { replace: true });
    },
  });
  const Viewer = shown?.mediaType === 'application/pdf' ? PdfViewer : PictureViewer;
  return (
    <>
      {shown ? (
        <Viewer
          key={shown.documentId}
          address={amtPaths.file(shown.documentId)}
          label={evidenceCopy.picture(label(shown), shown.name)}
          heading={label(shown)}
        />
      ) : (
        <EmptyState title={evidenceCopy.noneTitle}>
          <p>{evidenceCopy.noneText}</p>
        </EmptyState>
      )}
      {documents.length > (shown ? 1 : 0) && (
        <nav className="papers" aria-label={evidenceCopy.pages}>
          {documents.map((document, index) => (
            <Thumb
              key={document.documentId}
              document={document}
              number={index + 1}
              label={label(document)}
              to={to(document)}
              here={document === shown}
            />
          ))}
        </nav>
      )}
      {shown && <p className="papers-note">{evidenceCopy.logged}</p>}
    </>
  );
}
