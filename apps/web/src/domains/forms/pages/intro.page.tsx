import type { LocalService } from '@jena/content';
import type { NeededEvidence } from '@jena/shared/vault';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import type { ForWhomProps } from '../../mandates/parts/for-whom.tsx';
import { OwnTicks } from '../../vault/parts/own-ticks.tsx';
import { loadFormData } from '../form-data.ts';
import { introCopy } from '../intro.copy.ts';
import { Continue } from '../parts/continue.tsx';
import { useStoredDraft } from '../use-stored-draft.ts';
import '../forms.css';

/** Only what this page shows: it is prerendered, and the answers' lists would weigh too much. */
type IntroData = {
  slug: string;
  title: string;
  serviceTitle: string;
  firstPage: string;
  pages: { id: string; title: string }[];
  fields: number;
  evidence: NeededEvidence[];
  deadline: string | undefined;
  prefills: boolean;
  audience: LocalService['audience'];
};

/** About fifteen seconds a question, in steps of five minutes. */
const minutesFor = (fields: number) => Math.max(5, Math.ceil(fields / 4 / 5) * 5);

function Intro({ data }: { data: IntroData }) {
  const copy = useCopy(introCopy);
  // Who is logged in already has their answers filled in: no second login is offered.
  const { loggedIn } = useLive();
  const { draft, startOver } = useStoredDraft(data.slug);
  const ForWhom = useForWhom(data);
  const begin = paths.form(data.slug, data.firstPage);
  return (
    <div className="stack-large">
      <PageHeader
        title={data.title}
        lead={copy.lead}
        back={{ to: paths.service(data.slug), label: `${copy.back}: ${data.serviceTitle}` }}
      />
      {!draft && ForWhom && (
        <Suspense>
          <ForWhom service={data} firstPage={data.firstPage} />
        </Suspense>
      )}
      {draft && <Continue data={data} draft={draft} onStartOver={startOver} />}
      <Section title={copy.need}>
        <OwnTicks evidence={data.evidence}>
          <ul className="form-needs">
            {data.evidence.map((evidence) => (
              <li key={evidence.id}>
                {evidence.text}
                {evidence.when && <span className="muted"> – {evidence.when}</span>}
              </li>
            ))}
          </ul>
        </OwnTicks>
      </Section>
      {data.prefills && !loggedIn && (
        <Card tone="quiet" as="aside" className="stack">
          <p>
            <strong>{copy.card}</strong>
          </p>
          <p>{copy.cardText}</p>
          <LinkButton variant="secondary" to={paths.login(begin)}>
            {copy.cardAction}
          </LinkButton>
        </Card>
      )}
      <Section title={copy.duration}>
        <p>{copy.minutes(data.pages.length, minutesFor(data.fields))}</p>
        {data.deadline && <p>{copy.deadline(data.deadline)}</p>}
        <Disclosure summary={copy.topics}>
          <ol>
            {data.pages.map((page) => (
              <li key={page.id}>{page.title}</li>
            ))}
          </ol>
        </Disclosure>
      </Section>
      <Section title={copy.saved}>
        <p>{copy.savedText}</p>
      </Section>
      <noscript>
        <Notice tone="warning">{copy.noScript}</Notice>
      </noscript>
      {!draft && !ForWhom && (
        <ActionBar>
          <LinkButton block to={begin}>
            {copy.start}
          </LinkButton>
        </ActionBar>
      )}
    </div>
  );
}

/** The choice for whom, for people who may act for others; nobody else loads it, or asks for it. */
function useForWhom(service: ForWhomProps['service']): ComponentType<ForWhomProps> | undefined {
  const { loggedIn } = useLive();
  const [choice, setChoice] = useState<ComponentType<ForWhomProps>>();
  useEffect(() => {
    let current = true;
    let stop: (() => void) | undefined;
    if (loggedIn)
      import('../../mandates/for-whom.ts').then(
        ({ watchForWhom }) => {
          if (current) stop = watchForWhom(service, (found) => setChoice(() => found));
        },
        // Without a network one applies for oneself; whom one may act for is known again later.
        () => undefined,
      );
    return () => {
      current = false;
      stop?.();
    };
  }, [loggedIn, service]);
  return choice;
}

export const page = definePage<IntroData>({
  Page: Intro,
  copies: [introCopy],
  title: ({ data }) => data.title,
  description: ({ data, language }) => `${data.title}. ${introCopy.get(language).lead}`,
  data: async ({ content, params }) => {
    const data = await loadFormData(content, params.slug);
    if (!data) return undefined;
    const { form, service } = data;
    const fields = form.pages.flatMap((known) => known.fields);
    return {
      slug: service.slug,
      title: form.title,
      serviceTitle: service.title,
      firstPage: form.pages[0]?.id ?? '',
      pages: form.pages.map(({ id, title }) => ({ id, title })),
      fields: fields.length,
      evidence: service.evidence.map(({ id, text, when, madeBy, types }) => ({
        id,
        text,
        when,
        ...(madeBy && { madeBy }),
        ...(types && { types }),
      })),
      deadline: service.deadline?.text,
      audience: service.audience,
      prefills: fields.some((field) => field.prefill !== undefined),
    };
  },
});
