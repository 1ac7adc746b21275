import type { DocumentId } from '@jena/shared/kernel';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../../shell/announcer.tsx';
import { Button } from '../../ui/button/button.tsx';
import { CameraIcon, DocumentIcon } from '../../ui/icons/more.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { addFile, removeFile, type StoredFile } from '../drafts.ts';
import type { CaptureStart } from './capture-dialog.tsx';
import { useCaptureCopy } from './copy.ts';
import { PageList } from './page-list.tsx';
import { type CaptureProblem, problemOf } from './problem.ts';
import { sniff } from './sniff.ts';
import './capture-field.css';

// Camera, corners and worker come only when someone photographs.
const CaptureDialog = lazy(async () => ({ default: (await import('./capture-dialog.tsx')).CaptureDialog }));

/** JPEG and PNG only: iPhones then hand over their HEIC pictures as JPEG. */
const accept = 'image/jpeg,image/png,application/pdf';

type CaptureFieldProps = {
  /** Where the files belong; a draft that lists them, or an evidence request. */
  draftId: string;
  field: string;
  label: string;
  files: readonly StoredFile[];
  onChange: (files: StoredFile[]) => void;
  maxFiles: number;
};

type Session = { start: CaptureStart; replaces?: DocumentId };

/** The pages of a document: photographed here or chosen as a file, kept on the phone until they are sent. */
export function CaptureField({ draftId, field, label, files, onChange, maxFiles }: CaptureFieldProps) {
  const copy = useCaptureCopy();
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<CaptureProblem>();
  const [working, setWorking] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const hintId = useId();
  // Several pages may be added before the owner of `files` renders again.
  const current = useRef<readonly StoredFile[]>(files);
  useEffect(() => {
    current.current = files;
  }, [files]);

  function change(next: StoredFile[]) {
    current.current = next;
    onChange(next);
  }

  async function keep(content: Blob, name: string, replaces?: DocumentId) {
    const added = await addFile(draftId, field, content, name);
    const place = current.current.findIndex((file) => file.documentId === replaces);
    if (place < 0) change([...current.current, added]);
    else change(current.current.with(place, added));
    if (replaces) await removeFile(replaces);
    announce(copy.added(name));
  }

  async function remove(file: StoredFile) {
    change(current.current.filter((one) => one.documentId !== file.documentId));
    await removeFile(file.documentId);
    announce(copy.removed(file.name));
  }

  async function choose(file: File) {
    setProblem(undefined);
    setWorking(true);
    try {
      const found = await sniff(file);
      if (found.kind === 'refused') setProblem(found.code);
      else if (found.kind === 'pdf')
        await keep(new Blob([file], { type: 'application/pdf' }), file.name.slice(0, 200));
      else setSession({ start: { kind: 'file', file } });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setWorking(false);
    }
  }

  const full = files.length >= maxFiles;
  const pageNumber = session?.replaces
    ? files.findIndex((file) => file.documentId === session.replaces) + 1
    : files.length + 1;
  return (
    <div className="cap-field stack">
      <PageList
        files={files}
        label={label}
        onRetake={(file) => setSession({ start: { kind: 'camera' }, replaces: file.documentId })}
        onRemove={(file) => void remove(file)}
      />
      {problem && (
        <Notice tone="danger" live="assertive">
          {copy.problems[problem]}
        </Notice>
      )}
      {full ? (
        <p className="muted small">{copy.full(maxFiles)}</p>
      ) : (
        <div className="cap-buttons">
          <Button
            variant={files.length === 0 ? 'primary' : 'secondary'}
            icon={<CameraIcon />}
            onClick={() => {
              setProblem(undefined);
              setSession({ start: { kind: 'camera' } });
            }}
          >
            {files.length === 0 ? copy.takePhoto : copy.takeNext}
          </Button>
          <Button
            variant="secondary"
            icon={<DocumentIcon />}
            busy={working ? copy.reading : undefined}
            aria-describedby={hintId}
            onClick={() => chooser.current?.click()}
          >
            {copy.chooseFile}
          </Button>
          <span className="muted small" id={hintId}>
            {copy.fileHint}
          </span>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        aria-label={`${label}: ${copy.chooseFile}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was removed.
          event.target.value = '';
          if (file) void choose(file);
        }}
      />
      {session && (
        <Suspense fallback={<p className="muted">{copy.cameraStarting}</p>}>
          <CaptureDialog
            start={session.start}
            pages={files}
            onlyOne={session.replaces !== undefined || files.length + 1 >= maxFiles}
            onPage={(page) => keep(page, copy.pageName(label.slice(0, 80), pageNumber), session.replaces)}
            onFile={(file) => {
              setSession(undefined);
              void choose(file);
            }}
            onClose={() => setSession(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
