import { useCopy } from '../lib/copy.ts';
import { OfflineIcon } from '../ui/icons/basic.tsx';
import { shellCopy } from './copy.ts';

export type NetState = {
  online?: boolean;
  /** Things in the outbox. */
  waiting?: number;
};

/** A thin line that says the device is offline, or that things are still on their way, in words. */
export function OfflineLine({ online = true, waiting = 0 }: NetState) {
  const copy = useCopy(shellCopy);
  const words = [
    !online && copy.offline,
    waiting > 0 && (online ? copy.sending(waiting) : copy.waitingForNet(waiting)),
  ].filter((part) => part !== false);
  return (
    <div role="status" className="no-print">
      {words.length > 0 && (
        <div className="offline">
          {!online && <OfflineIcon size={20} />}
          <span>{words.join(' ')}</span>
        </div>
      )}
    </div>
  );
}
