import { useState } from 'react';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { leaveCopy } from '../leave.copy.ts';
import { Farewell } from '../parts/farewell.tsx';

function Leave({ data }: { data: Names; params: Params }) {
  const copy = useCopy(leaveCopy);
  const [gone, setGone] = useState(false);
  if (gone) return <EmptyState title={copy.gone} />;
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: copy.account }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Farewell names={data} onGone={() => setGone(true)} />
      </LoginGate>
    </div>
  );
}

export const page = definePage<Names>({
  Page: personal(Leave),
  data: loadNames,
  copies: [leaveCopy, identityCopy, errorCopy],
  title: ({ language }) => leaveCopy.get(language).title,
});
