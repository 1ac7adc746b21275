import type { DocumentId } from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { wasLoggedIn } from '../../lib/hint.ts';
import { useLive } from '../../lib/live.ts';
import { announce } from '../../shell/announcer.tsx';
import { Button } from '../../ui/button/button.tsx';
import { CameraIcon, DocumentIcon, LockIcon } from '../../ui/icons/more.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { addFile, removeFile, type StoredFile } from '../drafts.ts';
import { acceptedFiles } from './accept.ts';
import type { CaptureStart } from './capture-dialog.tsx';
import { useCaptureCopy } from './copy.ts';
import { canDecode } from './decode.ts';
import { mostPages, type ScanPage } from './document/pages.ts';
import { freeName, numbered } from './free-name.ts';
import { PageList } from './page-list.tsx';
import { type CaptureProblem, problemOf } from './problem.ts';
import { sniff } from './sniff.ts';
import { storedPages } from './use-stored-pages.ts';
import './capture-field.css';

const VaultPicker = lazy(async () => ({
  default: (await import('../../domains/vault/parts/vault-picker.tsx')).VaultPicker,
}));
// Camera, corners and worker come only when someone photographs.
const CaptureDialog = lazy(async () => ({ default: (await import('./capture-dialog.tsx')).CaptureDialog }));

type CaptureFieldProps = {
  /** Where the files belong; a draft that lists them, or an evidence request. */
  draftId: string;
  field: string;
  label: string;
  files: readonly StoredFile[];
  onChange: (files: StoredFile[]) => void;
  maxFiles: number;
  /** Names that the case has already; a new file gets another one. */
  taken?: readonly string[];
  /** When the files are sent, where that is not with an application. */
  note?: string;
  /** Offers what lies in the person's vault too. */
  fromVault?: boolean;
  /** A chosen file is being read: who sends now would send without it. */
  onReading?: (reading: boolean) => void;
};

type Session = { start: CaptureStart; pages: readonly ScanPage[] };

/** The pages of a document: photographed here or chosen as a file, kept on the phone until they are sent. */
export function CaptureField({
  draftId,
  field,
  label,
  files,
  onChange,
  maxFiles,
  taken = [],
  note,
  fromVault = true,
  onReading,
}: CaptureFieldProps) {
  const copy = useCaptureCopy();
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<CaptureProblem>();
  const [working, setWorking] = useState(false);
  const [picking, setPicking] = useState(false);
  const { loggedIn } = useLive();
  /** The document that the pages come from; its next version takes its place. */
  const scanned = useRef<DocumentId>(undefined);
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

  /** No two files of a case bear one name. */
  async function keep(content: Blob, nameOf: (number: number) => string, replaces?: DocumentId) {
    const others = current.current.filter((file) => file.documentId !== replaces);
    const name = freeName(nameOf, [...taken, ...others.map((file) => file.name)]);
    const added = await addFile(draftId, field, content, name);
    // Off the phone first: what lies on it belongs to the draft, whatever a window writes.
    if (replaces) await removeFile(replaces);
    const place = current.current.findIndex((file) => file.documentId === replaces);
    if (place < 0) change([...current.current, added]);
    else change(current.current.with(place, added));
    return added;
  }

  async function keepScan(content: Blob | undefined) {
    const before = current.current.find((file) => file.documentId === scanned.current);
    if (!content) {
      if (before) await remove(before);
      scanned.current = undefined;
      return;
    }
    const ending = content.type === 'application/pdf' ? 'pdf' : 'jpg';
    const nameOf = (number: number) => copy.scanName(label.slice(0, 80), number, ending);
    const added = await keep(content, nameOf, before?.documentId);
    scanned.current = added.documentId;
    announce(copy.kept);
  }

  /** One more page for the document that was photographed last; a new one where there is none. */
  async function photograph() {
    setProblem(undefined);
    const last = current.current.at(-1);
    const pages = last && (await storedPages(last).catch(() => undefined));
    const open = last && pages && pages.length < mostPages;
    scanned.current = open ? last.documentId : undefined;
    setSession({ start: { kind: 'camera' }, pages: open ? pages : [] });
  }

  async function edit(file: StoredFile) {
    const pages = await storedPages(file).catch(() => undefined);
    if (!pages) return;
    scanned.current = file.documentId;
    setSession({ start: { kind: 'pages' }, pages });
  }

  async function remove(file: StoredFile) {
    if (!file.inVault) await removeFile(file.documentId);
    change(current.current.filter((one) => one.documentId !== file.documentId));
    announce(copy.removed(file.name));
  }

  function take({ id: documentId, name, mediaType, bytes }: VaultDocument) {
    setPicking(false);
    const addedAt = new Date().toISOString();
    change([...current.current, { documentId, name, mediaType, bytes, addedAt, inVault: true }]);
    announce(copy.added(name));
  }

  /** A file that stays as it is until the server has looked at it. */
  async function keepAs(type: 'application/pdf' | 'image/heic', file: File) {
    const { name } = await keep(new Blob([file], { type }), numbered(file.name.slice(-190)));
    announce(copy.added(name));
  }

  function setReading(reading: boolean) {
    setWorking(reading);
    onReading?.(reading);
  }

  async function choose(file: File) {
    setProblem(undefined);
    setReading(true);
    try {
      const found = await sniff(file);
      if (found.kind === 'refused') setProblem(found.code);
      else if (found.kind === 'pdf') await keepAs('application/pdf', file);
      else if (found.kind === 'heic' && !(await canDecode(file))) await keepAs('image/heic', file);
      else {
        scanned.current = undefined;
        setSession({ start: { kind: 'file', file }, pages: [] });
      }
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setReading(false);
    }
  }

  const full = files.length >= maxFiles;
  return (
    <div className="cap-field stack">
      <PageList
        files={files}
        label={label}
        onEdit={(file) => void edit(file)}
        onRemove={(file) => void remove(file)}
        note={note}
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
            onClick={() => void photograph()}
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
          {fromVault && (loggedIn || wasLoggedIn()) && (
            <Button variant="secondary" icon={<LockIcon />} onClick={() => setPicking(true)}>
              {copy.fromVault}
            </Button>
          )}
          <span className="muted small" id={hintId}>
            {copy.fileHint}
          </span>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={acceptedFiles()}
        aria-label={`${label}: ${copy.chooseFile}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was removed.
          event.target.value = '';
          if (file) void choose(file);
        }}
      />
      {picking && (
        <Suspense fallback={null}>
          <VaultPicker
            without={files.map((file) => file.documentId)}
            onPick={take}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
      {session && (
        <Suspense fallback={<p className="muted">{copy.cameraStarting}</p>}>
          <CaptureDialog
            start={session.start}
            pages={session.pages}
            onDocument={keepScan}
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
