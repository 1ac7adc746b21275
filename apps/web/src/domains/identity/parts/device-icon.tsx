import type { Session } from '@jena/shared/identity';
import { icon } from '../../../ui/icons/icon.tsx';

const Handheld = icon(
  <>
    <rect x="6.75" y="2.75" width="10.5" height="18.5" rx="2" />
    <path d="M10.75 18.25h2.5" />
  </>,
);
const Desktop = icon(
  <>
    <rect x="3" y="4.5" width="18" height="12" rx="2" />
    <path d="M8.5 20h7M12 16.5V20" />
  </>,
);

/** A phone or a computer, as far as a browser tells. */
export function DeviceIcon({ system }: { system: Session['system'] }) {
  const isHandheld = system === 'android' || system === 'iphone' || system === 'ipad';
  return isHandheld ? <Handheld /> : <Desktop />;
}
