import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { navigate } from '../../../lib/navigation.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import type { FormDraft } from '../draft-session.ts';
import { introCopy } from '../intro.copy.ts';

type ContinueProps = {
  data: { slug: string; firstPage: string; pages: readonly { id: string; title: string }[] };
  draft: FormDraft;
  onStartOver: () => Promise<void>;
};

/** „Weiter, wo Sie waren“, or anew, for who has begun. */
export function Continue({ data, draft, onStartOver }: ContinueProps) {
  const copy = useCopy(introCopy);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const page = data.pages.find((known) => known.id === draft.page) ?? data.pages[0];
  const when = new Date(draft.updatedAt).toLocaleString(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <Card tone="light" as="section" className="stack" aria-label={copy.found}>
      <h2>{copy.found}</h2>
      <p>{copy.foundText(when, page?.title ?? '')}</p>
      {draft.onBehalfOf && <p>{copy.foundFor(draft.onBehalfOf.name)}</p>}
      <div className="form-buttons">
        <LinkButton to={paths.form(data.slug, page?.id)}>{copy.continue}</LinkButton>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {copy.startOver}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={copy.startOverTitle}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                void onStartOver().then(() =>
                  navigate(localPath(language, paths.form(data.slug, data.firstPage))),
                );
              }}
            >
              {copy.startOverYes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.startOverNo}
            </Button>
          </>
        }
      >
        {copy.startOverText}
      </Dialog>
    </Card>
  );
}
