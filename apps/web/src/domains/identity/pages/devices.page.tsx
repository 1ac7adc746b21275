import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { bundIdCopy } from '../bundid.copy.ts';
import { identityCopy } from '../copy.ts';
import { devicesCopy } from '../devices.copy.ts';
import { joinCopy } from '../join.copy.ts';
import { BundIdLink } from '../parts/bundid-link.tsx';
import { CardLink } from '../parts/card-link.tsx';
import { LostPhone } from '../parts/lost-phone.tsx';
import { NotMe } from '../parts/not-me.tsx';
import { OldWaysNotice } from '../parts/old-ways.tsx';
import { PasskeyList } from '../parts/passkey-list.tsx';
import { SessionList } from '../parts/session-list.tsx';
import { passkeysCopy } from '../passkeys.copy.ts';
import { recoveryCopy } from '../recovery.copy.ts';

function Devices() {
  const copy = useCopy(devicesCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: copy.account }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <OldWaysNotice />
        <PasskeyList />
        <CardLink />
        <BundIdLink />
        <SessionList />
        <NotMe />
        <LostPhone />
      </LoginGate>
    </div>
  );
}

export const page = definePage({
  Page: personal(Devices),
  copies: [devicesCopy, recoveryCopy, joinCopy, passkeysCopy, bundIdCopy, identityCopy, errorCopy],
  title: ({ language }) => devicesCopy.get(language).title,
});
