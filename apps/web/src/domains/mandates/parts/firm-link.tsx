import { use } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { SamlForm } from '../../identity/parts/saml-form.tsx';
import { mandatesCopy } from '../copy.ts';
import { firmCopy } from '../firm.copy.ts';
import './mandates.css';

/** What it means that „Mein Unternehmenskonto“ vouches for somebody, and the button that goes there. */
export function FirmLink({ onClose }: { onClose: () => void }) {
  const language = useLanguage();
  const copy = use(firmCopy.once(language));
  const words = useCopy(mandatesCopy);
  return (
    <Card as="section" className="stack" aria-label={copy.title}>
      <h2>{copy.title}</h2>
      <p>{copy.intro}</p>
      <div className="mandate-buttons">
        <SamlForm
          provider="muk"
          purpose="link"
          variant="primary"
          returnTo={localPath(language, paths.mandates())}
          leaving={copy.leaving}
        >
          {copy.go}
        </SamlForm>
        <Button variant="secondary" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </Card>
  );
}
