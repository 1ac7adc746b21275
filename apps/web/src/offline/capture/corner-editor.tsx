import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { ArrowIcon } from '../../ui/icons/basic.tsx';
import { useCaptureCopy } from './copy.ts';
import { Loupe } from './loupe.tsx';
import { moveCorner, steps } from './move-corner.ts';
import { isConvex, type Point, type Quad } from './vision/geometry.ts';

type CornerEditorProps = {
  picture: ImageBitmap;
  start: Quad;
  found: boolean;
  fromCamera: boolean;
  onCut: (quad: Quad) => void;
  onAgain: () => void;
};

const wholeEdge: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** Four corners over the photograph: dragged, moved by arrow keys, or by the arrow buttons below (WCAG 2.5.7). */
export function CornerEditor({ picture, start, found, fromCamera, onCut, onAgain }: CornerEditorProps) {
  const copy = useCaptureCopy();
  const [quad, setQuad] = useState(start);
  const [chosen, setChosen] = useState(0);
  const [dragged, setDragged] = useState<number>();
  const stage = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const move = (index: number, by: Point) => setQuad((now) => moveCorner(now, index, by));

  const shape = { '--cap-ratio': picture.width / picture.height } as CSSProperties;
  const points = quad.map(({ x, y }) => `${x * 100},${y * 100}`).join(' ');
  const convex = isConvex(quad);
  return (
    <div className="cap-corners">
      <div className="cap-stage-box">
        <div className="cap-stage" ref={stage} style={shape}>
          <Picture picture={picture} />
          <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
            <polygon className={convex ? 'cap-quad' : 'cap-quad cap-quad-crossed'} points={points} />
          </svg>
          {quad.map((corner, index) => (
            <Handle
              // Corners never change their order.
              key={copy.cornerNames[index]}
              corner={corner}
              name={copy.cornerNames[index] ?? ''}
              hintId={hintId}
              stage={stage}
              onChoose={() => setChosen(index)}
              onDrag={(dragging) => setDragged(dragging ? index : undefined)}
              onMove={(by) => move(index, by)}
            />
          ))}
          {dragged !== undefined && quad[dragged] && <Loupe picture={picture} at={quad[dragged]} />}
        </div>
      </div>
      <div className="cap-actions">
        <p role="status">{convex ? (found ? copy.cornersFound : copy.cornersNotFound) : copy.crossed}</p>
        <p className="sr-only" id={hintId}>
          {copy.cornersKeys}
        </p>
        <fieldset className="cap-arrows">
          <legend className="small">{copy.moveCorner(copy.cornerNames[chosen] ?? '')}</legend>
          {(['Left', 'Up', 'Down', 'Right'] as const).map((way) => (
            <IconButton
              key={way}
              label={copy[`move${way}`]}
              className={`cap-arrow-${way}`}
              onClick={() => move(chosen, steps[`Arrow${way}`])}
            >
              <ArrowIcon />
            </IconButton>
          ))}
        </fieldset>
        <Button block disabledReason={convex ? undefined : copy.crossed} onClick={() => onCut(quad)}>
          {copy.cut}
        </Button>
        <Button block variant="secondary" onClick={onAgain}>
          {fromCamera ? copy.again : copy.chooseOther}
        </Button>
        <Button block variant="quiet" onClick={() => onCut(wholeEdge)}>
          {copy.wholePicture}
        </Button>
      </div>
    </div>
  );
}

/** The photograph at the size of a screen; the corners are cut from the full one. */
function Picture({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const scale = Math.min(1, 1200 / Math.max(picture.width, picture.height));
    canvas.current.width = Math.round(picture.width * scale);
    canvas.current.height = Math.round(picture.height * scale);
    const { width, height } = canvas.current;
    canvas.current.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  }, [picture]);
  return <canvas ref={canvas} />;
}

type HandleProps = {
  corner: Point;
  name: string;
  hintId: string;
  stage: { current: HTMLDivElement | null };
  onChoose: () => void;
  onDrag: (dragging: boolean) => void;
  onMove: (by: Point) => void;
};

function Handle({ corner, name, hintId, stage, onChoose, onDrag, onMove }: HandleProps) {
  const copy = useCaptureCopy();
  const last = useRef<Point>(undefined);
  const percent = (share: number) => Math.round(share * 100);

  function drag(event: PointerEvent) {
    const box = stage.current?.getBoundingClientRect();
    if (!last.current || !box) return;
    // From where the finger went down, so that the corner does not jump under it.
    onMove({
      x: (event.clientX - last.current.x) / box.width,
      y: (event.clientY - last.current.y) / box.height,
    });
    last.current = { x: event.clientX, y: event.clientY };
  }
  function letGo() {
    last.current = undefined;
    onDrag(false);
  }
  function press(event: KeyboardEvent) {
    const step = steps[event.key as keyof typeof steps];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 5 : 1;
    onMove({ x: step.x * far, y: step.y * far });
  }

  return (
    <button
      type="button"
      className="cap-handle"
      style={{ left: `${corner.x * 100}%`, top: `${corner.y * 100}%` }}
      aria-label={copy.corner(name, percent(corner.x), percent(corner.y))}
      aria-roledescription={copy.cornerRole}
      aria-describedby={hintId}
      onFocus={onChoose}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        last.current = { x: event.clientX, y: event.clientY };
        onChoose();
        onDrag(true);
      }}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  );
}
