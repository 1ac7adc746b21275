import { bundleProgress, partsThatShare, type ReachedPage } from '@jena/shared/forms';
import { useCopy } from '../../../lib/copy.ts';
import { formsCopy } from '../copy.ts';
import type { FormDraft } from '../draft-session.ts';
import { contextOf, type FormData } from '../form-data.ts';
import { partName } from './bundle-names.ts';

type Props = { data: FormData; draft: FormDraft };

function useParts({ data, draft }: Props) {
  const copy = useCopy(formsCopy);
  const parts = data.parts ?? [];
  const active = bundleProgress(
    { parts, form: data.form },
    draft.answers,
    contextOf(data, draft.files),
  ).parts;
  return active.map((one) => ({ ...one, name: partName(one, copy.person) }));
}

/** Which services get what is asked on a page of a bundle. */
export function SharedLine({ reached, ...props }: Props & { reached: ReachedPage }) {
  const copy = useCopy(formsCopy);
  const questions = reached.fields.map(({ path }) => path);
  const sharing = partsThatShare(useParts(props), questions);
  if (sharing.length === 0) return null;
  return <p className="muted">{copy.bundle.shared(sharing.map(({ name }) => name).join(', '))}</p>;
}

/** Before it is sent: what becomes of it. */
export function BecomesLines(props: Props) {
  const copy = useCopy(formsCopy);
  const parts = useParts(props);
  const now = parts.filter(({ waits }) => !waits);
  return (
    <section className="stack" aria-label={copy.bundle.becomes(now.length)}>
      <h2>{copy.bundle.becomes(now.length)}</h2>
      <ul className="points">
        {parts.map(({ id, name, part, waits }) => (
          <li key={id}>
            {name}: {part.title}
            {waits && <span className="muted"> – {copy.bundle.waits}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
