import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { showToast } from '../toast/toast.tsx';
import { Dialog } from './dialog.tsx';

export function DialogExample() {
  const [open, setOpen] = useState(false);
  function remove() {
    setOpen(false);
    showToast({ text: 'Entwurf gelöscht', undo: () => setOpen(true) });
  }
  return (
    <div>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        Entwurf löschen
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Entwurf wirklich löschen?"
        actions={
          <>
            <Button variant="danger" onClick={remove}>
              Entwurf löschen
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Behalten
            </Button>
          </>
        }
      >
        Ihre Antworten und Fotos sind dann weg.
      </Dialog>
    </div>
  );
}
