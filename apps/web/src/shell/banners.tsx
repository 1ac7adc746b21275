import { useCopy } from '../lib/copy.ts';
import { Button } from '../ui/button/button.tsx';
import { Card } from '../ui/card/card.tsx';
import { shellCopy } from './copy.ts';
import './banners.css';

type Offer = { onAccept: () => void; onLater: () => void };

/** A new version is offered, never forced: someone may be in the middle of a form. */
export function UpdateBanner({ onAccept, onLater }: Offer) {
  const { update } = useCopy(shellCopy);
  return (
    <Banner
      title={update.title}
      text={update.text}
      action={update.action}
      later={update.later}
      {...{ onAccept, onLater }}
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
  onAccept?: (() => void) | undefined;
  onLater: () => void;
};

function Banner({ title, text, action, later, onAccept, onLater }: BannerProps) {
  return (
    <Card as="section" tone="light" className="banner" aria-label={title}>
      <div className="banner-words" role="status">
        <p>
          <strong>{title}</strong>
        </p>
        <p className="small">{text}</p>
      </div>
      <div className="banner-buttons">
        {onAccept && <Button onClick={onAccept}>{action}</Button>}
        <Button variant="quiet" onClick={onLater}>
          {later}
        </Button>
      </div>
    </Card>
  );
}
