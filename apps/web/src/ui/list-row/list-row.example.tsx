import { Badge } from '../badge/badge.tsx';
import { DocumentIcon } from '../icons/more.tsx';
import { List, ListRow } from './list-row.tsx';

export function ListRowExample() {
  return (
    <List label="Beispiel">
      <ListRow
        to="/dienste"
        title="Wohnung in Jena anmelden"
        detail="Bürgerservice"
        end={<Badge tone="light">online</Badge>}
      />
      <ListRow to="/postfach" icon={<DocumentIcon />} title="Neue Nachricht" detail="Heute, 9:14 Uhr" fresh />
      <ListRow title="Nur Text, ohne Ziel" />
    </List>
  );
}
