import { defineError } from '../kernel/index.ts';

/** Also for the mandates of others, so that nobody learns which ids exist. */
export const mandateNotFound = defineError('mandates.not_found', 'not_found');
/** It was revoked, or its days are over, or they have not begun. */
export const mandateNotActive = defineError('mandates.not_active', 'forbidden');
export const serviceNotCovered = defineError('mandates.service_not_covered', 'forbidden');
/** Only who owns a business grants rights in it. */
export const notTheOwner = defineError('mandates.not_the_owner', 'forbidden');
export const notAChild = defineError('mandates.not_a_child', 'bad_input');
export const tooManyParties = defineError('mandates.too_many_parties', 'conflict');
/** No invitation has this code, or it was used, taken back or has run out: all the same to whoever tries codes. */
export const invitationUnknown = defineError('mandates.invitation_unknown', 'not_found');
export const invitationOwn = defineError('mandates.invitation_own', 'conflict');
export const alreadyHeld = defineError('mandates.already_held', 'conflict');
/** A power of attorney names its services and ends within a year; no mandate ends before it began. */
export const termsNotAllowed = defineError('mandates.terms_not_allowed', 'bad_input');
export const mandateNotInState = defineError('mandates.not_in_state', 'conflict');
/** Whoever was let in by a business's certificate acts for that business, never for themselves. */
export const actForFirm = defineError('mandates.act_for_firm', 'forbidden');
