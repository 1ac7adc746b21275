import { type FolderId, newId } from '@jena/shared/kernel';
import type { VaultDocument, VaultFolder } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { useLive } from '../../../lib/live.ts';
import { client } from '../../../lib/trpc.ts';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { EditIcon, TrashIcon } from '../../../ui/icons/more.tsx';
import { List } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { foldersCopy } from '../folders.copy.ts';
import { DocumentRow } from './document-row.tsx';
import { FolderForm } from './folder-form.tsx';
import { useFolderName } from './folder-name.tsx';
import { refreshVault, useFolderAct } from './use-folder-act.ts';

type OwnFolderProps = {
  folder: VaultFolder;
  folders: readonly VaultFolder[];
  documents: readonly VaultDocument[];
};

/** A folder that the person made, with what lies in it. */
export function OwnFolder(props: OwnFolderProps) {
  const { folder, documents } = props;
  const copy = useCopy(foldersCopy);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Section
      title={<bdi>{folder.name}</bdi>}
      action={
        <IconButton label={copy.changeOf(folder.name)} onClick={() => setOpen(true)}>
          <EditIcon />
        </IconButton>
      }
    >
      {documents.length === 0 ? (
        <p>{copy.empty}</p>
      ) : (
        <List label={folder.name}>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </List>
      )}
      <Dialog open={open} onClose={close} title={copy.changeTitle}>
        <ChangeFolder {...props} onDone={close} />
      </Dialog>
    </Section>
  );
}

/** Renames a folder, or throws it away and offers to take it back. */
function ChangeFolder({ folder, folders, documents, onDone }: OwnFolderProps & { onDone: () => void }) {
  const copy = useCopy(foldersCopy);
  const errors = useCopy(errorCopy);
  const { online } = useLive();
  const { read, field } = useFolderName(folders, folder);
  const { act, busy, failure } = useFolderAct();
  const { id: folderId, name: before } = folder;

  async function rename() {
    const name = read();
    if (name === undefined) return;
    const done = await act(name, (key) => client.vault.folders.rename.mutate({ ...key, folderId, name }));
    if (!done) return;
    showToast({ text: copy.renamed(name) });
    onDone();
  }

  async function bringBack(id: FolderId) {
    try {
      await client.vault.folders.restore.mutate({ idempotencyKey: newId<'idempotency'>(), folderId: id });
      showToast({ text: copy.restored(before) });
    } catch (error) {
      showToast({ text: errorSentence(errors, error) });
    }
    await refreshVault();
  }

  async function remove() {
    if (!(await act('', (key) => client.vault.folders.remove.mutate({ ...key, folderId })))) return;
    showToast({ text: copy.removed(before), undo: () => void bringBack(folderId) });
    onDone();
  }

  return (
    <div className="stack-large">
      <FolderForm
        submit={copy.rename}
        busy={busy ? copy.renaming : undefined}
        failure={failure}
        onSubmit={() => void (online && rename())}
        onCancel={onDone}
      >
        {field}
      </FolderForm>
      <div className="vault-throw">
        <p>{copy.removeNote(documents.length)}</p>
        <Button
          variant="quiet"
          icon={<TrashIcon />}
          disabledReason={online ? undefined : copy.needsNetwork}
          onClick={() => void remove()}
        >
          {copy.remove}
        </Button>
      </div>
    </div>
  );
}
