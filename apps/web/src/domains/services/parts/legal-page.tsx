import type { ReactNode } from 'react';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';

export type LegalText = {
  title: string;
  lead: string;
  demo: string;
  parts: { heading: string; text: ReactNode[] }[];
};

/** A legal page: a heading, the note that the operator must still fill it in, plain paragraphs. */
export function LegalPage({ text }: { text: LegalText }) {
  return (
    <article className="stack-large">
      <PageHeader title={text.title} lead={text.lead} />
      <Notice tone="warning">{text.demo}</Notice>
      <div className="stack-large">
        {text.parts.map((part) => (
          <section key={part.heading} className="stack">
            <h2>{part.heading}</h2>
            {part.text.map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a fixed text
              <p key={index}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </article>
  );
}
