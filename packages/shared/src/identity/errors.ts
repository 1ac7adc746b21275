import { defineError } from '../kernel/index.ts';

export const loginRequired = defineError('identity.login_required', 'not_logged_in');
export const staffLoginRequired = defineError('identity.staff_login_required', 'not_logged_in');
export const levelTooLow = defineError('identity.level_too_low', 'forbidden');
export const roleMissing = defineError('identity.role_missing', 'forbidden');
export const otherPerson = defineError('identity.other_person', 'forbidden');
export const sessionNotFound = defineError('identity.session_not_found', 'not_found');
export const eidUnavailable = defineError('identity.eid_unavailable', 'unavailable');
/** The eID server has no room for one more session. */
export const eidBusy = defineError('identity.eid_busy', 'unavailable');
export const eidCancelled = defineError('identity.eid_cancelled', 'bad_input');
export const eidDenied = defineError('identity.eid_denied', 'forbidden');
/** A kind of identity that is not accepted here, e.g. a Smart-eID in the phone. */
export const eidCardKind = defineError('identity.eid_card_kind', 'forbidden');
/** Another card than the one that began, or one of somebody else's account. */
export const eidOtherCard = defineError('identity.eid_other_card', 'forbidden');
/** The person kept back what the act cannot do without. */
export const eidWithheld = defineError('identity.eid_withheld', 'bad_input');
/** The typed code is not the one that the other browser shows. */
export const eidCodeWrong = defineError('identity.eid_code_wrong', 'bad_input');
/** This card leads into another account. */
export const eidTaken = defineError('identity.eid_taken', 'conflict');
/** Name or birth date on the card do not fit the account. */
export const eidOtherName = defineError('identity.eid_other_name', 'forbidden');
/** A further way into the account needs a login of a short while ago. */
export const loginAgain = defineError('identity.login_again', 'forbidden');
export const eidExpired = defineError('identity.eid_expired', 'conflict');
export const eidFailed = defineError('identity.eid_failed', 'unavailable');
export const bundIdCancelled = defineError('identity.bundid_cancelled', 'bad_input');
export const bundIdExpired = defineError('identity.bundid_expired', 'conflict');
/** What came back is not believed, or BundID itself could not. */
export const bundIdFailed = defineError('identity.bundid_failed', 'unavailable');
/** The account was opened more surely before: a password alone does not open it. */
export const bundIdTooWeak = defineError('identity.bundid_too_weak', 'forbidden');
/** This BundID leads into somebody else's account. */
export const bundIdTaken = defineError('identity.bundid_taken', 'conflict');
/** Without it nobody could log in to this account any more. */
export const bundIdOnlyWay = defineError('identity.bundid_only_way', 'conflict');
export const mukCancelled = defineError('identity.muk_cancelled', 'bad_input');
export const mukExpired = defineError('identity.muk_expired', 'conflict');
/** What came back is not believed, or the Unternehmenskonto itself could not. */
export const mukFailed = defineError('identity.muk_failed', 'unavailable');
/** ELSTER does not know this business surely enough. */
export const mukTooWeak = defineError('identity.muk_too_weak', 'forbidden');
/** A person's own certificate, where that of a business is needed. */
export const mukNoFirm = defineError('identity.muk_no_firm', 'forbidden');
/** The passkey was removed, or belongs to nobody here. */
export const passkeyUnknown = defineError('identity.passkey_unknown', 'forbidden');
export const passkeyExpired = defineError('identity.passkey_expired', 'conflict');
export const passkeyFailed = defineError('identity.passkey_failed', 'forbidden');
export const passkeyNotFound = defineError('identity.passkey_not_found', 'not_found');
/** On the counter: no account, or several, fit what stands on the document. */
export const recoveryNoAccount = defineError('identity.recovery_no_account', 'not_found');
/** The second colleague typed another person than the first. */
export const recoveryOtherPerson = defineError('identity.recovery_other_person', 'conflict');
/** Whoever has this name asks two colleagues. */
export const recoveryOwn = defineError('identity.recovery_own', 'forbidden');
/** Unknown, used, too old or tried too often: answered alike. */
export const recoveryWrong = defineError('identity.recovery_wrong', 'bad_input');
/** Nothing was given back, or nothing new leads into the account yet. */
export const recoveryNothing = defineError('identity.recovery_nothing', 'not_found');
