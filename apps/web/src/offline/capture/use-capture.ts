import { newId } from '@jena/shared/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaptureStart } from './capture-dialog.tsx';
import { mostPages, type PageChange } from './document/pages.ts';
import { type CaptureProblem, problemOf } from './problem.ts';
import { sniff } from './sniff.ts';
import type { Prepared, Rendered, Straightened } from './tasks.ts';
import type { PageBox } from './use-pages.ts';
import type { Look } from './vision/enhance.ts';
import type { Quad } from './vision/geometry.ts';
import { type Turn, turnedRight } from './vision/turn.ts';
import { type CaptureWorker, openTasks } from './worker-client.ts';

export type CaptureStep =
  | { at: 'camera'; problem?: CaptureProblem }
  | { at: 'working'; what: 'reading' | 'straightening' | 'saving' }
  | ({ at: 'corners' } & Prepared)
  | ({ at: 'check' } & Checked)
  | { at: 'pages'; problem?: CaptureProblem }
  | { at: 'failed'; problem: CaptureProblem };

/** A page that is looked at before it is kept; another look or turn makes it anew from the same photograph. */
export type Checked = Straightened & Rendered & { prepared: Prepared; turn: Turn; renders: boolean };

type Given = { start: CaptureStart; box: PageBox; onClose: () => void };

const beginnings = {
  camera: { at: 'camera' },
  file: { at: 'working', what: 'reading' },
  pages: { at: 'pages' },
} as const satisfies Record<CaptureStart['kind'], CaptureStep>;

/** The way of one page: photograph or file → corners → check → kept; back to the camera for the next. */
export function useCapture({ start, box, onClose }: Given) {
  const [step, setStep] = useState<CaptureStep>(beginnings[start.kind]);
  /** The page that the next photograph takes the place of. */
  const retaken = useRef<string>(undefined);
  const worker = useRef<Promise<CaptureWorker>>(undefined);
  const rendering = useRef<ReturnType<typeof render>>(undefined);
  const tasks = useCallback(() => {
    worker.current ??= openTasks();
    return worker.current;
  }, []);

  const fail = useCallback(
    (error: unknown, problem = problemOf(error)) => {
      setStep(start.kind === 'file' ? { at: 'failed', problem } : { at: 'camera', problem });
    },
    [start.kind],
  );

  const read = useCallback(
    async (source: Blob | ImageBitmap) => {
      setStep({ at: 'working', what: 'reading' });
      const found = source instanceof Blob ? await sniff(source) : undefined;
      const size = found?.kind === 'picture' ? { width: found.width, height: found.height } : undefined;
      try {
        setStep({ at: 'corners', ...(await (await tasks()).prepare(source, size)) });
      } catch (error) {
        fail(error, found?.kind === 'maybe_picture' ? 'capture.unknown_picture' : undefined);
      }
    },
    [tasks, fail],
  );

  useEffect(() => {
    if (start.kind === 'file') void read(start.file);
  }, [start, read]);

  useEffect(() => {
    return () => {
      const opened = worker.current;
      worker.current = undefined;
      void opened?.then((one) => one.stop());
    };
  }, []);

  /** Taps may come quicker than the page is made: the last one counts. */
  function renderAs(change: { look: Look } | { turn: Turn }) {
    if (step.at !== 'check') return;
    const next = { ...step, ...change, renders: true };
    setStep(next);
    const rendered = render(next);
    rendering.current = rendered;
    void rendered.then((checked) => {
      if (checked && rendering.current === rendered) setStep((now) => (now.at === 'check' ? checked : now));
    });
  }

  async function render(wanted: { at: 'check' } & Checked) {
    try {
      const page = await (await tasks()).render(wanted.look, wanted.turn);
      return { ...wanted, ...page, renders: false };
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  const outline = useCallback(async (frame: ImageBitmap) => (await tasks()).outline(frame), [tasks]);

  return {
    step,
    read,
    /** The sheet in a frame of the viewfinder, for the live hint. */
    outline,
    async cut(quad: Quad) {
      if (step.at !== 'corners') return;
      const prepared = { picture: step.picture, quad, found: step.found };
      setStep({ at: 'working', what: 'straightening' });
      try {
        const work = await tasks();
        const judged = await work.straighten(quad);
        const page = await work.render(judged.look, 0);
        setStep({ at: 'check', prepared, ...judged, ...page, turn: 0, renders: false });
      } catch (error) {
        fail(error);
      }
    },
    showAs: (look: Look) => renderAs({ look }),
    turnRight: () => step.at === 'check' && renderAs({ turn: turnedRight(step.turn) }),
    backToCorners() {
      if (step.at === 'check') setStep({ at: 'corners', ...step.prepared });
    },
    /** Another photograph, or, for a chosen file, back to the choice. */
    again() {
      if (start.kind === 'file') onClose();
      else setStep({ at: 'camera' });
    },
    async use() {
      if (step.at !== 'check') return;
      setStep({ at: 'working', what: 'saving' });
      const checked = step.renders ? await rendering.current : step;
      if (!checked) return;
      const { page: jpeg, width, height } = checked;
      const page = { id: newId(), jpeg, width, height, turn: 0 } as const;
      const id = retaken.current;
      try {
        await box.change(id === undefined ? { kind: 'add', page } : { kind: 'replace', id, page });
        retaken.current = undefined;
        const full = box.pages.length + 1 >= mostPages;
        if (start.kind === 'file') onClose();
        else setStep(id !== undefined || full ? { at: 'pages' } : { at: 'camera' });
      } catch (error) {
        fail(error);
      }
    },
    showPages: () => setStep({ at: 'pages' }),
    /** To the camera, for one more page or in place of one. */
    photograph(instead?: string) {
      retaken.current = instead;
      setStep({ at: 'camera' });
    },
    async changePages(change: PageChange) {
      try {
        await box.change(change);
        setStep({ at: 'pages' });
      } catch (error) {
        setStep({ at: 'pages', problem: problemOf(error) });
      }
    },
  };
}
