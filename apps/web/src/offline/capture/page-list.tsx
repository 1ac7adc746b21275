import { useLanguage } from '../../lib/copy.ts';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button/button.tsx';
import { DocumentIcon } from '../../ui/icons/more.tsx';
import type { StoredFile } from '../drafts.ts';
import { useCaptureCopy } from './copy.ts';
import { PagePicture } from './page-picture.tsx';
import { useStoredPages } from './use-stored-pages.ts';

type PageListProps = {
  files: readonly StoredFile[];
  label: string;
  onEdit: (file: StoredFile) => void;
  onRemove: (file: StoredFile) => void;
  /** When they are sent, where that is not with an application. */
  note?: string | undefined;
};

/** The documents so far, as cards with a small picture, a way to their pages and a way to remove them. */
export function PageList({ files, label, onEdit, onRemove, note }: PageListProps) {
  const copy = useCaptureCopy();
  if (files.length === 0) return null;
  return (
    <>
      <ul className="cap-pages" aria-label={copy.pages(label)}>
        {files.map((file) => (
          <FileCard
            key={file.documentId}
            file={file}
            onEdit={() => onEdit(file)}
            onRemove={() => onRemove(file)}
          />
        ))}
      </ul>
      {files.some((file) => !file.inVault) && <p className="muted small">{note ?? copy.onDevice}</p>}
    </>
  );
}

function FileCard({
  file,
  onEdit,
  onRemove,
}: {
  file: StoredFile;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const copy = useCaptureCopy();
  const language = useLanguage();
  const pages = useStoredPages(file);
  const [first] = pages ?? [];
  return (
    <li className="cap-page">
      {first ? (
        <PagePicture page={first} alt={copy.pictureOf(file.name)} />
      ) : (
        <span className="cap-thumb">
          <DocumentIcon size={32} />
        </span>
      )}
      <div className="cap-page-words">
        <p className="cap-page-name">{file.name}</p>
        <p className="muted small">
          {pages
            ? `${copy.pageCount(pages.length)}, `
            : file.inVault
              ? `${copy.inVault}, `
              : file.mediaType === 'application/pdf' && `${copy.pdf}, `}
          {formatBytes(file.bytes, language)}
        </p>
        {file.mediaType === 'image/heic' && <p className="muted small">{copy.previewLater}</p>}
        <div className="cap-page-buttons">
          {pages && (
            <Button variant="quiet" aria-label={copy.editPagesOf(file.name)} onClick={onEdit}>
              {copy.editPages}
            </Button>
          )}
          <Button variant="quiet" aria-label={copy.removePage(file.name)} onClick={onRemove}>
            {copy.remove}
          </Button>
        </div>
      </div>
    </li>
  );
}
