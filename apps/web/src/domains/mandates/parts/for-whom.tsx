import type { Language } from '@jena/shared/kernel';
import { cityTime } from '@jena/shared/kernel';
import { coversService, isLive, type Mandate, suitsParty } from '@jena/shared/mandates';
import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { createContentSource } from '../../../lib/content.ts';
import { useLanguage } from '../../../lib/copy.ts';
import { navigate } from '../../../lib/navigation.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { RadioGroup } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { mandatesCopy } from '../copy.ts';

export type ForWhomProps = {
  service: { slug: string; audience: readonly ('citizen' | 'business')[] };
  firstPage: string;
};

/** Those mandates by which a service can be applied for today. */
export function usable(held: readonly Mandate[], { slug, audience }: ForWhomProps['service']): Mandate[] {
  const { day } = cityTime(new Date());
  return held.filter(
    (mandate) =>
      isLive(mandate, day) && coversService(mandate, slug) && suitsParty(mandate.party.kind, audience),
  );
}

const me = 'me';

/** Asks for whom the application is, and begins it for them. Nothing is chosen beforehand. */
export function ForWhom({ service, firstPage }: ForWhomProps) {
  const language = useLanguage();
  const copy = use(mandatesCopy.once(language));
  // The page around it is public and has no client of its own.
  const mine = useQuery(trpc.mandates.mine.queryOptions(), queryClient);
  const options = usable(mine.data?.held ?? [], service);
  const who = useQuery(trpc.identity.me.queryOptions(), queryClient).data;
  const forFirm = who?.kind === 'citizen' && who.method === 'muk';
  const [choice, setChoice] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const chosen = options.find(({ id }) => id === choice);
  const to = localPath(language, paths.form(service.slug, firstPage));

  async function begin() {
    if (choice === undefined) return setMissing(true);
    if (!chosen) return navigate(to);
    setState('busy');
    try {
      await beginFor(service.slug, language, chosen);
      navigate(to);
    } catch {
      setState('failed');
    }
  }

  return (
    <div className="stack">
      <RadioGroup
        id="for-whom"
        name="for-whom"
        label={copy.forWhom}
        hint={copy.forWhomHint}
        options={[
          ...(forFirm ? [] : [{ value: me, label: copy.forMe }]),
          ...options.map(({ id, kind, party }) => ({ value: id, label: party.name, hint: copy.kind[kind] })),
        ]}
        value={choice ?? ''}
        onChange={(value) => {
          setChoice(value);
          setMissing(false);
        }}
        error={missing ? copy.forWhomMissing : undefined}
      />
      {state === 'failed' && (
        <Notice tone="danger" live="assertive">
          {copy.beginFailed}
        </Notice>
      )}
      <div>
        <Button block onClick={() => void begin()} busy={state === 'busy' ? copy.beginning : undefined}>
          {chosen ? copy.beginFor(chosen.party.name) : copy.begin}
        </Button>
      </div>
    </div>
  );
}

/** Writes the draft down with its person before its first page opens: nobody shall apply for the wrong one. */
async function beginFor(slug: string, language: Language, { id, party }: Mandate): Promise<void> {
  const [{ loadFormData }, { beginDraft }] = await Promise.all([
    import('../../forms/form-data.ts'),
    import('../../forms/use-draft.ts'),
  ]);
  const data = await loadFormData(createContentSource(language), slug);
  if (!data) throw new Error('the form is gone');
  await beginDraft(data, language, { mandateId: id, name: party.name });
}
