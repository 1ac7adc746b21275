import type { ComponentType } from 'react';
import { useCopy } from '../lib/copy.ts';
import { Link } from '../lib/link.tsx';
import type { Area } from '../lib/page.ts';
import { paths } from '../lib/paths.ts';
import { CountBadge } from '../ui/badge/badge.tsx';
import { AccountIcon, CasesIcon, HomeIcon, InboxIcon, ServicesIcon } from '../ui/icons/basic.tsx';
import type { IconProps } from '../ui/icons/icon.tsx';
import { shellCopy } from './copy.ts';
import './navigation-bar.css';

export type NavigationCounts = { cases?: number; inbox?: number };

const entries: { area: Area; to: string; Icon: ComponentType<IconProps> }[] = [
  { area: 'start', to: paths.start(), Icon: HomeIcon },
  { area: 'services', to: paths.services(), Icon: ServicesIcon },
  { area: 'cases', to: paths.cases(), Icon: CasesIcon },
  { area: 'inbox', to: paths.inbox(), Icon: InboxIcon },
  { area: 'account', to: paths.account(), Icon: AccountIcon },
];

/** The five areas: a bar at the bottom of a phone, a rail at the side of a wide screen. Counts only for what needs the person. */
export function NavigationBar({ area, counts = {} }: { area: Area; counts?: NavigationCounts }) {
  const copy = useCopy(shellCopy);
  const badges: Partial<Record<Area, { count: number; label: string }>> = {
    cases: { count: counts.cases ?? 0, label: copy.waitingCases(counts.cases ?? 0) },
    inbox: { count: counts.inbox ?? 0, label: copy.unreadMessages(counts.inbox ?? 0) },
  };
  return (
    <nav className="nav no-print" aria-label={copy.navigation}>
      <ul className="nav-list">
        {entries.map(({ area: entry, to, Icon }) => {
          const badge = badges[entry];
          return (
            <li key={entry}>
              <Link to={to} className="nav-link" aria-current={entry === area ? 'page' : undefined}>
                <span className="nav-icon">
                  <Icon />
                  {badge && <CountBadge {...badge} />}
                </span>
                <span className="nav-label">{copy.nav[entry]}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
