import { useEffect } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { tell } from '../../../lib/tell.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { ApplyHere } from '../../forms/parts/apply-here.tsx';
import { OwnTicks } from '../../vault/parts/own-ticks.tsx';
import { servicesCopy } from '../copy.ts';
import { amountWords } from '../parts/amount.ts';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { Glance } from '../parts/glance.tsx';
import { OfficeCard } from '../parts/office-card.tsx';
import { factsOf, loadService, type ServiceData } from '../parts/service-data.ts';
import { isUnconfirmed, Sources, Unconfirmed } from '../parts/sources.tsx';
import { Ways } from '../parts/ways.tsx';
import './service.css';

function ServicePage({ data }: { data: ServiceData }) {
  const copy = useCopy(servicesCopy).service;
  const { service, offices, seeAlso, sources, bundles } = data;
  useEffect(() => tell(service.slug, 'visit'), [service.slug]);
  return (
    <article className="service">
      <PageHeader
        title={service.title}
        lead={service.summary}
        back={{ to: paths.services(), label: copy.back }}
      />
      {service.form !== null && (
        <div className="service-apply no-print">
          <ApplyHere slug={service.slug}>
            <LinkButton to={paths.form(service.slug)}>{copy.apply}</LinkButton>
          </ApplyHere>
        </div>
      )}
      {service.hasPrecheck && (
        <div className="no-print">
          <LinkButton variant="secondary" to={paths.precheck(service.slug)}>
            {copy.precheck}
          </LinkButton>
        </div>
      )}
      <div className="service-columns">
        <div className="service-main">
          <Glance service={service} />
          {service.kind === 'procedure' && (
            <Section title={copy.evidence}>
              <OwnTicks evidence={service.evidence}>
                <EvidenceList evidence={service.evidence} />
              </OwnTicks>
            </Section>
          )}
          {service.preconditions.length > 0 && (
            <Section title={copy.preconditions}>
              <ul className="points">
                {service.preconditions.map((item) => (
                  <li key={item.text}>
                    {item.text} <Unconfirmed fact={item} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Ways service={service} />
          <Details service={service} />
          <div>
            <Disclosure summary={copy.legal}>
              <ul className="points">
                {service.legalBasis.map((law) => (
                  <li key={law.ref}>
                    {law.ref} <Unconfirmed fact={law} />
                  </li>
                ))}
                {service.serviceKey && (
                  <li>
                    {copy.key}: {service.serviceKey.key} <Unconfirmed fact={service.serviceKey} />
                  </li>
                )}
              </ul>
            </Disclosure>
            <Sources sources={sources} note={factsOf(service).some(isUnconfirmed)} />
          </div>
        </div>
        <aside className="service-side">
          {offices.length > 0 && (
            <Section title={offices.length === 1 ? copy.office : copy.offices}>
              {offices.map((office) => (
                <OfficeCard key={office.id} office={office} />
              ))}
            </Section>
          )}
          {seeAlso.length + bundles.length > 0 && (
            <Section title={copy.seeAlso}>
              <List>
                {bundles.map(({ slug, title, summary }) => (
                  <ListRow key={slug} to={paths.form(slug)} title={title} detail={summary} />
                ))}
                {seeAlso.map((other) => (
                  <ListRow key={other.slug} to={paths.service(other.slug)} title={other.title} />
                ))}
              </List>
            </Section>
          )}
        </aside>
      </div>
    </article>
  );
}

/** What most people need only later: every fee, the course of things, hints. */
function Details({ service }: { service: ServiceData['service'] }) {
  const copy = useCopy(servicesCopy).service;
  const language = useLanguage();
  return (
    <>
      {service.fees.length > 1 && (
        <Section title={copy.costs} id="kosten">
          <ul className="fees">
            {service.fees.map((fee) => (
              <li key={fee.variant} className="fee">
                <span>
                  {fee.variant} <Unconfirmed fact={fee} />
                  {fee.note && <span className="fee-note">{fee.note}</span>}
                </span>
                <strong className="fee-amount">{amountWords(fee.amount, language, copy)}</strong>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {service.steps.length > 0 && (
        <Section title={copy.steps}>
          <ol className="course">
            {service.steps.map((step) => (
              <li key={step.code}>{step.text}</li>
            ))}
          </ol>
        </Section>
      )}
      {service.notes.length > 0 && (
        <Section title={copy.notes}>
          <ul className="points">
            {service.notes.map((note) => (
              <li key={note.text}>
                {note.text} <Unconfirmed fact={note} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

export const page = definePage<ServiceData>({
  Page: ServicePage,
  copies: [servicesCopy],
  title: ({ data }) => data.service.title,
  description: ({ data }) => data.service.summary,
  data: ({ content, params }) => loadService(content, params.slug),
});
