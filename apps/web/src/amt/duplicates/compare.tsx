import type { StaffCase } from '@jena/shared/cases';
import type { CaseId } from '@jena/shared/kernel';
import { answerGroups, contextAt, rawLines } from '../case/answers.ts';
import { useCase } from '../case/use-case.ts';
import { caseCopy } from '../copy.case.de.ts';
import { duplicateCopy as words } from '../copy.duplicates.de.ts';
import { useForm } from '../lib/catalogue.ts';
import { staffSentence } from '../lib/words.ts';
import { differences, type Line } from './differences.ts';

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
  const all = differences(linesOf(here, form), linesOf(other.data, otherForm));
  const same = all.filter(({ differs }) => !differs).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="compare" tabIndex={0} aria-label={words.table}>
      <p className="small">{words.same(same)}</p>
      <table>
        <caption className="sr-only">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col">
              {words.here}
              <br />
              <span className="small">{here.reference}</span>
            </th>
            <th scope="col">{other.data.reference}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={here.applicant === other.data.applicant ? undefined : 'compare-differs'}>
            <th scope="row">{caseCopy.applicant}</th>
            <td>{here.applicant}</td>
            <td>{other.data.applicant}</td>
          </tr>
          {all
            .toSorted((one, two) => Number(two.differs) - Number(one.differs))
            .map(({ label, here: one, there, differs }) => (
              <tr key={label} className={differs ? 'compare-differs' : undefined}>
                <th scope="row">
                  {label}
                  {differs && <span className="compare-mark"> · {words.differs}</span>}
                </th>
                <td>{one || '–'}</td>
                <td>{there || '–'}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
