import type { PreparedFile } from '@jena/shared/cases';
import { useRef, useState } from 'react';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button/button.tsx';
import { CheckCircleIcon, DocumentIcon } from '../../ui/icons/icons.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar/progress-bar.tsx';
import { attachmentErrors, attachmentsCopy as words } from '../copy.attachments.de.ts';
import type { Sending } from '../lib/attaching.ts';
import { staffSentence } from '../lib/words.ts';
import { type Attachments as Attached, mostAttached } from './use-attachments.ts';
import './attachments.css';

const accepted = 'application/pdf,image/jpeg,image/png,image/heic,image/heif';
const size = (bytes: number) => formatBytes(bytes, 'de');
const sentence = (code: string) => attachmentErrors[code] ?? staffSentence({ code });

/** The files of a message that is being written: picked or dropped, sent at once, checked, and given with the message. */
export function Attachments({ attached }: { attached: Attached }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  function take(list: FileList | null) {
    const files = [...(list ?? [])];
    const room = mostAttached - attached.count;
    setTooMany(files.length > room);
    attached.add(files.slice(0, room));
  }
  return (
    <div className="attachments">
      {attached.count > 0 && (
        <ul className="attached" aria-label={words.list}>
          {attached.prepared.map((file) => (
            <Prepared key={file.id} file={file} onRemove={() => attached.remove(file.id)} />
          ))}
          {attached.sending.map((file) => (
            <OnItsWay
              key={file.id}
              file={file}
              onAgain={() => attached.again(file.id)}
              onRemove={() => attached.remove(file.id)}
            />
          ))}
        </ul>
      )}
      {tooMany && (
        <Notice tone="warning" live="polite">
          {words.tooMany(mostAttached)}
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        className={over ? 'attach-drop attach-drop-over' : 'attach-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <Button variant="quiet" icon={<DocumentIcon size={20} />} onClick={() => chooser.current?.click()}>
          {words.attach}
        </Button>
        <span className="muted small attach-or">{words.drop}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={words.attach}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function Prepared({ file, onRemove }: { file: PreparedFile; onRemove: () => void }) {
  const { name, bytes, state, refusal, held } = file;
  if (state === 'refused')
    return (
      <Stopped name={name} onRemove={onRemove}>
        {sentence(refusal ?? 'platform.unexpected')}
      </Stopped>
    );
  if (state === 'uploading')
    return (
      <Stopped name={name} onRemove={onRemove}>
        {words.unfinished}
      </Stopped>
    );
  if (state === 'checking')
    return (
      <li className="attached-file">
        <ProgressBar label={words.checking(name)} />
        {held && <p className="muted small">{words.held}</p>}
        <Remove name={name} onRemove={onRemove} />
      </li>
    );
  return (
    <li className="attached-file">
      <p className="attached-ready" role="status">
        <CheckCircleIcon size={20} />
        <span>
          <bdi>{name}</bdi> · {size(bytes)}
        </span>
      </p>
      <p className="muted small">{words.ready}</p>
      <Remove name={name} onRemove={onRemove} />
    </li>
  );
}

type OnItsWayProps = { file: Sending; onAgain: () => void; onRemove: () => void };

function OnItsWay({ file: { name, bytes, sent, failure }, onAgain, onRemove }: OnItsWayProps) {
  if (failure === 'platform.offline')
    return (
      <Stopped name={name} onAgain={onAgain} onRemove={onRemove}>
        {words.lost}
      </Stopped>
    );
  if (failure !== null)
    return (
      <Stopped name={name} onRemove={onRemove}>
        {sentence(failure)}
      </Stopped>
    );
  return (
    <li className="attached-file">
      <ProgressBar
        label={words.sending(name, size(sent), size(bytes))}
        value={sent}
        max={Math.max(bytes, 1)}
      />
      <Remove name={name} onRemove={onRemove} />
    </li>
  );
}

type StoppedProps = { name: string; children: string; onAgain?: () => void; onRemove: () => void };

/** A file that does not get on by itself, and why. */
function Stopped({ name, children, onAgain, onRemove }: StoppedProps) {
  return (
    <li className="attached-file">
      <Notice
        tone={onAgain ? 'warning' : 'danger'}
        title={words.refusedFile(name)}
        live="assertive"
        action={
          <>
            {onAgain && (
              <Button variant="secondary" onClick={onAgain}>
                {words.again}
              </Button>
            )}
            <Remove name={name} onRemove={onRemove} />
          </>
        }
      >
        {children}
      </Notice>
    </li>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <Button variant="quiet" onClick={onRemove}>
      {words.remove}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
