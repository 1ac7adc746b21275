import { Link } from '../../lib/link.tsx';
import { DocumentIcon } from '../../ui/icons/icons.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { amtPaths, type CasePlace } from '../lib/places.ts';
import type { AnswerGroup, AnswerLine } from './answers.ts';

/** What the person said, page by page as the form asked it. */
export function CaseAnswers({ groups, place }: { groups: readonly AnswerGroup[]; place: CasePlace }) {
  return (
    <div className="case-answers">
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`answers-${group.id}`}>
          <h3 id={`answers-${group.id}`}>{group.title}</h3>
          <dl>
            {group.lines.map((line) => (
              <div className="case-answer" key={line.id}>
                <dt>{line.label}</dt>
                <dd>
                  <Value line={line} place={place} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Value({ line, place }: { line: AnswerLine; place: CasePlace }) {
  const [first] = line.files ?? [];
  if (first && place.caseId)
    return (
      <Link to={amtPaths.evidence(place.queue, place.caseId, first.documentId)} className="case-file">
        <DocumentIcon size={18} /> {caseCopy.files(line.files?.length ?? 1)}
      </Link>
    );
  return line.value === '' ? <span className="muted">{caseCopy.noAnswer}</span> : line.value;
}
