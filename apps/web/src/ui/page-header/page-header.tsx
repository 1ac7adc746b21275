import type { ReactNode } from 'react';
import { Link } from '../../lib/link.tsx';
import { BackIcon } from '../icons/basic.tsx';
import './page-header.css';

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence below the heading. */
  lead?: ReactNode;
  /** The way up, named after where it leads. */
  back?: { to: string; label: string };
  /** Over the heading: a badge, a kind. */
  preline?: ReactNode;
  children?: ReactNode;
};

/** The top of a page: the way up, the one `h1`, one sentence. */
export function PageHeader({ title, lead, back, preline, children }: PageHeaderProps) {
  return (
    <header className="page-head">
      {back && (
        <Link to={back.to} className="page-back no-print">
          <BackIcon />
          {back.label}
        </Link>
      )}
      {preline && <p className="page-preline">{preline}</p>}
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p className="page-lead">{lead}</p>}
      {children}
    </header>
  );
}
