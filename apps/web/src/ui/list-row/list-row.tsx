import type { ReactNode } from 'react';
import { Link } from '../../lib/link.tsx';
import { classNames } from '../class-names.ts';
import { ChevronIcon } from '../icons/basic.tsx';
import './list-row.css';

/** A list of rows on one surface. */
export function List({
  children,
  label,
  plain = false,
}: {
  children: ReactNode;
  label?: string;
  plain?: boolean;
}) {
  return (
    <ul className={classNames('rows', plain && 'rows-plain')} aria-label={label}>
      {children}
    </ul>
  );
}

type ListRowProps = {
  title: ReactNode;
  /** A second, quieter line. */
  detail?: ReactNode;
  icon?: ReactNode;
  /** At the end of the row: a badge, a date. */
  end?: ReactNode;
  /** Where it leads, from `paths`. */
  to?: string | undefined;
  /** An address outside the product. */
  href?: string | undefined;
  onClick?: () => void;
  /** Stands out because the person has not seen it yet. */
  fresh?: boolean;
  /** Below, and not part of what is pressed: further words and buttons. */
  foot?: ReactNode;
};

/** One row, pressed as a whole. With `to` or `href` a link, with `onClick` a button, else plain text. */
export function ListRow({ title, detail, icon, end, to, href, onClick, foot, fresh = false }: ListRowProps) {
  const leads = to !== undefined || href !== undefined || onClick !== undefined;
  const inside = (
    <>
      {icon && <span className="row-icon">{icon}</span>}
      <span className="row-main">
        <span className="row-words">
          <span className="row-title">{title}</span>
          {detail && <span className="row-detail">{detail}</span>}
        </span>
        {end && <span className="row-end">{end}</span>}
      </span>
      {leads && <ChevronIcon className="row-chevron" />}
    </>
  );
  const name = classNames('row', fresh && 'row-fresh', leads && 'row-leads');
  let row = <div className={name}>{inside}</div>;
  if (to !== undefined) {
    row = (
      <Link to={to} className={name} onClick={onClick}>
        {inside}
      </Link>
    );
  } else if (href !== undefined) {
    row = (
      <a href={href} className={name}>
        {inside}
      </a>
    );
  } else if (onClick !== undefined) {
    row = (
      <button type="button" className={name} onClick={onClick}>
        {inside}
      </button>
    );
  }
  return (
    <li className="rows-item">
      {row}
      {foot}
    </li>
  );
}
