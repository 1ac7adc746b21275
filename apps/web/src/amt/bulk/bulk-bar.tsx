import type { QueueRow } from '@jena/shared/cases';
import type { CaseId, StaffId } from '@jena/shared/kernel';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Select } from '../../ui/choice/choice.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { deskCopy } from '../copy.desk.de.ts';
import { client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { BulkRequest } from './bulk-request.tsx';
import { BulkResultBox } from './bulk-result.tsx';
import type { Selection } from './selection.ts';
import { useBulk } from './use-bulk.ts';
import './bulk-bar.css';

type Panel = 'assign' | 'request' | 'approve';
type BulkBarProps = { rows: readonly QueueRow[]; selection: Selection };

/** What can be done with all chosen cases. Appears with the first one. */
export function BulkBar({ rows, selection }: BulkBarProps) {
  const { staff, awake } = useDesk();
  const [panel, setPanel] = useState<Panel>();
  const [to, setTo] = useState('');
  // Rows leave the list as they are worked through; what they were is still needed to speak of them and to undo.
  const [taken, setTaken] = useState<ReadonlyMap<CaseId, QueueRow>>(new Map());
  const bulk = useBulk(selection.keep);
  const words = deskCopy.bulk;
  const chosen = rows.filter(({ id }) => selection.has(id));
  const services = new Set(chosen.map(({ serviceSlug }) => serviceSlug));
  const colleagues = useQuery(
    trpc.cases.staff.colleagues.queryOptions(awake ? {} : skipToken, { staleTime: 60_000 }),
  );
  if (chosen.length === 0 && !bulk.result && !bulk.progress) return null;

  function start(): CaseId[] {
    setTaken(new Map(chosen.map((row) => [row.id, row])));
    setPanel(undefined);
    return chosen.map(({ id }) => id);
  }
  function assign() {
    const before = new Map(chosen.map((row) => [row.id, row.caseworker?.id ?? null]));
    const give = (id: CaseId, key: string, from: StaffId | null, next: StaffId | null) =>
      client.cases.staff.assign.mutate({ idempotencyKey: key as never, caseId: id, from, to: next });
    void bulk.run(
      start(),
      (id, key) => give(id, key, before.get(id) ?? null, to as StaffId),
      (id, key) => give(id, key, to as StaffId, before.get(id) ?? null),
    );
  }
  function approve() {
    void bulk.run(start(), (caseId, key) =>
      client.cases.staff.approve.mutate({ idempotencyKey: key as never, caseId, note: '' }),
    );
  }
  function request(field: string, reason: string) {
    void bulk.run(start(), (caseId, key) =>
      client.cases.staff.requestEvidence.mutate({ idempotencyKey: key as never, caseId, field, reason }),
    );
  }
  return (
    <section className="bulk" aria-label={words.bar}>
      {bulk.progress && <p role="status">{words.working(bulk.progress.done, bulk.progress.all)}</p>}
      {bulk.result && <BulkResultBox result={bulk.result} taken={taken} onClose={bulk.forget} />}
      {chosen.length > 0 && !bulk.progress && (
        <>
          <p className="bulk-count" role="status">
            {words.chosen(chosen.length)}
          </p>
          {panel === 'assign' ? (
            <div className="bulk-form">
              <Select
                name="bulk-to"
                label={words.assignTo}
                options={(colleagues.data ?? []).map(({ id, name }) => ({
                  value: id,
                  label: id === staff.staffId ? deskCopy.hands.me : name,
                }))}
                value={to}
                onChange={setTo}
              />
              <Button onClick={() => to && assign()}>{words.go}</Button>
              <Button variant="quiet" onClick={() => setPanel(undefined)}>
                {words.cancel}
              </Button>
            </div>
          ) : (
            <div className="bulk-buttons">
              <Button variant="secondary" onClick={() => setPanel('assign')}>
                {words.assign}
              </Button>
              <Button
                variant="secondary"
                onClick={() => setPanel('request')}
                disabledReason={services.size > 1 ? words.requestOne : undefined}
              >
                {words.request}
              </Button>
              <Button variant="secondary" onClick={() => setPanel('approve')}>
                {words.approve}
              </Button>
              <Button variant="quiet" onClick={() => selection.keep([])}>
                {words.clear}
              </Button>
            </div>
          )}
        </>
      )}
      {panel === 'request' && chosen[0] && (
        <BulkRequest
          of={chosen[0]}
          count={chosen.length}
          onSend={request}
          onClose={() => setPanel(undefined)}
        />
      )}
      <Dialog
        open={panel === 'approve'}
        onClose={() => setPanel(undefined)}
        title={words.approveTitle(chosen.length)}
        actions={
          <>
            <Button onClick={approve}>{words.approve}</Button>
            <Button variant="quiet" onClick={() => setPanel(undefined)}>
              {words.cancel}
            </Button>
          </>
        }
      >
        <p>{words.approveText}</p>
      </Dialog>
    </section>
  );
}
