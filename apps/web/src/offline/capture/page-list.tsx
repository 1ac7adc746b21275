import { useEffect, useState } from 'react';
import { useLanguage } from '../../lib/copy.ts';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button/button.tsx';
import { DocumentIcon } from '../../ui/icons/more.tsx';
import { readFile, type StoredFile } from '../drafts.ts';
import { useCaptureCopy } from './copy.ts';

type PageListProps = {
  files: readonly StoredFile[];
  label: string;
  onRetake: (file: StoredFile) => void;
  onRemove: (file: StoredFile) => void;
};

/** The pages so far, as cards with a small picture, a way to take each again and a way to remove it. */
export function PageList({ files, label, onRetake, onRemove }: PageListProps) {
  const copy = useCaptureCopy();
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <>
      <ul className="cap-pages" aria-label={copy.pages(label)}>
        {files.map((file) => (
          <li className="cap-page" key={file.documentId}>
            <Thumbnail file={file} />
            <div className="cap-page-words">
              <p className="cap-page-name">{file.name}</p>
              <p className="muted small">
                {file.mediaType === 'application/pdf' && `${copy.pdf}, `}
                {formatBytes(file.bytes, language)}
              </p>
              <div className="cap-page-buttons">
                {file.mediaType !== 'application/pdf' && (
                  <Button
                    variant="quiet"
                    aria-label={copy.retakePage(file.name)}
                    onClick={() => onRetake(file)}
                  >
                    {copy.retake}
                  </Button>
                )}
                <Button
                  variant="quiet"
                  aria-label={copy.removePage(file.name)}
                  onClick={() => onRemove(file)}
                >
                  {copy.remove}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <p className="muted small">{copy.onDevice}</p>
    </>
  );
}

/** A small picture of a page; a drawing where there is none to show. */
export function Thumbnail({ file }: { file: StoredFile }) {
  const copy = useCaptureCopy();
  const url = useStoredPicture(file);
  if (url === undefined) {
    return (
      <span className="cap-thumb">
        <DocumentIcon size={32} />
      </span>
    );
  }
  return <img className="cap-thumb" src={url} alt={copy.pictureOf(file.name)} />;
}

/** The address of a picture that lies on the phone, for as long as it is shown. */
function useStoredPicture({ documentId, mediaType }: StoredFile): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!mediaType.startsWith('image/')) return;
    let gone = false;
    let made: string | undefined;
    readFile(documentId)
      .then((content) => {
        if (gone || !content) return;
        made = URL.createObjectURL(content);
        setUrl(made);
      })
      // A thumbnail that cannot be read is only a thumbnail that is missing.
      .catch(() => undefined);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [documentId, mediaType]);
  return url;
}
