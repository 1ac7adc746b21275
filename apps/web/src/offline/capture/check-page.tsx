import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useCaptureCopy } from './copy.ts';
import { usePicture } from './page-picture.tsx';
import type { Checked } from './use-capture.ts';
import { type Look, looks } from './vision/enhance.ts';
import { doubts } from './vision/quality.ts';

type CheckPageProps = {
  checked: Checked;
  fromCamera: boolean;
  onLook: (look: Look) => void;
  onTurn: () => void;
  onUse: () => void;
  onAgain: () => void;
  onCorners: () => void;
};

/** The finished page, looked at before it is used. What a machine can see is said; the person decides. */
export function CheckPage({
  checked,
  fromCamera,
  onLook,
  onTurn,
  onUse,
  onAgain,
  onCorners,
}: CheckPageProps) {
  const copy = useCaptureCopy();
  const url = usePicture(checked.page);
  const named = doubts.filter((doubt) => checked.quality[doubt]);
  const doubtful = named.length > 0;
  const use = (
    <Button key="use" block variant={doubtful ? 'secondary' : 'primary'} onClick={onUse}>
      {doubtful ? copy.useAnyway : copy.use}
    </Button>
  );
  const again = (
    <Button key="again" block variant={doubtful ? 'primary' : 'secondary'} onClick={onAgain}>
      {fromCamera ? copy.again : copy.chooseOther}
    </Button>
  );
  return (
    <div className="cap-check">
      <div className="cap-result" aria-busy={checked.renders}>
        {url && <img src={url} alt={copy.result} />}
      </div>
      <div className="cap-actions">
        {doubtful ? (
          <Notice tone="warning" live="assertive">
            {named.map((doubt) => (
              <p key={doubt}>{copy.doubts[doubt]}</p>
            ))}
          </Notice>
        ) : (
          <p>{copy.checkText}</p>
        )}
        <LookChoice look={checked.look} onLook={onLook} />
        <p className="sr-only" role="status">
          {checked.turn > 0 && copy.turned(checked.turn)}
        </p>
        {doubtful ? [again, use] : [use, again]}
        <div className="cap-minor">
          <Button variant="quiet" onClick={onTurn}>
            {copy.turn}
          </Button>
          <Button variant="quiet" onClick={onCorners}>
            {copy.changeCorners}
          </Button>
        </div>
      </div>
    </div>
  );
}

function LookChoice({ look, onLook }: { look: Look; onLook: (look: Look) => void }) {
  const copy = useCaptureCopy();
  return (
    <fieldset className="cap-looks">
      <legend className="sr-only">{copy.look}</legend>
      {looks.map((one) => (
        <label key={one}>
          <input type="radio" name="cap-look" checked={one === look} onChange={() => onLook(one)} />
          <span>{copy.looks[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
