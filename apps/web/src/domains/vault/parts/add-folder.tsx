import type { VaultFolder } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { client } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { FolderIcon } from '../../../ui/icons/more.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { foldersCopy } from '../folders.copy.ts';
import { FolderForm } from './folder-form.tsx';
import { useFolderName } from './folder-name.tsx';
import { useFolderAct } from './use-folder-act.ts';

/** Makes a folder of the person's own. */
export function AddFolder({ folders }: { folders: readonly VaultFolder[] }) {
  const copy = useCopy(foldersCopy);
  const { online } = useLive();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="secondary"
        icon={<FolderIcon />}
        disabledReason={online ? undefined : copy.needsNetwork}
        onClick={() => setOpen(true)}
      >
        {copy.add}
      </Button>
      <Dialog open={open} onClose={close} title={copy.addTitle}>
        <NewFolder folders={folders} onDone={close} />
      </Dialog>
    </>
  );
}

function NewFolder({ folders, onDone }: { folders: readonly VaultFolder[]; onDone: () => void }) {
  const copy = useCopy(foldersCopy);
  const { read, field } = useFolderName(folders);
  const { act, busy, failure } = useFolderAct();
  async function create() {
    const name = read();
    if (name === undefined) return;
    if (!(await act(name, (key) => client.vault.folders.add.mutate({ ...key, name })))) return;
    showToast({ text: copy.created(name) });
    onDone();
  }
  return (
    <FolderForm
      submit={copy.create}
      busy={busy ? copy.creating : undefined}
      failure={failure}
      onSubmit={() => void create()}
      onCancel={onDone}
    >
      {field}
    </FolderForm>
  );
}
