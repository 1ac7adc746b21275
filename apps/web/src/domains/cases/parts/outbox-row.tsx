import { lazy, Suspense } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { paths } from '../../../lib/paths.ts';
import { discard, type OutboxItem } from '../../../offline/outbox.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { casesCopy } from '../copy.ts';
import { OutboxActions } from './outbox-actions.tsx';
import { OutboxProgress } from './outbox-progress.tsx';
import './outbox-row.css';

const Rating = lazy(async () => ({
  default: (await import('../../indicators/parts/rating.tsx')).Rating,
}));

/** One thing on its way, an application or a paper that was asked for: where it stands, and what the person can do. */
export function OutboxRow({ item, title }: { item: OutboxItem; title: string }) {
  const copy = useCopy(casesCopy);
  return (
    <Card as="article" className="outbox-row" aria-label={title}>
      <div>
        <h3 className="outbox-title">{title}</h3>
        {item.letter && <p className="muted small">{copy.letter[item.letter.use]}</p>}
        {item.kind === 'evidence' && <p className="muted small">{copy.evidence.what}</p>}
      </div>
      <OutboxProgress item={item} />
      {item.state.kind === 'done' ? (
        <div className="outbox-buttons">
          {item.caseId && <LinkButton to={paths.case(item.caseId)}>{copy.toCase}</LinkButton>}
          <Button variant="quiet" onClick={() => void discard(item.id)}>
            {copy.hide}
          </Button>
        </div>
      ) : (
        <>
          <OutboxActions item={item} />
          {item.letter && item.caseId && (
            <div>
              <LinkButton variant="quiet" to={paths.case(item.caseId)}>
                {copy.toCase}
              </LinkButton>
            </div>
          )}
        </>
      )}
      {item.state.kind === 'done' && item.kind === 'submission' && !item.bundle && (
        <Suspense>
          <Rating service={item.serviceSlug} about={item.id} />
        </Suspense>
      )}
    </Card>
  );
}
