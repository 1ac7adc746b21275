import type { LevelOfAssurance } from '../kernel/index.ts';

/** How a session was opened, or last confirmed. */
export const loginMethods = ['eid', 'passkey', 'bundid', 'muk', 'recovery', 'staff'] as const;
export type LoginMethod = (typeof loginMethods)[number];

/** What people call their browser and their device. Coarse on purpose: a list of devices needs no more. */
export const browsers = ['chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'other'] as const;
export const systems = ['android', 'chromeos', 'ipad', 'iphone', 'linux', 'mac', 'windows', 'other'] as const;
export type Device = { browser: (typeof browsers)[number]; system: (typeof systems)[number] };

/**
 * Acts for which a passkey is not enough: they need the card, held to the phone a short while ago
 * (docs/decisions/0029). What an application needs stands with its service.
 */
export const levelOfAct = {
  addPasskey: 'high',
  changeContact: 'high',
  exportAccount: 'high',
  eraseAccount: 'high',
  linkBundId: 'high',
  linkFirm: 'high',
  giveMandate: 'high',
} as const satisfies Record<string, LevelOfAssurance>;

/**
 * The same for whoever was let in by a business's certificate, as far as it is about their own data: more than the
 * certificate nobody can prove for such an account.
 */
export const firmLevelOfAct = {
  exportAccount: 'substantial',
  eraseAccount: 'substantial',
} as const satisfies Partial<Record<keyof typeof levelOfAct, LevelOfAssurance>>;

/** A request that no person asked for, such as a regular look for news: it keeps no session alive. */
export const quietHeader = 'x-jena-quiet';
