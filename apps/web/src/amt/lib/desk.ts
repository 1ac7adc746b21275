import type { StaffMe } from '@jena/shared/identity';
import { createContext, use } from 'react';

export type Staff = Extract<StaffMe, { kind: 'staff' }>;

/** Who works here; `awake` is false while the session is over and the screen is covered. */
export type Desk = { staff: Staff; awake: boolean };

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('no staff member is signed in here');
  return desk;
}
