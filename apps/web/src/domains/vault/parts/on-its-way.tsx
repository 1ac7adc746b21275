import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { formatBytes } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { discard, pause, resume, retry, type VaultItem } from '../../../offline/outbox.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { vaultCopy } from '../copy.ts';

/** What was put into the vault on this phone and has not arrived. */
export function OnItsWay({ items }: { items: readonly VaultItem[] }) {
  const copy = useCopy(vaultCopy);
  if (items.length === 0) return null;
  return (
    <Section title={copy.onItsWay}>
      <div className="stack">
        {items.map((item) => (
          <Card key={item.id} as="article" aria-label={item.name}>
            <div className="stack">
              <h3>{item.name}</h3>
              <Progress item={item} />
              <Acts item={item} />
            </div>
          </Card>
        ))}
      </div>
    </Section>
  );
}

function Progress({ item }: { item: VaultItem }) {
  const copy = useCopy(vaultCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { state } = item;
  if (state.kind === 'problem') {
    return (
      <Notice tone="warning" title={copy.problem}>
        {errors[state.code] ?? errors['platform.unexpected']}
      </Notice>
    );
  }
  if (state.kind === 'waiting_for_network' || state.kind === 'waiting_for_login') {
    const words = state.kind === 'waiting_for_login' ? copy.waitingForLogin : copy.waitingForNetwork;
    return (
      <p role="status" className="muted">
        {words}
      </p>
    );
  }
  if (item.sent >= item.total) return <ProgressBar label={copy.checking} />;
  const words = state.kind === 'paused' ? copy.paused : copy.sending;
  const label = words(formatBytes(item.sent, language), formatBytes(item.total, language));
  return <ProgressBar label={label} value={item.sent} max={item.total} />;
}

function Acts({ item }: { item: VaultItem }) {
  const copy = useCopy(vaultCopy);
  async function throwAway() {
    if (await discard(item.id)) showToast({ text: copy.discarded(item.name) });
  }
  const { kind } = item.state;
  if (kind !== 'problem' && kind !== 'waiting_for_login' && !item.mayDiscard && !item.mayPause) return null;
  return (
    <div className="vault-buttons">
      {kind === 'waiting_for_login' && <LinkButton to={paths.login(paths.vault())}>{copy.logIn}</LinkButton>}
      {item.mayRetry && <Button onClick={() => void retry(item.id)}>{copy.retry}</Button>}
      {kind === 'paused' && <Button onClick={() => void resume(item.id)}>{copy.resume}</Button>}
      {item.mayPause && (
        <Button variant="secondary" onClick={() => void pause(item.id)}>
          {copy.pause}
        </Button>
      )}
      {item.mayDiscard && (
        <Button variant="quiet" onClick={() => void throwAway()}>
          {copy.discard}
        </Button>
      )}
    </div>
  );
}
