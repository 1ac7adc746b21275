import {
  type Actor,
  anonymous,
  type CitizenActor,
  newId,
  type SessionId,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import { deviceOf } from '@jena/shared/notifications';
import { TRPCError } from '@trpc/server';
import { type AnyRouter, callProcedure } from '@trpc/server/unstable-core-do-not-import';
import { browserSubscription } from '../adapters/push/recording.testkit.ts';
import { application, elsewhere, openOffice } from '../domains/cases/cases.testing.ts';
import { openCitizenSession } from '../domains/identity/identity.sessions.ts';
import type { Store } from '../platform/db/store.ts';
import { askForSecond } from '../platform/four-eyes.ts';
import { citizenActor, staffActor, testContext } from '../platform/testing/context.ts';
import { appCodeOf } from '../platform/trpc-errors.ts';
import { newKey, type Product } from '../testing/product.ts';
import { automationCalls } from './authorisation.automation.testing.ts';
import { caseCalls } from './authorisation.cases.testing.ts';
import { coSignCalls } from './authorisation.co-sign.testing.ts';
import { deskCalls } from './authorisation.desk.testing.ts';
import { beginDraft, draftCalls } from './authorisation.drafts.testing.ts';
import { business, child, mandateCalls } from './authorisation.mandates.testing.ts';
import { addPasskey } from './authorisation.passkeys.testing.ts';
import { profileCalls } from './authorisation.profile.testing.ts';
import { openCounter, recoveryCalls } from './authorisation.recovery.testing.ts';

type Stage = 'submitted' | 'in_review' | 'evidence_requested' | 'rejected' | 'objected';

/** A person with a case, a document, a message and a device; and those who work on it. */
export async function openTown(store: Store, stage: Stage) {
  const office = await openOffice(store);
  const owner = citizenActor();
  const caseworker = staffActor('caseworker');
  const operator = staffActor('operator');
  const caseId = await office.submitted(owner);
  if (stage !== 'submitted') await office.claim(caseworker, caseId);
  if (stage === 'evidence_requested') await office.request(caseworker, caseId);
  const isDecided = stage === 'rejected' || stage === 'objected';
  const sharedId = await office.photo(owner.accountId);
  await office.as(owner).cases.shareDocument({ ...key(), caseId, documentId: sharedId, purpose: 'Miete' });
  if (isDecided) {
    await office.reject(caseworker, caseId, 'Die Wohnung liegt nicht in Jena.');
    await office.deps.jobs.drain();
  }
  if (stage === 'objected')
    await office.as(owner).cases.object({ ...key(), caseId, reason: 'Das ist falsch.' });
  const detail = await office.as(owner).cases.detail({ caseId });
  const [message] = (await office.as(owner).notifications.inbox({})).messages;
  const jobId = newId<'job'>();
  await store.transaction(async (tx) => {
    await tx.insert(store.tables.platformJobs).values({
      id: jobId as never,
      kind: 'cases.issue',
      payload: {},
      state: 'dead',
      runAt: toInstant(office.clock.now()),
      attempts: 10,
      plannedAt: toInstant(office.clock.now()),
    });
  });
  const { mandateId } = await office.as(owner).mandates.declareChild({ ...key(), ...child });
  const { mandateId: businessId } = await office
    .as(owner)
    .mandates.declareBusiness({ ...key(), ...business });
  const ids = {
    mandateId,
    businessId,
    sessionId: await openSession(office, owner),
    passkeyId: await store.transaction((tx) =>
      addPasskey(office.deps.domains.login, tx, {
        accountId: owner.accountId,
        name: 'Mein Telefon',
        createdAt: toInstant(office.clock.now()),
      }),
    ),
    draftId: await beginDraft(office, owner),
    caseId,
    reference: detail.reference,
    documentId: await office.photo(owner.accountId),
    attachedId: detail.documents[0]?.documentId,
    sharedId,
    evidenceRequestId: detail.evidenceRequests[0]?.id,
    messageId: message?.id,
    folderId: (await office.as(owner).vault.folders.add({ ...key(), name: 'Umzug' })).folderId,
    ...(await openCounter(office, owner.accountId, caseworker)),
    accountId: owner.accountId,
    name: 'Mustermann',
  };
  const submission = await application(office, owner);
  const askId = await office.store.transaction((tx) =>
    askForSecond(tx, office.store.tables, {
      act: 'identity.end_all_sessions',
      actor: staffActor('operator'),
      at: toInstant(office.clock.now()),
      reason: 'Ein Verdacht.',
    }),
  );
  return { ...office, owner, caseworker, operator, ids, jobId, askId, submission };
}

/** A device on which the person is logged in. */
async function openSession({ deps, store }: Product, { accountId }: CitizenActor): Promise<SessionId> {
  const { login } = deps.domains;
  const at = toInstant(deps.clock.now());
  await store.transaction(async (tx) => {
    await login.identity.addAccount(tx, { id: accountId, subjectHash: accountId, at });
    await openCitizenSession(login, tx, { accountId, levelOfAssurance: 'high', method: 'eid' });
  });
  const [session] = await login.identity.sessionsOf(store.read, accountId, at);
  if (!session) throw new Error('no session');
  return session.id;
}

export type Town = Awaited<ReturnType<typeof openTown>>;

export type Call = {
  stage?: Stage;
  by: (town: Town) => Actor;
  input: (town: Town) => unknown;
  /** Whoever was given the secret in the input may call it, so another citizen is no stranger. */
  bearer?: true;
};

const owner = (town: Town): CitizenActor => town.owner;
const caseworker = (town: Town): StaffActor => town.caseworker;
const operator = (town: Town): StaffActor => town.operator;
const nobody = () => anonymous;
const nothing = () => ({});
const key = () => ({ idempotencyKey: newKey() });
const device = browserSubscription('device');

/** How each procedure is called rightly, with the real ids of the person it is about. A new procedure needs a line here. */
export const rightCalls: Readonly<Record<string, Call>> = {
  ...caseCalls,
  ...coSignCalls,
  ...automationCalls,
  ...deskCalls,
  ...mandateCalls,
  ...profileCalls,
  ...recoveryCalls,
  ...draftCalls,
  'account.accessLog': { by: owner, input: nothing },
  'account.claims': { by: owner, input: () => undefined },
  'account.dataExport': { by: owner, input: nothing },
  'account.phoneKey': { by: owner, input: nothing },
  'account.erase': { by: owner, input: () => ({ ...key(), understood: true }) },
  'account.leaving': { by: owner, input: nothing },
  'account.profile': { by: owner, input: () => undefined },
  'account.requestExport': { by: owner, input: key },
  'account.setLanguage': { by: owner, input: () => ({ ...key(), language: 'en' }) },
  'cases.addEvidence': {
    stage: 'evidence_requested',
    by: owner,
    input: ({ ids: { caseId, evidenceRequestId, documentId } }) => ({
      ...key(),
      caseId,
      evidenceRequestId,
      documentIds: [documentId],
    }),
  },
  'cases.detail': { by: owner, input: ({ ids: { caseId } }) => ({ caseId }) },
  'cases.earlierAnswers': { by: owner, input: nothing },
  'cases.endShare': {
    by: owner,
    input: ({ ids: { caseId, sharedId } }) => ({ ...key(), caseId, documentId: sharedId }),
  },
  'cases.mine': { by: owner, input: nothing },
  'cases.shareDocument': {
    by: owner,
    input: ({ ids: { caseId, documentId } }) => ({
      ...key(),
      caseId,
      documentId,
      purpose: 'Nachweis der Miete',
    }),
  },
  'cases.withDocument': { by: owner, input: ({ ids }) => ({ documentId: ids.attachedId }) },
  'cases.staff.approve': {
    stage: 'in_review',
    by: caseworker,
    input: ({ ids }) => ({ ...key(), caseId: ids.caseId }),
  },
  'cases.staff.claim': { by: caseworker, input: ({ ids }) => ({ ...key(), caseId: ids.caseId }) },
  'cases.staff.open': { by: caseworker, input: ({ ids }) => ({ caseId: ids.caseId }) },
  'cases.staff.queue': { by: caseworker, input: () => ({ queue: 'new' }) },
  'cases.staff.reject': {
    stage: 'in_review',
    by: caseworker,
    input: ({ ids }) => ({ ...key(), caseId: ids.caseId }),
  },
  'cases.staff.requestEvidence': {
    stage: 'in_review',
    by: caseworker,
    input: ({ ids }) => ({
      ...key(),
      caseId: ids.caseId,
      field: 'wohnungsgeberbestaetigung',
      reason: 'Die Unterschrift fehlt.',
    }),
  },
  'cases.staff.search': { by: caseworker, input: () => ({ service: 'wohnsitz-anmelden' }) },
  'cases.submit': {
    by: owner,
    input: ({ ids, submission }) => ({
      ...submission,
      ...key(),
      attachments: [{ field: 'wohnungsgeberbestaetigung', documentId: ids.documentId }],
    }),
  },
  'identity.askEndAll': { by: operator, input: () => ({ ...key(), reason: 'Ein Verdacht.' }) },
  'identity.confirmEndAll': { by: operator, input: ({ askId }) => ({ ...key(), askId }) },
  'identity.dropEndAll': { by: operator, input: ({ askId }) => ({ ...key(), askId }) },
  'identity.doors': { by: nobody, input: nothing },
  'identity.eidHealth': { by: operator, input: nothing },
  'identity.endOtherSessions': { by: owner, input: key },
  'identity.endSession': { by: owner, input: ({ ids }) => ({ ...key(), sessionId: ids.sessionId }) },
  'identity.endStaffSessions': {
    by: operator,
    input: ({ caseworker: { staffId } }) => ({ ...key(), staffId }),
  },
  'identity.linkedLogins': { by: owner, input: nothing },
  'identity.logout': { by: owner, input: key },
  'identity.logoutEverywhere': { by: owner, input: key },
  'identity.me': { by: nobody, input: nothing },
  'identity.openSessions': { by: operator, input: nothing },
  'identity.passkeys': { by: owner, input: nothing },
  'identity.removePasskey': { by: owner, input: ({ ids }) => ({ ...key(), passkeyId: ids.passkeyId }) },
  'identity.sessions': { by: owner, input: nothing },
  'identity.staffLogout': { by: caseworker, input: key },
  'identity.staffMe': { by: nobody, input: nothing },
  'identity.unlinkBundId': { by: owner, input: key },
  'notifications.inbox': { by: owner, input: nothing },
  'notifications.mark': {
    by: owner,
    input: ({ ids }) => ({ ...key(), messageIds: [ids.messageId], change: { read: true } }),
  },
  'notifications.pushKey': { by: nobody, input: nothing },
  'notifications.pushSettings': {
    by: nobody,
    input: async () => ({ device: await deviceOf(device.endpoint) }),
  },
  'notifications.subscribe': {
    by: nobody,
    input: () => ({ ...key(), subscription: device, language: 'de', topics: ['assistant'] }),
  },
  'notifications.unreadCount': { by: owner, input: nothing },
  'notifications.unsubscribe': { by: nobody, input: () => ({ ...key(), endpoint: device.endpoint }) },
  'operations.jobs': { by: operator, input: nothing },
  'operations.retryJob': { by: operator, input: ({ jobId }) => ({ ...key(), jobId }) },
  'services.contentVersion': { by: nobody, input: nothing },
  'services.openState': { by: nobody, input: () => ({ officeId: 'buergerservice' }) },
  'vault.describe': {
    by: owner,
    input: ({ ids: { documentId } }) => ({
      ...key(),
      documentId,
      name: 'Mietvertrag',
      details: { type: 'rental_contract', issuer: 'Jenawohnen', validUntil: '2027-03-31' },
    }),
  },
  'vault.document': { by: owner, input: ({ ids }) => ({ documentId: ids.documentId }) },
  'vault.folders.mine': { by: owner, input: nothing },
  'vault.folders.add': { by: owner, input: () => ({ ...key(), name: 'Kleingarten' }) },
  'vault.folders.rename': {
    by: owner,
    input: ({ ids: { folderId } }) => ({ ...key(), folderId, name: 'Umzug nach Lobeda' }),
  },
  'vault.folders.remove': { by: owner, input: ({ ids: { folderId } }) => ({ ...key(), folderId }) },
  'vault.folders.restore': { by: owner, input: ({ ids: { folderId } }) => ({ ...key(), folderId }) },
  'vault.folders.file': {
    by: owner,
    input: ({ ids: { folderId, documentId } }) => ({ ...key(), folderId, documentId }),
  },
  'vault.quarantine': { by: operator, input: nothing },
  'vault.looks': { by: owner, input: ({ ids }) => ({ documentId: ids.documentId }) },
  'vault.mine': { by: owner, input: nothing },
  'vault.restore': { by: owner, input: ({ ids }) => ({ ...key(), documentId: ids.documentId }) },
  'vault.remove': { by: owner, input: ({ ids }) => ({ ...key(), documentId: ids.documentId }) },
};

/** Those who have no business with the owner's things. */
export const strangers: Readonly<Record<string, () => Actor>> = {
  anonymous: () => anonymous,
  'another citizen': citizenActor,
  'staff of another office': elsewhere,
  'staff without a role': () => ({ ...staffActor(), roles: [] }),
};

const refusals = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND']);

export type Outcome = { data: unknown } | { refused: string; code: string };

/** Calls a procedure by its path, as the HTTP door does. */
export async function call(
  router: AnyRouter,
  { store, clock }: Pick<Town, 'store' | 'clock'>,
  request: { path: string; type: 'query' | 'mutation'; actor: Actor; input: unknown },
): Promise<Outcome> {
  const ctx = testContext(store, { actor: request.actor, clock });
  const { path, type, input } = request;
  const common = { router, path, type, ctx, signal: undefined, batchIndex: 0 };
  try {
    return { data: await callProcedure({ ...common, getRawInput: async () => input }) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { refused: error.code, code: appCodeOf(error) };
  }
}

/**
 * What is wrong with an answer to somebody who has no business here, or undefined: it must be a refusal of the right
 * kind, or, where nothing of the owner was asked for, an answer that holds nothing of the owner.
 */
export function leak(town: Pick<Town, 'ids'>, input: unknown, outcome: Outcome): string | undefined {
  const secrets = Object.values(town.ids).filter((secret) => secret !== undefined);
  const names = (value: unknown) => secrets.some((secret) => JSON.stringify(value ?? null).includes(secret));
  if ('refused' in outcome)
    return refusals.has(outcome.refused) ? undefined : `refused for another reason: ${outcome.code}`;
  if (names(outcome.data)) return 'shows what is not theirs';
  return names(input) ? 'touches what is not theirs' : undefined;
}
