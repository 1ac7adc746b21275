import { documentTypes } from '@jena/shared/vault';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { useLive } from '../../../lib/live.ts';
import { navigate } from '../../../lib/navigation.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { listFiles, type StoredFile } from '../../../offline/drafts.ts';
import { enqueueForVault } from '../../../offline/outbox.ts';
import { Button } from '../../../ui/button/button.tsx';
import { FieldGroup, useFieldIds } from '../../../ui/field/field.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonLine } from '../../../ui/skeleton/skeleton.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { vaultCopy } from '../copy.ts';
import { OtherQuestions, TypeQuestion, useDetails } from '../parts/details-form.tsx';
import { documentTypeCopy } from '../types.copy.ts';

const CaptureField = lazy(async () => ({
  default: (await import('../../../offline/capture/capture-field.tsx')).CaptureField,
}));

/** Where the photographs lie on the phone until the document is put into the vault; a reload finds them again. */
const stagingId = 'vault-new';

function AddDocumentPage() {
  const copy = useCopy(vaultCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.addTitle} lead={copy.addLead} back={{ to: paths.vault(), label: copy.title }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <AddDocument />
      </LoginGate>
    </div>
  );
}

/** A kind that a link asks for, e.g. because a service needs it. */
function askedFor() {
  const asked = typeof location === 'undefined' ? '' : location.hash.slice(1);
  return documentTypes.find((type) => type === asked) ?? '';
}

function AddDocument() {
  const copy = useCopy(vaultCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const details = useDetails({ type: askedFor(), name: null, issuer: '', validUntil: '', remind: true });
  const [files, setFiles] = useState<StoredFile[]>();
  const [noPapers, setNoPapers] = useState(false);
  const [reading, setReading] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let current = true;
    listFiles(stagingId).then(
      (found) => current && setFiles(found),
      () => current && setFiles([]),
    );
    return () => {
      current = false;
    };
  }, []);

  async function keep() {
    const said = details.read();
    const [file] = files ?? [];
    setNoPapers(file === undefined);
    if (said === undefined || file === undefined) return;
    setBusy(true);
    try {
      await enqueueForVault({ ...said, file }, { language });
      showToast({ text: online ? copy.kept(said.name) : copy.keptOffline(said.name) });
      navigate(localPath(language, paths.vault()));
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }

  return (
    <form
      className="stack-large"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TypeQuestion {...details} />
      <Papers
        files={files}
        onChange={(next) => {
          setFiles(next);
          setNoPapers(false);
        }}
        onReading={setReading}
        error={noPapers ? copy.papersMissing : undefined}
      />
      <OtherQuestions {...details} />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div>
        <Button type="submit" busy={busy ? copy.keeping : reading ? copy.reading : undefined}>
          {copy.keep}
        </Button>
      </div>
    </form>
  );
}

type PapersProps = {
  files: StoredFile[] | undefined;
  onChange: (files: StoredFile[]) => void;
  onReading: (reading: boolean) => void;
  error: string | undefined;
};

function Papers({ files, onChange, onReading, error }: PapersProps) {
  const copy = useCopy(vaultCopy);
  const field = { name: 'dokument', label: copy.papersLabel, error };
  const { control, describedBy } = useFieldIds(field);
  return (
    <FieldGroup {...field} control={control} describedBy={describedBy}>
      {files ? (
        <Suspense fallback={<SkeletonLine />}>
          <CaptureField
            draftId={stagingId}
            field="document"
            label={copy.papersLabel}
            files={files}
            onChange={onChange}
            onReading={onReading}
            maxFiles={1}
            note={copy.papersNote}
            fromVault={false}
          />
        </Suspense>
      ) : (
        <SkeletonLine />
      )}
    </FieldGroup>
  );
}

export const page = definePage({
  Page: personal(AddDocumentPage),
  copies: [vaultCopy, documentTypeCopy, identityCopy, errorCopy],
  title: ({ language }) => vaultCopy.get(language).addTitle,
});
