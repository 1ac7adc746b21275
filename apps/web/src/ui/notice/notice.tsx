import type { ReactNode } from 'react';
import { CheckCircleIcon, InfoIcon, WarningIcon } from '../icons/basic.tsx';
import './notice.css';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

const icons = { info: InfoIcon, success: CheckCircleIcon, warning: WarningIcon, danger: WarningIcon };

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Says it aloud when it appears: `polite` for news, `assertive` for what stops the person. */
  live?: 'polite' | 'assertive';
};

/** A message on the page itself. It never covers anything and does not go away on its own. */
export function Notice({ tone = 'info', title, children, action, live }: NoticeProps) {
  const Icon = icons[tone];
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon className="notice-icon" />
      <div className="notice-words">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="notice-action">{action}</div>}
      </div>
    </div>
  );
}
