import { use, useState } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Hanfried } from '../../../ui/hanfried/hanfried.tsx';
import { CasesIcon, HomeIcon, SearchIcon, ServicesIcon } from '../../../ui/icons/basic.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { assistantCopy } from '../copy.ts';

/** What a tap on Hanfried's greeting opens: a few ways to begin, and the off switch. Shown when the address says so. */
export function HanfriedHelp() {
  const copy = use(assistantCopy.once(useLanguage()));
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  function search() {
    close();
    document.querySelector<HTMLInputElement>('.find-field')?.focus();
  }
  return (
    <Dialog open={open} onClose={close} title={copy.title}>
      <div className="stack">
        <Hanfried size="large" />
        <p>{copy.lead}</p>
        <List label={copy.choices}>
          <ListRow to={paths.service('wohnsitz-anmelden')} icon={<HomeIcon />} title={copy.move} />
          <ListRow to={paths.guides()} icon={<ServicesIcon />} title={copy.newcomer} />
          <ListRow to={paths.cases()} icon={<CasesIcon />} title={copy.cases} />
          <ListRow onClick={search} icon={<SearchIcon />} title={copy.search} />
        </List>
        <p className="small">
          <Link to={paths.notificationSettings()}>{copy.off}</Link>
        </p>
      </div>
    </Dialog>
  );
}
