import {
  browsers,
  type EidQuestions,
  eidPurposes,
  eidStates,
  identityProviders,
  loginMethods,
  type PasskeyId,
  type RecoveryId,
  samlProviders,
  samlPurposes,
  systems,
} from '@jena/shared/identity';
import {
  type AccountId,
  levelsOfAssurance,
  type SessionId,
  type StaffId,
  type StaffRole,
} from '@jena/shared/kernel';
import type { Kit } from '../../platform/db/kit.ts';
import type { AskId } from '../../platform/db/platform.tables.ts';

export type EidLoginId = string & { readonly __id: 'eidLogin' };
export type SamlLoginId = string & { readonly __id: 'samlLogin' };

/** Accounts, sessions and logins under way. Secrets are stored as hashes only. */
export const identityTables = (k: Kit) => {
  const identityAccounts = k.table('identity_account', {
    id: k.id<AccountId>('id'),
    createdAt: k.instant('created_at').notNull(),
    /** The last login; null for those who have none. */
    usedAt: k.instant('used_at'),
    /** How often, and when last, the person was told that an unused account goes. */
    warnings: k.int('warnings').notNull().default(0),
    warnedAt: k.instant('warned_at'),
    /** What opened it once, at most `substantial`: nothing less opens it again (docs/decisions/0044). */
    entryLevel: k.choice('entry_level', levelsOfAssurance).notNull().default('substantial'),
  });

  /** A way into an account: the keyed hash of what a provider calls this person (ASVS 6.8.1). */
  const identityCredentials = k.table(
    'identity_credential',
    {
      subjectHash: k.id<string>('subject_hash'),
      provider: k.choice('provider', identityProviders).notNull(),
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id).notNull(),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [k.index('identity_credential_account').on(t.accountId)],
  );

  const identityStaff = k.table(
    'identity_staff',
    {
      id: k.id<StaffId>('id'),
      /** The provider's name for this person; unique at our one issuer. */
      subject: k.text('subject').notNull(),
      name: k.text('name').notNull(),
      officeId: k.text('office_id').notNull(),
      roles: k.json<StaffRole[]>('roles').notNull(),
      lastLoginAt: k.instant('last_login_at').notNull(),
    },
    (t) => [k.uniqueIndex('identity_staff_subject').on(t.subject)],
  );

  /** Browsers and doors from which a person has logged in: another one is told to them (ASVS 6.3.5). */
  const identityKnownDevices = k.table(
    'identity_known_device',
    {
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id).notNull(),
      /** Of a secret that only the browser has. */
      deviceHash: k.text('device_hash').notNull(),
      method: k.choice('method', loginMethods).notNull(),
      firstAt: k.instant('first_at').notNull(),
      lastAt: k.instant('last_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.accountId, t.deviceHash, t.method] }),
      k.index('identity_known_device_last').on(t.lastAt),
    ],
  );

  const identitySessions = k.table(
    'identity_session',
    {
      id: k.id<SessionId>('id'),
      tokenHash: k.text('token_hash').notNull(),
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id),
      staffId: k.ref<StaffId>('staff_id', () => identityStaff.id),
      levelOfAssurance: k.choice('level_of_assurance', levelsOfAssurance).notNull(),
      method: k.choice('method', loginMethods).notNull(),
      /** The passkey that opened it: it ends with it. */
      passkeyId: k.text<PasskeyId>('passkey_id'),
      browser: k.choice('browser', browsers).notNull(),
      system: k.choice('system', systems).notNull(),
      startedAt: k.instant('started_at').notNull(),
      /** When the person last proved who they are. */
      authenticatedAt: k.instant('authenticated_at').notNull(),
      seenAt: k.instant('seen_at').notNull(),
      endsAt: k.instant('ends_at').notNull(),
      /** Ended on purpose from another device: the row stays so that this device learns why, and forgets what it has. */
      endedAt: k.instant('ended_at'),
    },
    (t) => [
      k.uniqueIndex('identity_session_token').on(t.tokenHash),
      k.index('identity_session_account').on(t.accountId, t.endsAt),
      k.index('identity_session_ends').on(t.endsAt),
    ],
  );

  /** One login with the online ID card under way; two different secrets for the eID client and for the browser. */
  const identityEidLogins = k.table(
    'identity_eid_login',
    {
      id: k.id<EidLoginId>('id'),
      tokenHash: k.text('token_hash').notNull(),
      /** The eID client that came first holds the token; nobody gets it a second time. */
      tokenTakenAt: k.instant('token_taken_at'),
      /** Made when the TcToken is issued: only who holds that token learns the way back. */
      refreshHash: k.text('refresh_hash'),
      /** The browser that started: only it may finish (against login CSRF and relay). */
      browserHash: k.text('browser_hash').notNull(),
      purpose: k.choice('purpose', eidPurposes).notNull(),
      /** Whose card is expected, when somebody logged in reads theirs again. */
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id),
      questions: k.json<EidQuestions>('questions').notNull(),
      /** Keyed hash of the card's pseudonym: of the unknown card of a login, and of the card that a registration expects. */
      subjectHash: k.text('subject_hash'),
      state: k.choice('state', eidStates).notNull(),
      returnTo: k.text('return_to').notNull(),
      eidSessionId: k.text('eid_session_id'),
      /** Where it began, as coarse as people speak of it; said where it ends elsewhere. */
      startedOn: k.choice('started_on', systems).notNull(),
      /** Of the code that carries it to the browser where it began, once one was shown. */
      codeHash: k.text('code_hash'),
      codeEndsAt: k.instant('code_ends_at'),
      codeTries: k.int('code_tries').notNull().default(0),
      /** Of a new card of somebody alike: what it said, for the browser alone that read it, until it is settled. */
      sealed: k.bytes('sealed'),
      startedAt: k.instant('started_at').notNull(),
      endsAt: k.instant('ends_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('identity_eid_login_token').on(t.tokenHash),
      k.uniqueIndex('identity_eid_login_refresh').on(t.refreshHash),
      k.index('identity_eid_login_ends').on(t.endsAt),
      k.index('identity_eid_login_browser').on(t.browserHash),
    ],
  );

  /** A staff login under way, found by its `state` (OpenID Connect). */
  const identityStaffLogins = k.table('identity_staff_login', {
    stateHash: k.id<string>('state_hash'),
    browserHash: k.text('browser_hash').notNull(),
    nonce: k.text('nonce').notNull(),
    codeVerifier: k.text('code_verifier').notNull(),
    returnTo: k.text('return_to').notNull(),
    endsAt: k.instant('ends_at').notNull(),
  });

  /** A login at an identity provider under way; found first by the request it answers, then by the answer's own secret. */
  const identitySamlLogins = k.table(
    'identity_saml_login',
    {
      id: k.id<SamlLoginId>('id'),
      /** Who is asked: nobody else may answer. */
      provider: k.choice('provider', samlProviders).notNull(),
      requestHash: k.text('request_hash').notNull(),
      /** The browser that started: only it may finish (against login CSRF). */
      browserHash: k.text('browser_hash').notNull(),
      purpose: k.choice('purpose', samlPurposes).notNull(),
      /** Whose account it is linked with. */
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id),
      level: k.choice('level', levelsOfAssurance).notNull(),
      returnTo: k.text('return_to').notNull(),
      /** Once answered: the secret that leads on, as hash, and what was proven, sealed under that secret. */
      answerHash: k.text('answer_hash'),
      sealed: k.bytes('sealed'),
      endsAt: k.instant('ends_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('identity_saml_login_request').on(t.requestHash),
      k.uniqueIndex('identity_saml_login_answer').on(t.answerHash),
      k.index('identity_saml_login_ends').on(t.endsAt),
    ],
  );

  /** Assertions that were brought: none serves twice (ASVS 6.8.3). */
  const identitySamlAssertions = k.table(
    'identity_saml_assertion',
    { assertionHash: k.id<string>('assertion_hash'), endsAt: k.instant('ends_at').notNull() },
    (t) => [k.index('identity_saml_assertion_ends').on(t.endsAt)],
  );

  /** A way in without the card (WebAuthn), added while the card was just held to the phone. */
  const identityPasskeys = k.table(
    'identity_passkey',
    {
      id: k.id<PasskeyId>('id'),
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id).notNull(),
      credentialId: k.text('credential_id').notNull(),
      publicKey: k.bytes('public_key').notNull(),
      counter: k.int('counter').notNull(),
      transports: k.json<string[]>('transports').notNull(),
      /** Flags BE and BS: whether the passkey may travel between devices, and whether it has. */
      backupEligible: k.bool('backup_eligible').notNull(),
      backedUp: k.bool('backed_up').notNull(),
      /** What the person calls it; sealed. */
      name: k.text('name').notNull(),
      createdAt: k.instant('created_at').notNull(),
      usedAt: k.instant('used_at'),
    },
    (t) => [
      k.uniqueIndex('identity_passkey_credential').on(t.credentialId),
      k.index('identity_passkey_account').on(t.accountId, t.createdAt),
    ],
  );

  /** What a passkey is asked to sign; serves once, for one browser (login) or one session (adding). */
  const identityPasskeyChallenges = k.table(
    'identity_passkey_challenge',
    {
      challengeHash: k.id<string>('challenge_hash'),
      purpose: k.choice('purpose', ['add', 'login']).notNull(),
      holder: k.text('holder').notNull(),
      endsAt: k.instant('ends_at').notNull(),
    },
    (t) => [k.index('identity_passkey_challenge_ends').on(t.endsAt)],
  );

  /** An access that two of the staff give back at the counter (docs/decisions/0058). */
  const identityRecoveries = k.table(
    'identity_recovery',
    {
      id: k.id<RecoveryId>('id'),
      askId: k.text<AskId>('ask_id').notNull(),
      accountId: k.ref<AccountId>('account_id', () => identityAccounts.id).notNull(),
      officeId: k.text('office_id').notNull(),
      askedAt: k.instant('asked_at').notNull(),
      /** Who agreed, and alone may read the code; null while it waits. */
      issuedBy: k.text<StaffId>('issued_by'),
      issuedAt: k.instant('issued_at'),
      /** Keyed hash of the code; null once it was used or replaced. */
      codeHash: k.text('code_hash'),
      tries: k.int('tries').notNull().default(0),
      usedAt: k.instant('used_at'),
    },
    (t) => [
      k.uniqueIndex('identity_recovery_ask').on(t.askId),
      k.uniqueIndex('identity_recovery_code').on(t.codeHash),
      k.index('identity_recovery_account').on(t.accountId, t.issuedAt),
    ],
  );

  return {
    identityRecoveries,
    identitySamlLogins,
    identitySamlAssertions,
    identityPasskeys,
    identityPasskeyChallenges,
    identityAccounts,
    identityKnownDevices,
    identityCredentials,
    identityStaff,
    identitySessions,
    identityEidLogins,
    identityStaffLogins,
  };
};

export type IdentityTables = ReturnType<typeof identityTables>;
