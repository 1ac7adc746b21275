import type { ReactNode } from 'react';
import './empty-state.css';

type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  drawing?: ReactNode;
  action?: ReactNode;
  /** `h2` unless it is all there is on a page. */
  level?: 1 | 2 | 3;
};

/** Nothing here, said in a friendly way, with what one could do. */
export function EmptyState({ title, children, drawing, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      {drawing && <div className="empty-drawing">{drawing}</div>}
      <Heading className="empty-title">{title}</Heading>
      {children && <div className="empty-words">{children}</div>}
      {action && <div>{action}</div>}
    </div>
  );
}
