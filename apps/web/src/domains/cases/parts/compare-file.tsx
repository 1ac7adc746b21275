import { digestOf } from '@jena/shared/cases/code';
import { type DragEvent, useRef, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { DocumentIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { verifyCopy } from '../verify.copy.ts';
import './compare-file.css';

type Verdict = 'same' | 'different' | 'unreadable';

/** Compares a file with the hash of what was issued; nothing of it leaves the device. */
export function CompareFile({ fileHash }: { fileHash: string }) {
  const copy = useCopy(verifyCopy);
  const chooser = useRef<HTMLInputElement>(null);
  const [verdict, setVerdict] = useState<Verdict>();

  async function compare(file: File | undefined) {
    if (!file) return;
    setVerdict(undefined);
    try {
      const hash = await digestOf(new Uint8Array(await file.arrayBuffer()));
      setVerdict(hash === fileHash ? 'same' : 'different');
    } catch {
      setVerdict('unreadable');
    }
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    void compare(event.dataTransfer.files[0]);
  }

  return (
    <Section title={copy.fileTitle}>
      <div className="stack">
        <p>{copy.fileText}</p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
        <div className="compare-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          <Button variant="secondary" icon={<DocumentIcon />} onClick={() => chooser.current?.click()}>
            {copy.choose}
          </Button>
          <span className="muted compare-or">{copy.drop}</span>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          accept="application/pdf"
          aria-label={copy.choose}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            void compare(file);
          }}
        />
        {verdict && (
          <Notice tone={verdict === 'same' ? 'success' : 'danger'} live="assertive">
            {copy[verdict]}
          </Notice>
        )}
      </div>
    </Section>
  );
}
