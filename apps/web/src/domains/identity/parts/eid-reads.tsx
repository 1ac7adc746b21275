import { useCopy } from '../../../lib/copy.ts';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { eidCopy } from '../eid.copy.ts';

/** What is read from the card when names are needed. */
export function EidReads() {
  const copy = useCopy(eidCopy);
  return (
    <Section title={copy.reads}>
      <List label={copy.reads}>
        <ListRow title={copy.readsName} icon={<IdCardIcon />} />
        <ListRow title={copy.readsAddress} icon={<IdCardIcon />} />
        <ListRow title={copy.readsMore} detail={copy.readsMoreHint} icon={<IdCardIcon />} />
      </List>
    </Section>
  );
}
