import { type Language, languages, readyLanguages } from '@jena/shared/kernel';
import { useCopy, useLanguage } from '../lib/copy.ts';
import { Link } from '../lib/link.tsx';
import { localPath, paths } from '../lib/paths.ts';
import { GlobeIcon, SearchIcon } from '../ui/icons/basic.tsx';
import { shellCopy } from './copy.ts';
import { Mark } from './mark.tsx';
import './site-header.css';

/** Name, search and language, thin, on top of every page. */
export function SiteHeader({ path }: { path: string }) {
  const copy = useCopy(shellCopy);
  return (
    <header className="top no-print">
      <div className="top-inside">
        <Link to={paths.start()} className="top-name" aria-label={copy.home}>
          <Mark />
          <span>Jena</span>
        </Link>
        <div className="top-tools">
          <LanguageSwitch path={path} />
          <Link to={`${paths.services()}#suche`} className="top-tool">
            <SearchIcon />
            <span className="top-tool-word">{copy.search}</span>
          </Link>
        </div>
      </div>
    </header>
  );
}

/** With two languages one press changes over, on the same page; with more it leads to the list. */
function LanguageSwitch({ path }: { path: string }) {
  const copy = useCopy(shellCopy);
  const language = useLanguage();
  const others = readyLanguages.filter((other) => other !== language);
  const only: Language | undefined = others.length === 1 ? others[0] : undefined;
  if (only === undefined) {
    return (
      <Link to={paths.language()} className="top-tool">
        <GlobeIcon />
        <span className="top-tool-word">{copy.language}</span>
      </Link>
    );
  }
  return (
    <a href={localPath(only, path)} hrefLang={only} lang={only} className="top-tool">
      <GlobeIcon />
      <span className="top-tool-language">{languages[only].name}</span>
    </a>
  );
}
