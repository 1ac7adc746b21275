import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { ChevronIcon } from '../icons/basic.tsx';
import './disclosure.css';

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** `inline`: a quiet link in running text; `row`: a line of its own with a rule. */
  look?: 'row' | 'inline';
  id?: string;
  /** For what is loaded only when somebody looks. */
  onOpen?: () => void;
};

/** Details that most people do not need. Native, so that it works without JavaScript and find-in-page opens it. */
export function Disclosure({ summary, children, open = false, look = 'row', id, onOpen }: DisclosureProps) {
  return (
    <details
      className={classNames('fold', `fold-${look}`)}
      open={open}
      id={id}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary className="fold-summary">
        <ChevronIcon className="fold-chevron" />
        <span>{summary}</span>
      </summary>
      <div className="fold-inside">{children}</div>
    </details>
  );
}
