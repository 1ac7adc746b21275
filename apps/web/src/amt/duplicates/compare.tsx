import type { StaffCase } from '@jena/shared/cases';
import type { CaseId } from '@jena/shared/kernel';
import { answerGroups, contextAt, rawLines } from '../case/answers.ts';
import { useCase } from '../case/use-case.ts';
import { caseCopy } from '../copy.case.de.ts';
import { duplicateCopy as words } from '../copy.duplicates.de.ts';
import { useForm } from '../lib/catalogue.ts';
import { staffSentence } from '../lib/words.ts';
import { type Difference, differences, type Line } from './differences.ts';

/** Two cases side by side. Opening the other is a look at it, and on its person's access log like any. */
export function Compare({ here, otherId }: { here: StaffCase; otherId: CaseId }) {
  const other = useCase(otherId);
  const form = useForm(here);
  // The other may have been handed in with another version of the form.
  const otherForm = useForm(other.data ?? here);
  if (other.error) return <p role="alert">{staffSentence(other.error)}</p>;
  if (!other.data || form.isPending || otherForm.isPending) return <p role="status">{words.loading}</p>;
  const linesOf = (
    { answers, documents, submittedAt }: StaffCase,
    { data }: ReturnType<typeof useForm>,
  ): Line[] => {
    const groups = data
      ? answerGroups(data, answers, documents, contextAt(data, documents, submittedAt))
      : [{ lines: rawLines(answers) }];
    return groups.flatMap(({ lines }) =>
      lines.map(({ label, value, files }) => ({
        label,
        value: files ? caseCopy.files(files.length) : value,
      })),
    );
  };
  const all = [
    applicants(here, other.data),
    ...differences(linesOf(here, form), linesOf(other.data, otherForm)),
  ];
  const equal = all.filter(({ differs }) => !differs);
  return (
    <div className="compare">
      <Side
        title={words.table}
        references={[here.reference, other.data.reference]}
        rows={all.filter(({ differs }) => differs)}
      />
      {equal.length > 0 && (
        <details>
          <summary>{words.same(equal.length)}</summary>
          <Side title={words.tableSame} references={[here.reference, other.data.reference]} rows={equal} />
        </details>
      )}
    </div>
  );
}

function applicants({ applicant: here }: StaffCase, { applicant: there }: StaffCase): Difference {
  return { label: caseCopy.applicant, here, there, differs: here !== there };
}

/** Each question over its two answers, so that both have room in a narrow column. */
function Side({
  title,
  references: [here, there],
  rows,
}: {
  title: string;
  references: [string, string];
  rows: Difference[];
}) {
  if (rows.length === 0) return <p>{words.allSame}</p>;
  return (
    <table>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">
            {words.here} <span className="compare-reference">{here}</span>
          </th>
          <th scope="col">
            {words.there} <span className="compare-reference">{there}</span>
          </th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.label} className={row.differs ? 'compare-differs' : undefined}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {row.label}
            </th>
          </tr>
          <tr>
            <td>{row.here || '–'}</td>
            <td>{row.there || '–'}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
