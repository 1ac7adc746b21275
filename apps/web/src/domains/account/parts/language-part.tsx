import type { Profile } from '@jena/shared/account';
import { readyLanguages } from '@jena/shared/kernel';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { RadioGroup } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { contactCopy } from '../contact.copy.ts';
import { newKey, useChange } from './use-change.ts';

/** In which language the city writes and speaks to the person; kept as soon as it is chosen. */
export function LanguagePart({ language }: Pick<Profile, 'language'>) {
  const { language: copy } = useCopy(contactCopy);
  const { failure, change } = useChange();
  return (
    <div className="stack">
      <RadioGroup
        name="language"
        label={copy.title}
        hint={copy.hint}
        options={readyLanguages.map((value) => ({ value, label: copy[value] }))}
        value={language}
        onChange={(chosen) => {
          const wanted = readyLanguages.find((one) => one === chosen);
          if (wanted)
            void change(
              () => client.account.setLanguage.mutate({ ...newKey(), language: wanted }),
              copy.said,
            );
        }}
      />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
    </div>
  );
}
