import { Badge, CountBadge } from './badge.tsx';

export function BadgeExample() {
  return (
    <p>
      <Badge>Entwurf</Badge> <Badge tone="info">in Prüfung</Badge> <Badge tone="success">fertig</Badge>{' '}
      <Badge tone="warning">Frist läuft</Badge> <Badge tone="danger">braucht Sie</Badge>{' '}
      <Badge tone="light">online</Badge> <CountBadge count={3} label="3 neue Nachrichten" />
    </p>
  );
}
