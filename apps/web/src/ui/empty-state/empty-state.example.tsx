import { LinkButton } from '../button/button.tsx';
import { Hanfried } from '../hanfried/hanfried.tsx';
import { EmptyState } from './empty-state.tsx';

export function EmptyStateExample() {
  return (
    <EmptyState
      level={3}
      title="Alles erledigt"
      drawing={<Hanfried size="large" />}
      action={<LinkButton to="/dienste">Etwas Neues beginnen</LinkButton>}
    >
      Im Moment wartet nichts auf Sie.
    </EmptyState>
  );
}
