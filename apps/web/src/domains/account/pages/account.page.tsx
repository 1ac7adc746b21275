import { unusedRule } from '@jena/shared/account';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatBytes } from '../../../lib/format.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { logout } from '../../../lib/session.ts';
import { trpc } from '../../../lib/trpc.ts';
import { type StorageState, storageState } from '../../../offline/persist.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { GlobeIcon } from '../../../ui/icons/basic.tsx';
import {
  BellIcon,
  DocumentIcon,
  DownloadIcon,
  EditIcon,
  LockIcon,
  PhoneIcon,
  TrashIcon,
} from '../../../ui/icons/more.tsx';
import { PeopleIcon } from '../../../ui/icons/people.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { accountCopy } from '../copy.ts';
import { CardList } from '../parts/card-list.tsx';

const PasskeyOffer = lazy(async () => ({
  default: (await import('../../identity/parts/passkey-offer.tsx')).PasskeyOffer,
}));
const FirmsTold = lazy(async () => ({
  default: (await import('../../mandates/parts/firm-told.tsx')).FirmsTold,
}));

function Account() {
  const copy = useCopy(accountCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Profile />
      </LoginGate>
      <Section title={copy.settings}>
        <List label={copy.settings}>
          <ListRow
            to={paths.notificationSettings()}
            icon={<BellIcon />}
            title={copy.notifications}
            detail={copy.notificationsHint}
          />
          <ListRow
            to={paths.language()}
            icon={<GlobeIcon />}
            title={copy.language}
            detail={copy.languageHint}
          />
        </List>
      </Section>
      <Storage />
    </div>
  );
}

function Profile() {
  const copy = useCopy(accountCopy);
  const profile = useQuery(trpc.account.profile.queryOptions());
  return (
    <>
      <Suspense>
        <PasskeyOffer />
      </Suspense>
      <AsOf query={profile} />
      {profile.data?.card?.origin?.provider === 'muk' && (
        <Suspense>
          <FirmsTold />
        </Suspense>
      )}
      {profile.data ? (
        profile.data.card && (
          <CardList profile={{ ...profile.data, card: profile.data.card }}>
            {!profile.data.card.origin && (
              <LinkButton variant="secondary" to={paths.card()}>
                {copy.cardAgain}
              </LinkButton>
            )}
          </CardList>
        )
      ) : (
        <SkeletonList rows={3} />
      )}
      <List label={copy.vault}>
        <ListRow to={paths.contact()} icon={<EditIcon />} title={copy.contact} detail={copy.contactHint} />
        <ListRow to={paths.vault()} icon={<DocumentIcon />} title={copy.vault} detail={copy.vaultHint} />
      </List>
      <List label={copy.safety}>
        <ListRow
          to={paths.accessLog()}
          icon={<LockIcon />}
          title={copy.accessLog}
          detail={copy.accessLogHint}
        />
        <ListRow to={paths.myData()} icon={<DownloadIcon />} title={copy.myData} detail={copy.myDataHint} />
        <ListRow
          to={paths.mandates()}
          icon={<PeopleIcon />}
          title={copy.mandates}
          detail={copy.mandatesHint}
        />
        <ListRow to={paths.devices()} icon={<PhoneIcon />} title={copy.devices} detail={copy.devicesHint} />
        <ListRow to={paths.leave()} icon={<TrashIcon />} title={copy.leave} detail={copy.leaveHint} />
      </List>
      <Section title={copy.unused}>
        <p className="muted">{copy.unusedText(unusedRule.eraseMonths / 12)}</p>
      </Section>
      <Logout />
    </>
  );
}

function Logout() {
  const copy = useCopy(accountCopy);
  const language = useLanguage();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  async function leave() {
    setState('busy');
    try {
      await logout();
      location.assign(localPath(language, paths.start()));
    } catch {
      setState('failed');
    }
  }
  return (
    <div className="stack">
      <Button
        variant="secondary"
        onClick={() => void leave()}
        busy={state === 'busy' ? copy.loggingOut : undefined}
      >
        {copy.logout}
      </Button>
      <p className="muted small">{copy.logoutHint}</p>
      {state === 'failed' && (
        <Notice tone="warning" live="assertive">
          {copy.logoutFailed}
        </Notice>
      )}
    </div>
  );
}

/** How much lies on this phone, and whether the browser promised to keep it. */
function Storage() {
  const copy = useCopy(accountCopy);
  const language = useLanguage();
  const [storage, setStorage] = useState<StorageState>();
  useEffect(() => {
    void storageState().then(setStorage);
  }, []);
  if (!storage?.usedBytes) return null;
  const used = formatBytes(storage.usedBytes, language);
  return (
    <Section title={copy.storage}>
      <p className="muted">{storage.persisted ? copy.storageKept(used) : copy.storageLoose(used)}</p>
    </Section>
  );
}

export const page = definePage({
  Page: personal(Account),
  copies: [accountCopy, identityCopy],
  title: ({ language }) => accountCopy.get(language).title,
});
