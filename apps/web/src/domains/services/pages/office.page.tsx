import type { ContentSource, LocalOffice } from '@jena/content';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { InboxIcon as MailIcon } from '../../../ui/icons/basic.tsx';
import { ExternalIcon, PhoneIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { servicesCopy } from '../copy.ts';
import { HoursTable } from '../parts/hours-table.tsx';
import { OpenNow } from '../parts/open-now.tsx';
import { isUnconfirmed, Sources, Unconfirmed, type UsedSource, usedSources } from '../parts/sources.tsx';
import './service.css';

type OfficeData = { office: LocalOffice; services: { slug: string; title: string }[]; sources: UsedSource[] };

function OfficePage({ data }: { data: OfficeData }) {
  const copy = useCopy(servicesCopy).office;
  const { office, services, sources } = data;
  const { street, postcode, town } = office.address;
  return (
    <article className="service">
      <PageHeader title={office.name} back={{ to: paths.services(), label: copy.back }}>
        <p>
          <OpenNow hours={office.openingHours} />
        </p>
      </PageHeader>
      <div className="service-columns">
        <div className="service-main">
          <Section title={copy.hours}>
            <HoursTable hours={office.openingHours} />
            {office.openingHours?.note && <p>{office.openingHours.note}</p>}
            {office.openingHours && <Unconfirmed fact={office.openingHours} />}
          </Section>
          <Section title={copy.address}>
            {street ? (
              <address className="office-address">
                {street}
                <br />
                {postcode} {town} <Unconfirmed fact={office.address} />
              </address>
            ) : (
              <p>{copy.addressUnknown}</p>
            )}
          </Section>
          <Contact office={office} />
          {office.notes && (
            <Section title={copy.notes}>
              <p>{office.notes}</p>
            </Section>
          )}
          <Sources sources={sources} note={factsOf(office).some(isUnconfirmed)} />
        </div>
        <aside className="service-side">
          {services.length > 0 && (
            <Section title={copy.services}>
              <List>
                {services.map((service) => (
                  <ListRow key={service.slug} to={paths.service(service.slug)} title={service.title} />
                ))}
              </List>
            </Section>
          )}
        </aside>
      </div>
    </article>
  );
}

function Contact({ office }: { office: LocalOffice }) {
  const copy = useCopy(servicesCopy).office;
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  if (!office.phone && !office.email && !office.web && office.languages.length === 0) return null;
  return (
    <Section title={copy.contact}>
      <List>
        {office.phone && (
          <ListRow
            icon={<PhoneIcon />}
            title={office.phone}
            detail={copy.phone}
            href={`tel:${office.phone.replaceAll(/[^+\d]/g, '')}`}
          />
        )}
        {office.email && (
          <ListRow
            icon={<MailIcon />}
            title={office.email}
            detail={copy.email}
            href={`mailto:${office.email}`}
          />
        )}
        {office.web && (
          <ListRow
            icon={<ExternalIcon />}
            title={office.web.replace(/^https?:\/\//, '')}
            detail={copy.web}
            href={office.web}
          />
        )}
        {office.languages.length > 0 && (
          <ListRow
            title={office.languages.map((code) => names.of(code)).join(', ')}
            detail={copy.languages}
          />
        )}
      </List>
    </Section>
  );
}

function factsOf(office: LocalOffice): { sources: string[] }[] {
  return [office.address, ...(office.openingHours ? [office.openingHours] : [])];
}

async function loadOffice(content: ContentSource, id: string | undefined): Promise<OfficeData | undefined> {
  const [{ offices }, { services }, { sources }] = await Promise.all([
    content.bundle('offices'),
    content.bundle('services'),
    content.bundle('sources'),
  ]);
  const office = offices.find((candidate) => candidate.id === id);
  if (!office) return undefined;
  return {
    office,
    services: services
      .filter((service) => service.officeIds.includes(office.id))
      .map(({ slug, title }) => ({ slug, title })),
    sources: usedSources(factsOf(office), sources),
  };
}

export const page = definePage<OfficeData>({
  Page: OfficePage,
  copies: [servicesCopy],
  title: ({ data }) => data.office.name,
  data: ({ content, params }) => loadOffice(content, params.id),
});
