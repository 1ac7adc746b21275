import type { FolderId } from '@jena/shared/kernel';
import { folderOf, type VaultDocument, type VaultFolder } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { client } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { RadioGroup } from '../../../ui/choice/choice.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { FolderIcon } from '../../../ui/icons/more.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { foldersCopy } from '../folders.copy.ts';
import { documentTypeCopy } from '../types.copy.ts';
import { ownFolderOf } from './find-documents.ts';
import { FolderForm } from './folder-form.tsx';
import { useFolderName } from './folder-name.tsx';
import { useFolderAct } from './use-folder-act.ts';

type MoveProps = { document: VaultDocument; folders: readonly VaultFolder[] };

/** Puts a document into a folder of the person's own, or back to its topic. */
export function MoveDocument(props: MoveProps) {
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
        {copy.move}
      </Button>
      <Dialog open={open} onClose={close} title={copy.moveTitle}>
        <Where {...props} onDone={close} />
      </Dialog>
    </>
  );
}

/** Values of the choice that are no folder's id. */
const byTopic = 'thema';
const newOne = 'neu';

function Where({ document, folders, onDone }: MoveProps & { onDone: () => void }) {
  const copy = useCopy(foldersCopy);
  const topic = useCopy(documentTypeCopy).folder[folderOf(document.details.type)];
  const { read, field } = useFolderName(folders);
  const { act, busy, failure } = useFolderAct();
  const [chosen, setChosen] = useState<string>(ownFolderOf(document, folders)?.id ?? byTopic);

  async function move() {
    const target = chosen === newOne ? await make() : known(chosen);
    if (target === undefined) return;
    const { folderId, name } = target;
    const done = await act(String(folderId), (key) =>
      client.vault.folders.file.mutate({ ...key, documentId: document.id, folderId }),
    );
    if (!done) return;
    showToast({ text: copy.moved(name) });
    onDone();
  }

  function known(choice: string) {
    const folder = folders.find(({ id }) => id === choice);
    return { folderId: folder?.id ?? null, name: folder?.name ?? topic };
  }

  /** Makes the new folder and chooses it, so that a second try does not make another; none when it could not be made. */
  async function make() {
    const name = read();
    if (name === undefined) return undefined;
    const made: { folderId?: FolderId } = {};
    await act(name, async (key) =>
      Object.assign(made, await client.vault.folders.add.mutate({ ...key, name })),
    );
    if (made.folderId === undefined) return undefined;
    setChosen(made.folderId);
    return { folderId: made.folderId, name };
  }

  return (
    <FolderForm
      submit={copy.move}
      busy={busy ? copy.moving : undefined}
      failure={failure}
      onSubmit={() => void move()}
      onCancel={onDone}
    >
      <RadioGroup
        name="wohin"
        label={copy.moveLabel}
        value={chosen}
        onChange={setChosen}
        options={[
          { value: byTopic, label: copy.byTopic(topic) },
          ...folders.map(({ id, name }) => ({ value: id as string, label: <bdi>{name}</bdi> })),
          { value: newOne, label: copy.newOne },
        ]}
      />
      {chosen === newOne && field}
    </FolderForm>
  );
}
