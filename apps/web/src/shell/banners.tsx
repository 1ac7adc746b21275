import { useState } from 'react';
import { useCopy } from '../lib/copy.ts';
import { Button } from '../ui/button/button.tsx';
import { Card } from '../ui/card/card.tsx';
import { shellCopy } from './copy.ts';
import './banners.css';

type Offer = { onAccept: () => void; onLater: () => void };

/** A new version is offered, never forced: someone may be in the middle of a form. */
export function UpdateBanner({ onAccept, onLater }: Offer) {
  const { update, loadingPage } = useCopy(shellCopy);
  const [accepted, setAccepted] = useState(false);
  const accept = () => {
    setAccepted(true);
    onAccept();
  };
  return (
    <Banner
      title={update.title}
      text={update.text}
      action={update.action}
      later={update.later}
      busy={accepted ? `${loadingPage} …` : undefined}
      onAccept={accept}
      onLater={onLater}
    />
  );
}

/** Offers the home screen. iOS has no prompt, so there the words say how; leave `onAccept` out. */
export function InstallBanner({ onAccept, onLater }: { onAccept?: () => void; onLater: () => void }) {
  const { install } = useCopy(shellCopy);
  return (
    <Banner
      title={install.title}
      text={onAccept ? install.text : `${install.text} ${install.iosText}`}
      action={install.action}
      later={install.later}
      onAccept={onAccept}
      onLater={onLater}
    />
  );
}

type BannerProps = {
  title: string;
  text: string;
  action: string;
  later: string;
  /** What the button says once it was pressed. */
  busy?: string | undefined;
  onAccept?: (() => void) | undefined;
  onLater: () => void;
};

function Banner({ title, text, action, later, busy, onAccept, onLater }: BannerProps) {
  return (
    <Card as="section" tone="light" className="banner" aria-label={title}>
      <div className="banner-words" role="status">
        <p>
          <strong>{title}</strong>
        </p>
        <p className="small">{text}</p>
      </div>
      <div className="banner-buttons">
        {onAccept && (
          <Button onClick={onAccept} busy={busy}>
            {action}
          </Button>
        )}
        <Button variant="quiet" onClick={onLater}>
          {later}
        </Button>
      </div>
    </Card>
  );
}
