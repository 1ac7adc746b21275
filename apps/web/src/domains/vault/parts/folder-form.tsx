import type { ReactNode } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { foldersCopy } from '../folders.copy.ts';

type FolderFormProps = {
  submit: string;
  busy: string | undefined;
  failure: string | undefined;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
};

/** A short form in a dialog about folders. */
export function FolderForm({ submit, busy, failure, onSubmit, onCancel, children }: FolderFormProps) {
  const copy = useCopy(foldersCopy);
  return (
    <form
      className="stack-large"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="vault-buttons">
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  );
}
