import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { localPath, paths } from '../../../lib/paths.ts';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { caseCopy } from '../case.copy.ts';

/** The code of a letter, for its owner to pass on; the page that checks it takes it behind the `#`. */
export function LetterCode({ code }: { code: string }) {
  const copy = useCopy(caseCopy);
  const language = useLanguage();
  const page = `${location.host}${localPath(language, paths.verify())}`;
  return (
    <Disclosure summary={copy.realLetter}>
      <div className="stack">
        <p>{copy.realLetterText(page)}</p>
        <p>
          {copy.code}: <strong>{code}</strong>
        </p>
        <p>
          <Link to={`${paths.verify()}#${code}`}>{copy.toCheck}</Link>
        </p>
      </div>
    </Disclosure>
  );
}
