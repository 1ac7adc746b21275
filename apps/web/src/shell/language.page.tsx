import { type KnownLanguage, languages, readyLanguages } from '@jena/shared/kernel';
import { useCopy, useLanguage } from '../lib/copy.ts';
import { definePage } from '../lib/page.ts';
import { localPath, paths } from '../lib/paths.ts';
import { Badge } from '../ui/badge/badge.tsx';
import { List, ListRow } from '../ui/list-row/list-row.tsx';
import { PageHeader } from '../ui/page-header/page-header.tsx';
import { Section } from '../ui/section/section.tsx';
import { shellCopy } from './copy.ts';

function LanguagePage() {
  const { languagePage: copy } = useCopy(shellCopy);
  const chosen = useLanguage();
  const planned = (Object.keys(languages) as KnownLanguage[]).filter((known) => !languages[known].ready);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      <List label={copy.title}>
        {readyLanguages.map((language) => (
          <ListRow
            key={language}
            title={<span lang={language}>{languages[language].name}</span>}
            href={localPath(language, paths.start())}
            end={language === chosen && <Badge tone="light">{copy.current}</Badge>}
          />
        ))}
      </List>
      <Section title={copy.planned}>
        <List>
          {planned.map((language) => (
            <ListRow
              key={language}
              title={
                <bdi lang={language} dir={languages[language].dir}>
                  {languages[language].name}
                </bdi>
              }
            />
          ))}
        </List>
      </Section>
    </div>
  );
}

export const page = definePage({
  Page: LanguagePage,
  copies: [shellCopy],
  title: ({ language }) => shellCopy.get(language).languagePage.title,
});
