import { definePage } from '../lib/page.ts';
import { examples } from '../ui/examples.tsx';
import { PageHeader } from '../ui/page-header/page-header.tsx';
import { Section } from '../ui/section/section.tsx';

/** Every component with its example; for the people who build, not indexed. */
function DevUi() {
  return (
    <div className="stack-large wide">
      <PageHeader title="Components" lead="Every part of the product, once." />
      {examples.map(({ name, Example }) => (
        <Section key={name} title={name} id={name}>
          <div className="stack">
            <Example />
          </div>
        </Section>
      ))}
    </div>
  );
}

export const page = definePage({ Page: DevUi, copies: [], title: () => 'Components' });
