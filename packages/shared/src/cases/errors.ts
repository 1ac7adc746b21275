import { defineError } from '../kernel/index.ts';

export const caseNotFound = defineError('cases.not_found', 'not_found');
export const caseNotInState = defineError('cases.not_in_state', 'conflict');
export const evidenceRequestNotFound = defineError('cases.evidence_request_not_found', 'not_found');
export const decisionNotFound = defineError('cases.decision_not_found', 'not_found');
export const noObjection = defineError('cases.no_objection', 'conflict');
export const serviceUnknown = defineError('cases.service_unknown', 'not_found');
export const formOutdated = defineError('cases.form_outdated', 'conflict');
export const answersInvalid = defineError('cases.answers_invalid', 'bad_input');
export const attachmentNotReady = defineError('cases.attachment_not_ready', 'conflict');
export const colleagueUnknown = defineError('cases.colleague_unknown', 'not_found');
export const substituteNotFound = defineError('cases.substitute_not_found', 'not_found');
export const notTheCaseworker = defineError('cases.not_the_caseworker', 'forbidden');
/** No open request has this code or id, or it is another's, or it was answered, taken back or has run out. */
export const coSignUnknown = defineError('cases.co_sign_unknown', 'not_found');
/** Nobody signs for themselves twice. */
export const coSignOwn = defineError('cases.co_sign_own', 'conflict');
