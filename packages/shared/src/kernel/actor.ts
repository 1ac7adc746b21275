import type { AccountId, SessionId, StaffId } from './ids.ts';

/** How surely a person was identified, after eIDAS (EU 910/2014, Art. 8) and BSI TR-03107-1. */
export const levelsOfAssurance = ['normal', 'substantial', 'high'] as const;
export type LevelOfAssurance = (typeof levelsOfAssurance)[number];

/** True when somebody identified at this level may do what needs that one. */
export function reachesLevel(level: LevelOfAssurance, needed: LevelOfAssurance): boolean {
  return levelsOfAssurance.indexOf(level) >= levelsOfAssurance.indexOf(needed);
}

export type CitizenActor = {
  readonly kind: 'citizen';
  readonly accountId: AccountId;
  readonly sessionId: SessionId;
  readonly levelOfAssurance: LevelOfAssurance;
  /** Let in by a business's certificate: acts for that business alone. */
  readonly forFirm?: true;
};

export type StaffActor = {
  readonly kind: 'staff';
  readonly staffId: StaffId;
  readonly sessionId: SessionId;
  readonly name: string;
  /** The office the person acts for; citizens see it in their access log. */
  readonly officeId: string;
  readonly roles: readonly StaffRole[];
};

export const staffRoles = ['caseworker', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The product itself, acting in a job. */
export type SystemActor = { readonly kind: 'system'; readonly job: string };
export type AnonymousActor = { readonly kind: 'anonymous' };
export type Actor = AnonymousActor | CitizenActor | StaffActor | SystemActor;

export const anonymous: AnonymousActor = { kind: 'anonymous' };
