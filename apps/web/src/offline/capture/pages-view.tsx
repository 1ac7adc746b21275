import { useEffect, useRef } from 'react';
import { announce } from '../../shell/announcer.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useCaptureCopy } from './copy.ts';
import { mostPages, type PageChange, type ScanPage } from './document/pages.ts';
import { PagePicture } from './page-picture.tsx';
import type { CaptureProblem } from './problem.ts';
import type { PageBox } from './use-pages.ts';

type PagesViewProps = {
  box: PageBox;
  problem: CaptureProblem | undefined;
  onChange: (change: PageChange) => void;
  onRetake: (page: ScanPage) => void;
  onMore: () => void;
  onDone: () => void;
};

/** All pages of the document in their order: move, turn, take again, delete, and take that back. */
export function PagesView({ box, problem, onChange, onRetake, onMore, onDone }: PagesViewProps) {
  const copy = useCaptureCopy();
  const { pages, removed } = box;
  const undo = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its page.
  useEffect(() => {
    if (removed) undo.current?.querySelector('button')?.focus();
  }, [removed]);
  return (
    <div className="cap-book">
      <div className="cap-book-room">
        {problem && (
          <Notice tone="danger" live="assertive">
            {copy.problems[problem]}
          </Notice>
        )}
        {removed && (
          <div className="cap-undo" ref={undo}>
            <p role="status">{copy.pageRemoved(removed.at + 1)}</p>
            <Button
              variant="secondary"
              onClick={() => onChange({ kind: 'insert', at: removed.at, page: removed.page })}
            >
              {copy.undo}
            </Button>
          </div>
        )}
        <ol className="cap-book-pages" aria-label={copy.strip(pages.length)}>
          {pages.map((page, index) => (
            <PageCard
              key={page.id}
              page={page}
              number={index + 1}
              count={pages.length}
              onChange={onChange}
              onRetake={() => onRetake(page)}
            />
          ))}
        </ol>
      </div>
      <div className="cap-actions cap-book-actions">
        {pages.length < mostPages ? (
          <Button block variant={pages.length === 0 ? 'primary' : 'secondary'} onClick={onMore}>
            {pages.length === 0 ? copy.takePhoto : copy.takeNext}
          </Button>
        ) : (
          <p>{copy.bookFull(mostPages)}</p>
        )}
        <Button block variant={pages.length === 0 ? 'secondary' : 'primary'} onClick={onDone}>
          {copy.done}
        </Button>
      </div>
    </div>
  );
}

type PageCardProps = {
  page: ScanPage;
  number: number;
  count: number;
  onChange: (change: PageChange) => void;
  onRetake: () => void;
};

function PageCard({ page, number, count, onChange, onRetake }: PageCardProps) {
  const copy = useCaptureCopy();
  const { id } = page;
  const card = useRef<HTMLLIElement>(null);
  const moved = useRef<'forward' | 'back'>(undefined);
  const move = (by: -1 | 1) => {
    moved.current = by < 0 ? 'forward' : 'back';
    onChange({ kind: 'move', id, by });
    announce(copy.moved(number + by, count));
  };
  // The page takes the focus along; at either end one of the two buttons is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the page has moved
  useEffect(() => {
    const way = moved.current;
    moved.current = undefined;
    if (!way || !card.current) return;
    const button = card.current.querySelector<HTMLElement>(`[data-move="${way}"]`);
    (button ?? card.current.querySelector<HTMLElement>('[data-move]'))?.focus();
  }, [number]);
  const words = copy.pageButtons;
  const named = (what: string) => `${copy.page(number)}: ${what}`;
  return (
    <li ref={card}>
      <PagePicture page={page} alt={copy.page(number)} />
      <div className="cap-book-words">
        <p className="cap-page-name">{copy.page(number)}</p>
        <div className="cap-page-buttons">
          <Button variant="quiet" aria-label={named(words.retake)} onClick={onRetake}>
            {words.retake}
          </Button>
          <Button
            variant="quiet"
            aria-label={named(words.turn)}
            onClick={() => onChange({ kind: 'turn', id })}
          >
            {words.turn}
          </Button>
          {number > 1 && (
            <Button
              variant="quiet"
              data-move="forward"
              aria-label={named(words.forward)}
              onClick={() => move(-1)}
            >
              {words.forward}
            </Button>
          )}
          {number < count && (
            <Button variant="quiet" data-move="back" aria-label={named(words.back)} onClick={() => move(1)}>
              {words.back}
            </Button>
          )}
          <Button
            variant="quiet"
            aria-label={named(words.remove)}
            onClick={() => onChange({ kind: 'remove', id })}
          >
            {words.remove}
          </Button>
        </div>
      </div>
    </li>
  );
}
