import type { ReactNode } from 'react';
import { useId } from 'react';
import './section.css';

type SectionProps = {
  title: ReactNode;
  level?: 2 | 3;
  /** Beside the heading: a link to all, a count. */
  action?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
  /** For links to this place. */
  id?: string;
};

/** A part of a page under a heading of its own. */
export function Section({ title, level = 2, action, intro, children, id }: SectionProps) {
  const Heading = `h${level}` as const;
  const headingId = useId();
  return (
    <section className="section" aria-labelledby={headingId} id={id}>
      <div className="section-head">
        <Heading id={headingId}>{title}</Heading>
        {action}
      </div>
      {intro && <p className="section-intro">{intro}</p>}
      {children}
    </section>
  );
}
