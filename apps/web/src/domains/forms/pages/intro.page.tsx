import type { LocalService } from '@jena/content';
import type { NeededEvidence } from '@jena/shared/vault';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { navigate } from '../../../lib/navigation.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import type { ForWhomProps } from '../../mandates/parts/for-whom.tsx';
import { OwnTicks } from '../../vault/parts/own-ticks.tsx';
import type { FormDraft } from '../draft-session.ts';
import { loadFormData } from '../form-data.ts';
import { introCopy } from '../intro.copy.ts';
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

type ContinueProps = { data: IntroData; draft: FormDraft; onStartOver: () => Promise<void> };

function Continue({ data, draft, onStartOver }: ContinueProps) {
  const copy = useCopy(introCopy);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const page = data.pages.find((known) => known.id === draft.page) ?? data.pages[0];
  const when = new Date(draft.updatedAt).toLocaleString(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <Card tone="light" as="section" className="stack" aria-label={copy.found}>
      <h2>{copy.found}</h2>
      <p>{copy.foundText(when, page?.title ?? '')}</p>
      {draft.onBehalfOf && <p>{copy.foundFor(draft.onBehalfOf.name)}</p>}
      <div className="form-buttons">
        <LinkButton to={paths.form(data.slug, page?.id)}>{copy.continue}</LinkButton>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {copy.startOver}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={copy.startOverTitle}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                void onStartOver().then(() =>
                  navigate(localPath(language, paths.form(data.slug, data.firstPage))),
                );
              }}
            >
              {copy.startOverYes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.startOverNo}
            </Button>
          </>
        }
      >
        {copy.startOverText}
      </Dialog>
    </Card>
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

/** The draft that waits on this phone, read after the page stands: the page itself is the same for everyone. */
function useStoredDraft(slug: string) {
  const [draft, setDraft] = useState<FormDraft>();
  useEffect(() => {
    let current = true;
    let stop: (() => void) | undefined;
    const look = () =>
      import('../../../offline/drafts.ts')
        .then(({ openDraft }) => openDraft(slug))
        .then((found) => current && setDraft(found))
        // Without storage there is nothing to continue; the form itself says what is wrong.
        .catch(() => undefined);
    void look();
    // It may come from another device while the page stands.
    void import('../../../offline/changes.ts').then(({ onChange }) => {
      if (current) stop = onChange((topic) => void ((topic === 'drafts' || topic === 'owner') && look()));
    });
    return () => {
      current = false;
      stop?.();
    };
  }, [slug]);
  async function startOver(): Promise<void> {
    const [{ deleteDraft }, { closeSession }] = await Promise.all([
      import('../../../offline/drafts.ts'),
      import('../use-draft.ts'),
    ]);
    closeSession();
    if (draft) await deleteDraft(draft.id);
    setDraft(undefined);
  }
  return { draft, startOver };
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
