import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { navigate } from '../../../lib/navigation.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { servicesCopy } from '../copy.ts';
import { precheckCopy } from '../precheck.copy.ts';
import { amountWords } from './amount.ts';
import { evidenceOf, feesOf, type PrecheckData } from './precheck-data.ts';
import { Unconfirmed } from './sources.tsx';
import '../pages/service.css';

type ResultProps = {
  data: PrecheckData;
  result: PrecheckData['precheck']['results'][number];
  asked: { id: string; text: string; answer: string }[];
  /** Answers that the form takes over. */
  fills: Record<string, string>;
  onChange: (id: string) => void;
};

/** What the answers come to: right or wrong here, and what follows in this very case. */
export function PrecheckResult({ data, result, asked, fills, onChange }: ResultProps) {
  const copy = useCopy(precheckCopy);
  const other = result.service;
  return (
    <div className="stack-large">
      <Card tone={result.fits ? 'light' : 'quiet'} as="section" className="stack">
        <h2>{result.title ?? (result.fits ? copy.fits : copy.fitsNot)}</h2>
        <p>{result.text}</p>
      </Card>
      {result.fits && <Facts data={data} result={result} />}
      <Section title={copy.answers}>
        <ul className="precheck-answers">
          {asked.map(({ id, text, answer }) => (
            <li key={id}>
              <span>
                <span className="muted">{text}</span>
                <span className="precheck-answer">{answer}</span>
              </span>
              <Button variant="quiet" aria-label={copy.changeOf(text)} onClick={() => onChange(id)}>
                {copy.change}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      {result.fits ? (
        <Begin slug={data.service.slug} fills={fills} />
      ) : (
        <ActionBar>
          {other === undefined ? (
            <LinkButton block variant="secondary" to={paths.service(data.service.slug)}>
              {copy.toService}
            </LinkButton>
          ) : (
            <LinkButton block to={paths.service(other)}>
              {copy.go(data.others[other] ?? other)}
            </LinkButton>
          )}
        </ActionBar>
      )}
    </div>
  );
}

function Facts({ data, result }: Pick<ResultProps, 'data' | 'result'>) {
  const copy = useCopy(precheckCopy);
  const words = useCopy(servicesCopy).service;
  const language = useLanguage();
  const { processingTime } = data.service;
  const fees = feesOf(data, result);
  const evidence = evidenceOf(data, result);
  return (
    <>
      <Section title={copy.cost}>
        <ul className="fees">
          {fees.length === 0 && <li>{words.costUnknown}</li>}
          {fees.map((fee) => (
            <li key={fee.variant} className="fee">
              <span>
                {fee.variant} <Unconfirmed fact={fee} />
              </span>
              <strong className="fee-amount">{amountWords(fee.amount, language, words)}</strong>
            </li>
          ))}
        </ul>
      </Section>
      {processingTime && (
        <Section title={copy.duration}>
          <p>
            {processingTime.text} <Unconfirmed fact={processingTime} />
          </p>
        </Section>
      )}
      <Section title={copy.evidence}>
        {evidence.length === 0 ? (
          <p>{copy.noEvidence}</p>
        ) : (
          <ul className="points">
            {evidence.map((paper) => (
              <li key={paper.id}>{paper.text}</li>
            ))}
          </ul>
        )}
      </Section>
      {data.offices.length > 0 && (
        <Section title={copy.office}>
          <List>
            {data.offices.map((office) => (
              <ListRow key={office.id} to={paths.office(office.id)} title={office.name} />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

function Begin({ slug, fills }: { slug: string; fills: Record<string, string> }) {
  const copy = useCopy(precheckCopy);
  const language = useLanguage();
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');
  async function begin() {
    setState('busy');
    try {
      const { beginForm } = await import('../begin-form.ts');
      navigate(localPath(language, await beginForm(slug, language, fills)));
    } catch {
      setState('failed');
    }
  }
  if (state === 'failed')
    return (
      <Notice
        tone="warning"
        live="assertive"
        action={<LinkButton to={paths.form(slug)}>{copy.beginAnyway}</LinkButton>}
      >
        {copy.notKept}
      </Notice>
    );
  return (
    <ActionBar>
      {Object.keys(fills).length > 0 && <p className="muted">{copy.kept}</p>}
      <Button block busy={state === 'busy' ? copy.beginning : undefined} onClick={() => void begin()}>
        {copy.begin}
      </Button>
    </ActionBar>
  );
}
