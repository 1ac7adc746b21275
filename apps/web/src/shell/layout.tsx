import type { ReactNode } from 'react';
import { useCopy } from '../lib/copy.ts';
import { Link } from '../lib/link.tsx';
import type { Area } from '../lib/page.ts';
import { paths } from '../lib/paths.ts';
import { ToastRegion } from '../ui/toast/toast.tsx';
import { Announcer } from './announcer.tsx';
import { shellCopy } from './copy.ts';
import { NavigationBar, type NavigationCounts } from './navigation-bar.tsx';
import { type NetState, OfflineLine } from './offline-line.tsx';
import { SiteHeader } from './site-header.tsx';
import './layout.css';

type LayoutProps = {
  area: Area;
  /** The page's path without language. */
  path: string;
  counts?: NavigationCounts;
  net?: NetState;
  /** The next page is on its way: a thin line at the top says so. */
  waiting?: boolean;
  /** News over the page: a new version. */
  banner?: ReactNode;
  /** An offer below the page, where it moves nothing that a person reads. */
  offer?: ReactNode;
  /** Stands over every page, e.g. Hanfried. */
  corner?: ReactNode;
  children: ReactNode;
};

export const mainId = 'inhalt';

/** The frame around every page. It knows nothing of data; what it shows comes from outside. */
export function Layout({
  area,
  path,
  counts,
  net,
  waiting = false,
  banner,
  offer,
  corner,
  children,
}: LayoutProps) {
  const copy = useCopy(shellCopy);
  return (
    <div className="frame">
      <a className="skip" href={`#${mainId}`}>
        {copy.skip}
      </a>
      <div className="frame-body">
        <SiteHeader path={path} />
        {waiting && (
          <div className="frame-waiting" role="status">
            <span className="sr-only">{copy.loadingPage}</span>
          </div>
        )}
        <OfflineLine {...net} />
        {banner && <div className="frame-banner no-print">{banner}</div>}
        <main className="frame-main" id={mainId} tabIndex={-1}>
          {children}
        </main>
        {offer && <div className="frame-banner frame-offer no-print">{offer}</div>}
        <footer className="foot no-print">
          <nav className="foot-inside" aria-label={copy.footer}>
            <span className="foot-city">{copy.city}</span>
            <Link to={paths.about('impressum')}>{copy.imprint}</Link>
            <Link to={paths.about('datenschutz')}>{copy.privacy}</Link>
            <Link to={paths.about('barrierefreiheit')}>{copy.accessibility}</Link>
            <Link to={paths.transparency()}>{copy.transparency}</Link>
          </nav>
        </footer>
      </div>
      <NavigationBar area={area} {...(counts ? { counts } : {})} />
      {corner}
      <ToastRegion />
      <Announcer />
    </div>
  );
}
