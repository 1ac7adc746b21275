import { useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useSend } from './use-send.ts';

type SureProps = {
  /** Whom it is about, for those who hear the button and do not see its place. */
  name: string;
  words: { open: string; title: string; text: string; yes: string; no: string; busy: string };
  act: () => Promise<unknown>;
  said: string;
};

/** A button for what cannot be taken back: it asks once more. */
export function Sure({ name, words, act, said }: SureProps) {
  const [asking, setAsking] = useState(false);
  const { busy, failure, send } = useSend();
  async function doIt() {
    if (await send(act, said)) setAsking(false);
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {words.open}
        <span className="sr-only">: {name}</span>
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.title}
        actions={
          <>
            <Button variant="danger" onClick={() => void doIt()} busy={busy ? words.busy : undefined}>
              {words.yes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {words.no}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{words.text}</p>
          {failure && (
            <Notice tone="warning" live="assertive">
              {failure}
            </Notice>
          )}
        </div>
      </Dialog>
    </>
  );
}
