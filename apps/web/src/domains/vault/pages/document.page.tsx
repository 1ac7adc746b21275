import { type DocumentId, idPattern } from '@jena/shared/kernel';
import { folderOf, type VaultDocument, type VaultFolder } from '@jena/shared/vault';
import { useState } from 'react';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { formatBytes, formatDay, formatMoment } from '../../../lib/format.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { EditIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { vaultCopy } from '../copy.ts';
import { foldersCopy } from '../folders.copy.ts';
import { DocumentFile } from '../parts/document-file.tsx';
import { StateBadge } from '../parts/document-row.tsx';
import { EditDetails } from '../parts/edit-details.tsx';
import { ExpiryNotice, RemindSwitch } from '../parts/expiry.tsx';
import { ownFolderOf } from '../parts/find-documents.ts';
import { MoveDocument } from '../parts/move-document.tsx';
import { RemoveDocument } from '../parts/remove-document.tsx';
import { Sharing } from '../parts/sharing.tsx';
import { useFolders, useVault } from '../parts/use-vault.ts';
import { nextReminder, validityOf } from '../parts/validity.ts';
import { sharingCopy } from '../sharing.copy.ts';
import { documentTypeCopy } from '../types.copy.ts';

function DocumentPage({ data, params }: { data: Names; params: Params }) {
  const copy = useCopy(vaultCopy);
  return (
    <LoginGate level={1} title={copy.loginTitle} why={copy.loginWhy}>
      <FromVault id={params['id'] as DocumentId} names={data} />
    </LoginGate>
  );
}

/** Looked up in the list, which lies on the phone: so a document's facts are there without a network too. */
function FromVault({ id, names }: { id: DocumentId; names: Names }) {
  const copy = useCopy(vaultCopy);
  const vault = useVault();
  const document = vault.data?.find((candidate) => candidate.id === id);
  if (document) return <Document key={id} document={document} names={names} />;
  if (vault.isPending && vault.fetchStatus !== 'paused') return <SkeletonPage />;
  if (!vault.data) {
    return (
      <>
        <PageHeader title={copy.title} back={{ to: paths.vault(), label: copy.title }} />
        <Notice tone="warning" action={<Button onClick={() => void vault.refetch()}>{copy.again}</Button>}>
          {copy.unavailable}
        </Notice>
      </>
    );
  }
  return (
    <EmptyState level={1} title={copy.gone} action={<LinkButton to={paths.vault()}>{copy.title}</LinkButton>}>
      {copy.goneText}
    </EmptyState>
  );
}

function Document({ document, names }: { document: VaultDocument; names: Names }) {
  const copy = useCopy(vaultCopy);
  const errors = useCopy(errorCopy);
  const folders = useFolders();
  const [editing, setEditing] = useState(false);
  return (
    <div className="stack-large">
      <PageHeader
        title={<bdi>{document.name.replace(/\.(jpg|png|pdf)$/, '')}</bdi>}
        back={{ to: paths.vault(), label: copy.title }}
        preline={<StateBadge document={document} />}
      />
      {document.state === 'refused' && document.refusal && (
        <Notice tone="danger">{errors[document.refusal]}</Notice>
      )}
      <ExpiryNotice document={document} names={names} />
      {document.held && <Notice>{copy.held}</Notice>}
      {document.state === 'available' && <DocumentFile document={document} />}
      {editing ? (
        <Section title={copy.editTitle}>
          <EditDetails document={document} onDone={() => setEditing(false)} />
        </Section>
      ) : (
        <Section title={copy.facts}>
          <Facts document={document} folders={folders} />
          <div className="vault-buttons">
            <Button variant="secondary" icon={<EditIcon />} onClick={() => setEditing(true)}>
              {copy.edit}
            </Button>
            <MoveDocument document={document} folders={folders} />
            {document.details.validUntil && !document.details.remind && <RemindSwitch document={document} />}
            {!document.issuedByCity && <RemoveDocument document={document} />}
          </div>
        </Section>
      )}
      {document.state === 'available' && <Sharing document={document} names={names} />}
    </div>
  );
}

function Facts({ document, folders }: { document: VaultDocument; folders: readonly VaultFolder[] }) {
  const copy = useCopy(vaultCopy);
  const names = useCopy(documentTypeCopy);
  const language = useLanguage();
  const { type, issuer, validUntil, remind } = document.details;
  const next = nextReminder(document.details);
  const own = ownFolderOf(document, folders);
  const until = validUntil && formatDay(validUntil, language);
  const sizes = [document.pages && copy.pages(document.pages), formatBytes(document.bytes, language)];
  const items = [
    { id: 'type', label: copy.typeLabel, value: names.type[type] },
    {
      id: 'folder',
      label: copy.folderLabel,
      value: own ? <bdi>{own.name}</bdi> : names.folder[folderOf(type)],
    },
    { id: 'issuer', label: copy.issuerLabel, value: issuer && <bdi>{issuer}</bdi> },
    {
      id: 'valid',
      label: copy.validLabel,
      value: until && (validityOf(document.details) === 'expired' ? copy.expiredOn(until) : until),
    },
    {
      id: 'reminder',
      label: copy.reminderFact,
      value: validUntil && (remind ? next && copy.reminderNext(formatDay(next, language)) : copy.reminderOff),
    },
    { id: 'origin', label: copy.originLabel, value: copy.origins[document.issuedByCity ? 'city' : 'own'] },
    { id: 'added', label: copy.addedLabel, value: formatMoment(document.createdAt, language) },
    { id: 'size', label: copy.sizeLabel, value: sizes.filter(Boolean).join(', ') },
  ];
  return <SummaryList items={items.filter(({ value }) => Boolean(value))} />;
}

export const page = definePage<Names>({
  Page: personal(DocumentPage),
  copies: [vaultCopy, foldersCopy, documentTypeCopy, sharingCopy, identityCopy, errorCopy],
  title: ({ language }) => vaultCopy.get(language).title,
  data: async (context) =>
    idPattern.test(context.params['id'] ?? '') ? await loadNames(context) : undefined,
});
