import { useEffect, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useCaptureCopy } from './copy.ts';
import type { Quality } from './vision/quality.ts';

type CheckPageProps = {
  page: Blob;
  quality: Quality;
  fromCamera: boolean;
  onUse: () => void;
  onAgain: () => void;
  onCorners: () => void;
};

/** The finished page, looked at before it is used. What a machine can see is said; the person decides. */
export function CheckPage({ page, quality, fromCamera, onUse, onAgain, onCorners }: CheckPageProps) {
  const copy = useCaptureCopy();
  const url = usePicture(page);
  const doubts = (['blurred', 'dark', 'small'] as const).filter((doubt) => quality[doubt]);
  const doubtful = doubts.length > 0;
  return (
    <div className="cap-check">
      <div className="cap-result">{url && <img src={url} alt={copy.result} />}</div>
      <div className="cap-actions">
        {doubtful ? (
          <Notice tone="warning" live="assertive">
            {doubts.map((doubt) => (
              <p key={doubt}>{copy[doubt]}</p>
            ))}
          </Notice>
        ) : (
          <p>{copy.checkText}</p>
        )}
        <Button block variant={doubtful ? 'secondary' : 'primary'} onClick={onUse}>
          {doubtful ? copy.useAnyway : copy.use}
        </Button>
        <Button block variant={doubtful ? 'primary' : 'secondary'} onClick={onAgain}>
          {fromCamera ? copy.again : copy.chooseOther}
        </Button>
        <Button block variant="quiet" onClick={onCorners}>
          {copy.changeCorners}
        </Button>
      </div>
    </div>
  );
}

function usePicture(picture: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url;
}
