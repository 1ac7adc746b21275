import { newId } from '@jena/shared/kernel';
import {
  defaultQuiet,
  type MailTopic,
  mailTopics,
  type Pace,
  paces,
  type Telling,
} from '@jena/shared/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { paths } from '../../../lib/paths.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Checkbox, RadioGroup } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { tellingCopy } from '../telling.copy.ts';
import { ClockField } from './clock-field.tsx';
import './telling.css';

/** How the person is told on whatever device: by e-mail, and not at night. */
export function TellingSettings() {
  const copy = useCopy(tellingCopy);
  const telling = useQuery(trpc.notifications.telling.queryOptions({}));
  const added = useQuery(trpc.account.added.queryOptions({}));
  if (!telling.data || !added.data) {
    const isLoading = [telling, added].some((one) => one.isPending && one.fetchStatus !== 'paused');
    if (isLoading) return <SkeletonList rows={2} />;
    const again = () => void Promise.all([telling.refetch(), added.refetch()]);
    return (
      <Notice tone="warning" action={<Button onClick={again}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  return (
    <>
      <AsOf query={telling} />
      <TellingForm telling={telling.data} address={added.data.email?.address} />
    </>
  );
}

type TellingFormProps = { telling: Telling; address: string | undefined };

function TellingForm({ telling, address }: TellingFormProps) {
  const copy = useCopy(tellingCopy);
  const errors = useCopy(errorCopy);
  const [mail, setMail] = useState<MailTopic[]>(telling.mail);
  const [pace, setPace] = useState<Pace>(telling.pace);
  const [isQuiet, setQuiet] = useState(telling.quiet !== null);
  const [hours, setHours] = useState(telling.quiet ?? defaultQuiet);
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState<{ tone: 'success' | 'warning'; text: string }>();

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setNews(undefined);
    try {
      const idempotencyKey = newId<'idempotency'>();
      const quiet = isQuiet ? hours : null;
      await client.notifications.saveTelling.mutate({ idempotencyKey, mail, quiet, pace });
      await queryClient.invalidateQueries({ queryKey: trpc.notifications.telling.queryKey() });
      setNews({ tone: 'success', text: copy.saved });
    } catch (error) {
      setNews({ tone: 'warning', text: errorSentence(errors, error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card as="section" aria-label={`${copy.mail}, ${copy.quiet}`}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <h2>{copy.mail}</h2>
        {address === undefined ? (
          <>
            <p>{copy.noAddress}</p>
            <LinkButton variant="secondary" to={paths.contact()}>
              {copy.addAddress}
            </LinkButton>
          </>
        ) : (
          <>
            <p>
              {copy.mailIntro(address)} {copy.mailWhat}
            </p>
            {mailTopics.map((topic) => (
              <Checkbox
                key={topic}
                name={`mail-${topic}`}
                label={copy[topic]}
                checked={mail.includes(topic)}
                onChange={(on) =>
                  setMail(mailTopics.filter((one) => (one === topic ? on : mail.includes(one))))
                }
              />
            ))}
          </>
        )}
        <RadioGroup
          name="pace"
          label={copy.pace}
          hint={copy.paceHint}
          options={paces.map((value) => ({ value, label: copy.paces[value] }))}
          value={pace}
          onChange={(value) => setPace(paces.find((one) => one === value) ?? pace)}
        />
        <h2>{copy.quiet}</h2>
        <Checkbox
          name="quiet"
          label={copy.quietOn}
          hint={copy.quietHint}
          checked={isQuiet}
          onChange={setQuiet}
        />
        {isQuiet && (
          <div className="telling-clocks">
            <ClockField
              name="from"
              label={copy.from}
              value={hours.from}
              onChange={(from) => from && setHours({ ...hours, from })}
            />
            <ClockField
              name="to"
              label={copy.to}
              value={hours.to}
              onChange={(to) => to && setHours({ ...hours, to })}
            />
          </div>
        )}
        <Button type="submit" block busy={busy ? copy.saving : undefined}>
          {copy.save}
        </Button>
        <p className="muted small">{copy.everyDevice}</p>
        {news && (
          <Notice tone={news.tone} live="polite">
            {news.text}
          </Notice>
        )}
      </form>
    </Card>
  );
}
