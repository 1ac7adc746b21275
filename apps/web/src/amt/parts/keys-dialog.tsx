import { Checkbox } from '../../ui/choice/choice.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { keysCopy } from '../copy.evidence.de.ts';
import { setShortcutsOn, useShortcutsOn } from '../lib/shortcuts.ts';
import './keys-dialog.css';

/** All shortcuts, and the switch that turns them off. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const on = useShortcutsOn();
  return (
    <Dialog open={open} onClose={onClose} title={keysCopy.title}>
      <dl className="keys">
        {keysCopy.list.map(({ keys, does }) => (
          <div className="keys-row" key={does}>
            <dt>
              {keys.map((key) => (key === '…' ? <span key={key}>…</span> : <kbd key={key}>{key}</kbd>))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        name="keys"
        label={keysCopy.use}
        hint={keysCopy.hint}
        checked={on}
        onChange={setShortcutsOn}
      />
    </Dialog>
  );
}
