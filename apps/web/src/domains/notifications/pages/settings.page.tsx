import { deviceOf, type Topic } from '@jena/shared/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { push } from '../../../lib/push.ts';
import { client, trpc } from '../../../lib/trpc.ts';
import { type PushState, pushEndpoint, pushState } from '../../../offline/push.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Checkbox } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonLine } from '../../../ui/skeleton/skeleton.tsx';
import { accountCopy } from '../../account/copy.ts';
import { notificationsCopy } from '../copy.ts';
import { TellingSettings } from '../parts/telling-form.tsx';
import { tellingCopy } from '../telling.copy.ts';

type Device = { state: PushState; topics: Topic[] };

async function readDevice(): Promise<Device> {
  const [state, endpoint] = await Promise.all([pushState(), pushEndpoint()]);
  if (state !== 'on' || !endpoint) return { state, topics: [] };
  const { topics } = await client.notifications.pushSettings.query({ device: await deviceOf(endpoint) });
  return { state, topics };
}

function Settings() {
  const { settings: copy } = useCopy(notificationsCopy);
  const account = useCopy(accountCopy);
  const [device, setDevice] = useState<Device>();
  // What is offered, and in whose name it is saved, depends on who is here; without a network nobody can say.
  const me = useQuery(trpc.identity.me.queryOptions());
  const isAsked = me.isPending && me.fetchStatus !== 'paused';
  useEffect(() => {
    readDevice()
      .then(setDevice)
      .catch(() => setDevice({ state: 'off', topics: [] }));
  }, []);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: account.title }} />
      {(!device || isAsked) && <SkeletonLine />}
      {device && device.state !== 'on' && device.state !== 'off' && (
        <Notice tone="info">{copy[device.state]}</Notice>
      )}
      {device && !isAsked && (device.state === 'on' || device.state === 'off') && (
        <Topics device={device} onChange={setDevice} />
      )}
      <Own />
    </div>
  );
}

/** What holds on all devices of whoever is logged in. */
function Own() {
  const me = useQuery(trpc.identity.me.queryOptions());
  return me.data?.kind === 'citizen' ? <TellingSettings /> : null;
}

function Topics({ device, onChange }: { device: Device; onChange: (device: Device) => void }) {
  const { settings: copy } = useCopy(notificationsCopy);
  const own = useCopy(tellingCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const me = useQuery(trpc.identity.me.queryOptions());
  const account = me.data?.kind === 'citizen' ? me.data.accountId : undefined;
  const loggedIn = account !== undefined;
  const [topics, setTopics] = useState<Topic[]>(
    device.state === 'on' ? device.topics : loggedIn ? ['cases', 'documents'] : [],
  );
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState<{ tone: 'success' | 'warning'; text: string }>();
  const toggle = (topic: Topic) => (on: boolean) =>
    setTopics((current) => (on ? [...current, topic] : current.filter((other) => other !== topic)));

  async function save(wanted: Topic[]) {
    setBusy(true);
    setNews(undefined);
    try {
      if (wanted.length === 0) await push.disable(account);
      const state = wanted.length === 0 ? 'off' : await push.enable(language, wanted, account);
      onChange({ state, topics: wanted });
      setTopics(wanted);
      if (state === 'on' || wanted.length === 0) setNews({ tone: 'success', text: copy.saved });
    } catch (error) {
      setNews({ tone: 'warning', text: errorSentence(errors, error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card>
      <div className="stack">
        <Checkbox
          name="cases"
          label={copy.cases}
          hint={loggedIn ? copy.casesHint : copy.casesLogin}
          checked={topics.includes('cases')}
          onChange={toggle('cases')}
        />
        {loggedIn && (
          <Checkbox
            name="documents"
            label={own.documents}
            checked={topics.includes('documents')}
            onChange={toggle('documents')}
          />
        )}
        <Checkbox
          name="assistant"
          label={copy.assistant}
          hint={copy.assistantHint}
          checked={topics.includes('assistant')}
          onChange={toggle('assistant')}
        />
        {loggedIn && (
          <div>
            <p>
              <strong>{own.security}</strong>
            </p>
            <p className="muted small">{own.securityHint}</p>
          </div>
        )}
        <Button block onClick={() => void save(topics)} busy={busy ? copy.saving : undefined}>
          {copy.save}
        </Button>
        {device.state === 'on' && (
          <Button block variant="quiet" onClick={() => void save([])}>
            {copy.off}
          </Button>
        )}
        {news && (
          <Notice tone={news.tone} live="polite">
            {news.text}
          </Notice>
        )}
      </div>
    </Card>
  );
}

export const page = definePage({
  Page: personal(Settings),
  copies: [notificationsCopy, tellingCopy, accountCopy, errorCopy],
  title: ({ language }) => notificationsCopy.get(language).settings.title,
});
