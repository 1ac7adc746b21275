import type { DocumentCase } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import type { DocumentLook, VaultDocument } from '@jena/shared/vault';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { Link } from '../../../lib/link.tsx';
import { useLive } from '../../../lib/live.ts';
import { paths } from '../../../lib/paths.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LockIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { sharingCopy } from '../sharing.copy.ts';
import { ShareForm } from './share-form.tsx';
import './vault.css';

/** Who has a document, for what, who opened it, and how to change that. */
export function Sharing({ document, names }: { document: VaultDocument; names: Names }) {
  const copy = useCopy(sharingCopy);
  const { online } = useLive();
  const [sharing, setSharing] = useState(false);
  const cases = useQuery(trpc.cases.withDocument.queryOptions({ documentId: document.id }));
  const looks = useQuery({
    ...trpc.vault.looks.queryOptions({ documentId: document.id }),
    refetchInterval: 20_000,
  });
  return (
    <>
      <Section title={copy.title} intro={copy.intro}>
        {cases.data?.map((given) => (
          <Given key={given.caseId} given={given} document={document} names={names} />
        ))}
        {sharing ? (
          <ShareForm
            document={document}
            names={names}
            given={cases.data ?? []}
            onDone={() => setSharing(false)}
          />
        ) : (
          <div>
            <Button
              variant="secondary"
              disabledReason={online ? undefined : copy.needsNetwork}
              onClick={() => setSharing(true)}
            >
              {copy.share}
            </Button>
          </div>
        )}
      </Section>
      <Section title={copy.looks}>
        <Looks looks={looks.data} names={names} />
      </Section>
    </>
  );
}

type GivenProps = { given: DocumentCase; document: VaultDocument; names: Names };

function Given({ given, document, names }: GivenProps) {
  const copy = useCopy(sharingCopy);
  const byPerson = given.purpose === null ? copy.handedIn : copy.purposeIs(given.purpose);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const service = names.services[given.serviceSlug] ?? given.serviceSlug;

  async function end() {
    setBusy(true);
    setFailure(undefined);
    try {
      const { caseId } = given;
      await client.cases.endShare.mutate({
        idempotencyKey: newId<'idempotency'>(),
        caseId,
        documentId: document.id,
      });
      showToast({ text: copy.ended });
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
  }

  return (
    <div className="vault-given">
      <p>
        <strong>
          <Link to={paths.case(given.caseId)}>{service}</Link>
        </strong>
        <span className="muted small">
          {' '}
          <bdi>{given.reference}</bdi>
        </span>
      </p>
      <p>
        <bdi>{given.issuedByCity ? copy.fromOffice : byPerson}</bdi>
        <br />
        <span className="muted small">{copy.since(formatMoment(given.addedAt, language))}</span>
      </p>
      {given.mayEnd && (
        <Button
          variant="quiet"
          busy={busy ? copy.ending : undefined}
          disabledReason={online ? undefined : copy.needsNetwork}
          onClick={() => void end()}
        >
          {copy.end}
        </Button>
      )}
      {given.purpose !== null && !given.mayEnd && <p className="muted small">{copy.decided}</p>}
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
    </div>
  );
}

function Looks({ looks, names }: { looks: readonly DocumentLook[] | undefined; names: Names }) {
  const copy = useCopy(sharingCopy);
  const language = useLanguage();
  if (!looks) return <p className="muted">{copy.looksUnknown}</p>;
  if (looks.length === 0) return <p className="muted">{copy.noLooks}</p>;
  return (
    <List label={copy.looks}>
      {looks.map(({ at, officeId, caseReference }) => (
        <ListRow
          key={`${at}${officeId}`}
          icon={<LockIcon />}
          title={names.offices[officeId] ?? officeId}
          detail={[formatMoment(at, language), caseReference].filter(Boolean).join(' · ')}
        />
      ))}
    </List>
  );
}
