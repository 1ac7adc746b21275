import type { VaultDocument, VaultFolder } from '@jena/shared/vault';
import { useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { useVaultOutbox } from '../../../offline/outbox.hooks.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Hanfried } from '../../../ui/hanfried/hanfried.tsx';
import { PlusIcon } from '../../../ui/icons/more.tsx';
import { List } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { accountCopy } from '../../account/copy.ts';
import { identityCopy } from '../../identity/copy.ts';
import { vaultCopy } from '../copy.ts';
import { foldersCopy } from '../folders.copy.ts';
import { AddFolder } from '../parts/add-folder.tsx';
import { DocumentRow } from '../parts/document-row.tsx';
import { Expiring } from '../parts/expiry.tsx';
import { byFolder, byOwnFolder, findDocuments } from '../parts/find-documents.ts';
import { OnItsWay } from '../parts/on-its-way.tsx';
import { OwnFolder } from '../parts/own-folder.tsx';
import { useFolders, useVault } from '../parts/use-vault.ts';
import { documentTypeCopy } from '../types.copy.ts';

/** So few are seen at a glance. */
const enoughToSearch = 6;

function VaultPage({ data }: { data: Names; params: Params }) {
  const copy = useCopy(vaultCopy);
  const account = useCopy(accountCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: account.title }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Vault names={data} />
      </LoginGate>
    </div>
  );
}

function Vault({ names }: { names: Names }) {
  const copy = useCopy(vaultCopy);
  const vault = useVault();
  const folders = useFolders();
  const outbox = useVaultOutbox();
  if (!vault.data) {
    if (vault.isPending && vault.fetchStatus !== 'paused') return <SkeletonList rows={4} />;
    return (
      <>
        <OnItsWay items={outbox} />
        <Notice tone="warning" action={<Button onClick={() => void vault.refetch()}>{copy.again}</Button>}>
          {copy.unavailable}
        </Notice>
        <AddButton />
      </>
    );
  }
  const travelling = new Set(outbox.map(({ documentId }) => documentId));
  const documents = vault.data.filter(({ id }) => !travelling.has(id));
  if (documents.length + outbox.length + folders.length === 0) {
    return (
      <>
        <AsOf query={vault} />
        <EmptyState title={copy.emptyTitle} drawing={<Hanfried size="large" />} action={<AddButton />}>
          {copy.emptyText}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <div className="vault-buttons">
        <AddButton />
        <AddFolder folders={folders} />
      </div>
      <AsOf query={vault} />
      <OnItsWay items={outbox} />
      <Expiring documents={documents} names={names} />
      <Documents documents={documents} folders={folders} />
    </>
  );
}

function AddButton() {
  const copy = useCopy(vaultCopy);
  return (
    <div>
      <LinkButton to={paths.vaultAdd()} icon={<PlusIcon />}>
        {copy.add}
      </LinkButton>
    </div>
  );
}

type DocumentsProps = { documents: readonly VaultDocument[]; folders: readonly VaultFolder[] };

function Documents({ documents, folders }: DocumentsProps) {
  const copy = useCopy(vaultCopy);
  const names = useCopy(documentTypeCopy);
  const [words, setWords] = useState('');
  const found = findDocuments(documents, words, names, folders);
  const { own, rest } = byOwnFolder(found, folders);
  const searching = words.trim() !== '';
  return (
    <>
      {documents.length >= enoughToSearch && (
        <search>
          <TextField name="suche" type="search" label={copy.search} value={words} onChange={setWords} />
          <p className="sr-only" role="status">
            {searching && copy.found(found.length)}
          </p>
        </search>
      )}
      {searching && found.length === 0 && <p>{copy.nothingFound(words.trim())}</p>}
      {own
        .filter((group) => !searching || group.documents.length > 0)
        .map((group) => (
          <OwnFolder key={group.folder.id} {...group} folders={folders} />
        ))}
      {byFolder(rest).map(({ folder, documents: inside }) => (
        <Section key={folder} title={names.folder[folder]}>
          <List label={names.folder[folder]}>
            {inside.map((document) => (
              <DocumentRow key={document.id} document={document} />
            ))}
          </List>
        </Section>
      ))}
    </>
  );
}

export const page = definePage<Names>({
  Page: personal(VaultPage),
  copies: [vaultCopy, foldersCopy, documentTypeCopy, accountCopy, identityCopy, errorCopy],
  title: ({ language }) => vaultCopy.get(language).title,
  data: loadNames,
});
