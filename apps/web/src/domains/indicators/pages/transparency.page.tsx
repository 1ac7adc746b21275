import type { LocalService } from '@jena/content';
import { type FigureName, figureNames, type Indicators } from '@jena/shared/indicators';
import { useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { Link } from '../../../lib/link.tsx';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Select } from '../../../ui/choice/choice.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { indicatorsCopy } from '../copy.ts';
import { Bars } from '../parts/bars.tsx';
import { MonthChart } from '../parts/month-chart.tsx';
import { figureInWords } from '../words.ts';

type Known = { slug: string; title: string; online: boolean };
type Data = { services: Known[] };

const everything = 'alle';

type Loaded = { found: Indicators } | 'loading' | 'failed';

/** The open data themselves, so that everyone can check what is shown here. */
async function loadFigures(): Promise<Indicators> {
  const answer = await fetch('/transparenz/kennzahlen.json', { credentials: 'omit' });
  if (!answer.ok) throw new Error(`figures: ${answer.status}`);
  return (await answer.json()) as Indicators;
}

function Transparency({ data }: { data: Data }) {
  const copy = useCopy(indicatorsCopy);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>('loading');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks again
  useEffect(() => {
    let gone = false;
    const show = (next: Loaded) => void (gone || setLoaded(next));
    loadFigures().then(
      (found) => show({ found }),
      () => show('failed'),
    );
    return () => {
      gone = true;
    };
  }, [attempt]);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      {loaded === 'loading' && <SkeletonList rows={6} />}
      {loaded === 'failed' && (
        <Notice tone="warning" action={<Button onClick={() => setAttempt(attempt + 1)}>{copy.again}</Button>}>
          {copy.unavailable}
        </Notice>
      )}
      {typeof loaded === 'object' && <Figures found={loaded.found} services={data.services} />}
      <Section title={copy.method} id="methode">
        {copy.methodText.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Section>
      <Section title={copy.open} intro={copy.openText}>
        <List>
          <ListRow href="/transparenz/kennzahlen.csv" title={copy.csv} detail={copy.licence} />
          <ListRow href="/transparenz/kennzahlen.json" title={copy.json} detail={copy.licence} />
        </List>
        <p>
          <a href="https://www.govdata.de/dl-de/zero-2-0">{copy.licence}</a>
        </p>
      </Section>
    </div>
  );
}

function Figures({ found, services }: { found: Indicators; services: readonly Known[] }) {
  const copy = useCopy(indicatorsCopy);
  return (
    <>
      <Glance found={found} services={services} />
      <Comparison found={found} services={services} />
      {found.months.length > 0 && (
        <Section title={copy.months}>
          <MonthChart months={found.months} />
        </Section>
      )}
    </>
  );
}

function Glance({ found, services }: { found: Indicators; services: readonly Known[] }) {
  const copy = useCopy(indicatorsCopy);
  const language = useLanguage();
  const [chosen, setChosen] = useState(everything);
  const service = services.find(({ slug }) => slug === chosen);
  const figures = service ? found.services.find((one) => one.service === service.slug) : found.total;
  return (
    <Section
      title={copy.glance}
      intro={copy.period(formatDay(found.from, language), formatDay(found.to, language))}
    >
      <Select
        name="leistung"
        label={copy.service}
        value={chosen}
        onChange={setChosen}
        options={[
          { value: everything, label: copy.all },
          ...services.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
      />
      {service && !service.online && <Notice tone="info">{copy.offline}</Notice>}
      <Card>
        <dl className="figures" aria-live="polite">
          {figureNames.map((name) => (
            <div key={name}>
              <dt>{copy.names[name]}</dt>
              <dd>{figureInWords(name, figures?.[name] ?? null, { copy, language })}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <p className="muted small">{copy.tooFewText(found.fewest, found.fewestLengths)}</p>
    </Section>
  );
}

function Comparison({ found, services }: { found: Indicators; services: readonly Known[] }) {
  const copy = useCopy(indicatorsCopy);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>('submitted');
  const name: FigureName = figureNames.find((one) => one === chosen) ?? 'submitted';
  const bars = found.services
    .flatMap((one) => {
      const value = one[name];
      const known = services.find(({ slug }) => slug === one.service);
      return value === null || !known ? [] : [{ known, value }];
    })
    .sort((a, b) => b.value - a.value)
    .map(({ known, value }) => ({
      key: known.slug,
      name: <Link to={paths.service(known.slug)}>{known.title}</Link>,
      value,
      words: figureInWords(name, value, { copy, language }),
    }));
  return (
    <Section title={copy.compare}>
      <Select
        name="kennzahl"
        label={copy.measure}
        value={name}
        onChange={setChosen}
        options={figureNames.map((value) => ({ value, label: copy.names[value] }))}
      />
      {bars.length > 0 ? (
        <Card>
          <Bars
            caption={`${copy.compare}: ${copy.names[name]}`}
            head={[copy.service, copy.names[name]]}
            bars={bars}
          />
        </Card>
      ) : (
        <p className="muted">{copy.noValues}</p>
      )}
    </Section>
  );
}

export const page = definePage<Data>({
  Page: Transparency,
  copies: [indicatorsCopy],
  title: ({ language }) => indicatorsCopy.get(language).title,
  description: ({ language }) => indicatorsCopy.get(language).lead,
  async data({ content }) {
    const { services } = await content.bundle('services');
    return {
      services: services
        .map(({ slug, title, form }: LocalService) => ({ slug, title, online: form !== null }))
        .sort((a, b) => a.title.localeCompare(b.title)),
    };
  },
});
