import { join } from 'node:path';
import type { IdentityProviderName } from '@jena/shared/identity';
import { createEid } from './adapters/eid/adapter.ts';
import { ausweisApp, eidConfig, noEid } from './adapters/eid/settings.ts';
import { createFitConnect } from './adapters/handover/adapter.ts';
import type { HandoverPort } from './adapters/handover/port.ts';
import { fitConnectConfig, noHandover } from './adapters/handover/settings.ts';
import { createHeif } from './adapters/heif/adapter.ts';
import { createMail } from './adapters/mail/adapter.ts';
import type { MailPort } from './adapters/mail/port.ts';
import { mailConfig, noMail } from './adapters/mail/settings.ts';
import { createPdf } from './adapters/pdf/adapter.ts';
import { createPush } from './adapters/push/adapter.ts';
import type { PushPort } from './adapters/push/port.ts';
import { pushConfig } from './adapters/push/settings.ts';
import { createRegister } from './adapters/register/adapter.ts';
import type { RegisterPort } from './adapters/register/port.ts';
import { noRegister, registerConfig } from './adapters/register/settings.ts';
import { createSamlProviders } from './adapters/saml/providers.ts';
import { sandboxEndpoints } from './adapters/sandbox-endpoints.ts';
import { createScanner } from './adapters/scanner/adapter.ts';
import type { ScannerPort } from './adapters/scanner/port.ts';
import { scannerConfig } from './adapters/scanner/settings.ts';
import { createStaffLogin } from './adapters/staff-login/adapter.ts';
import { noStaffLogin, staffLoginConfig } from './adapters/staff-login/settings.ts';
import {
  type AddedDeps,
  accessLogOf,
  accountJobs,
  accountPart,
  createAccountDomain,
  type ExportDeps,
  emailCodeLimit,
  type LeavingDeps,
} from './domains/account/index.ts';
import { assistantJobs, planNextGreeting } from './domains/assistant/index.ts';
import { automationJobs, createAutomationDomain } from './domains/automation/index.ts';
import {
  automaticCases,
  type CasesDeps,
  caseJobs,
  caseLimiters,
  casesAtLeaving,
  casesPart,
  createCasesDomain,
  leaveCases,
  mayReadInCase,
} from './domains/cases/index.ts';
import { createFormsDomain, formJobs, formsPart } from './domains/forms/index.ts';
import { createHandoverDomain, handoverJobs } from './domains/handover/index.ts';
import {
  createEidHealth,
  createIdentityDomain,
  eidStartLimiters,
  eraseLogins,
  identityJobs,
  identityPart,
  recoveryLimiters,
} from './domains/identity/index.ts';
import { indicatorJobs } from './domains/indicators/index.ts';
import { codeLimit, createMandatesDomain, mandatesPart } from './domains/mandates/index.ts';
import {
  createNotifications,
  notificationJobs,
  notificationsPart,
  pageUrl,
  subscribeLimit,
} from './domains/notifications/index.ts';
import { createServices } from './domains/services/index.ts';
import { createVaultDomain, vaultJobs, vaultPart } from './domains/vault/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { Store } from './platform/db/store.ts';
import type { FileStore } from './platform/files/port.ts';
import type { JobHandlers } from './platform/job-runner.ts';
import type { Log } from './platform/log.ts';
import type { Metrics } from './platform/metrics.ts';
import { platformPart } from './platform/personal-data.ts';
import { planDaily, planHourly } from './platform/platform.jobs.ts';
import { createRateLimiter } from './platform/rate-limit.ts';

type Ground = {
  config: Config;
  store: Store;
  keys: Keys;
  files: FileStore;
  clock: Clock;
  log: Log;
  metrics: Metrics | undefined;
  /** Tests bring their own. */
  push: PushPort | undefined;
  mail: MailPort | undefined;
  scanner: ScannerPort | undefined;
  register: RegisterPort | undefined;
  handover: HandoverPort | undefined;
  /** Between 0 and 1. */
  random: () => number;
};

/** Puts the domains together: each gets its own stores, the faces of the others, and the ports to the outside. */
export async function createDomains(ground: Ground) {
  const { config, store, keys, files, clock, log, metrics } = ground;
  const sandbox = sandboxEndpoints(config.sandboxDir);
  const [eidSettings, staffSettings] = [eidConfig(config, sandbox), staffLoginConfig(config, sandbox)];
  const eid = eidSettings ? createEid(eidSettings, { clock }) : noEid;
  const staffLogin = staffSettings ? createStaffLogin(staffSettings) : noStaffLogin;
  const saml = createSamlProviders(config, sandbox, { clock });
  const push = ground.push ?? createPush(pushConfig(config, sandbox));
  const mailSettings = mailConfig(config, sandbox);
  const mail = ground.mail ?? (mailSettings ? createMail(mailSettings) : noMail);

  const eidHealth = createEidHealth({ eid, clock, log });

  const services = createServices(config.contentDir);
  const account = createAccountDomain({ store, keys });
  const identity = createIdentityDomain({ store, clock });
  const notifications = createNotifications(store.tables);
  const vault = await createVaultDomain({
    store,
    keys,
    files,
    clock,
    log,
    scanner: ground.scanner ?? createScanner(scannerConfig(config, sandbox), { clock }),
    pdf: createPdf(),
    heif: createHeif(),
    uploadsDir: join(config.dataDir, 'uploads'),
    scratchDir: config.scratchDir,
    notify: notifications.notify,
  });
  const cases = createCasesDomain(store.tables, clock);
  const automation = createAutomationDomain({ tables: store.tables, clock, rules: services.rules });
  const fitConnect = fitConnectConfig(config, sandbox);
  const handoverPort = ground.handover ?? (fitConnect ? createFitConnect(fitConnect, { clock }) : noHandover);
  const handover = createHandoverDomain({
    tables: store.tables,
    routes: services.handovers,
    port: handoverPort,
  });
  const mandates = createMandatesDomain({
    tables: store.tables,
    clock,
    keys,
    displayName: account.displayName,
    addAccount: identity.identity.addAccountWithoutLogin,
    card: account.card,
    audienceOf: (slug) => services.in('de').service(slug)?.audience ?? [],
    codeLimiter: createRateLimiter({ clock, ...codeLimit }),
    accessLog: (db, accountId, after) => accessLogOf(db, store.tables, { accountId, after }),
    notify: notifications.notify,
    mandateOfCase: cases.mandateOfCase,
  });
  const caseDeps: CasesDeps = {
    ...cases.stores,
    keys,
    card: account.card,
    alike: account.alike,
    ...caseLimiters(clock),
    mandates: mandates.face,
    tables: store.tables,
    clock,
    seal: account.seal,
    catalogue: services.in('de'),
    vault,
    async happened(tx, event) {
      await automation.happened(tx, event);
      await handover.happened(tx, event);
    },
    automation: automation.face,
    ...identity.staff,
    contact: account.contact,
    notify: notifications.notify,
  };
  const forms = createFormsDomain({
    tables: store.tables,
    clock,
    keys,
    catalogue: services.in('de'),
    mandates: mandates.face,
  });
  const automatic = automaticCases(caseDeps);
  const handoverDeps = {
    transfers: handover.transfers,
    port: handoverPort,
    routes: services.handovers,
    tables: store.tables,
    clock,
    store,
    cases: automatic,
    contentOf: vault.contentOf,
    service: (slug: string) => ({
      identifier: services.serviceBySlug(slug)?.serviceKey?.key ?? '',
      name: services.in('de').service(slug)?.title ?? slug,
    }),
    random: ground.random,
  };
  const registerSettings = registerConfig(config, sandbox);
  const register =
    ground.register ?? (registerSettings ? createRegister(registerSettings, { clock }) : noRegister);
  const adding: AddedDeps = {
    ...account.account,
    tables: store.tables,
    clock,
    canMail: mail.isConfigured,
    codeLimiter: createRateLimiter({ clock, ...emailCodeLimit }),
    notify: notifications.notify,
  };
  const identityDeps = {
    identity: identity.identity,
    tables: store.tables,
    clock,
    account,
    eidHealth,
    saml,
    silence: notifications.silence,
    notify: notifications.notify,
    seal: account.seal,
    keys,
    recoveryLimiters: recoveryLimiters(clock),
  };
  const leaving: LeavingDeps = {
    ...account.account,
    tables: store.tables,
    clock,
    cases: {
      atLeaving: (db, ownerId) => casesAtLeaving(caseDeps, db, ownerId),
      leave: (tx, parting) => leaveCases(caseDeps, tx, parting),
    },
    vault,
    mandates: mandates.face,
    eraseDrafts: forms.erase,
    eraseMessages: notifications.erase,
    eraseLogins: (tx, person) => eraseLogins(tx, store.tables, person),
  };
  const pushing = {
    push,
    publicOrigin: config.publicOrigin,
    meter: { pushed: (outcome: string) => metrics?.pushed(outcome) },
  };

  const exporting: ExportDeps = {
    ...account.account,
    store,
    files,
    clock,
    notify: notifications.notify,
    // A domain that keeps something about people has its part here: src/architecture/personal-data.test.ts
    parts: [
      accountPart(account.account),
      casesPart(caseDeps),
      formsPart(forms.deps),
      mandatesPart(mandates.deps),
      vaultPart(vault.vault),
      notificationsPart(store.tables),
      identityPart({ identity: identity.identity, seal: account.seal }),
      platformPart(store.tables),
    ],
  };

  const handlers: JobHandlers = {
    ...accountJobs({
      ...exporting,
      unused: { ...leaving, logins: identity.identity, notify: notifications.notify },
      mail,
      pageUrl: (language, path) => pageUrl(config.publicOrigin, language, path),
    }),
    ...identityJobs(identity),
    ...vaultJobs(vault.vault),
    ...notificationJobs({ ...pushing, mail, mailbox: account.mailbox }),
    ...indicatorJobs(cases.counted),
    ...assistantJobs({ ...pushing, services }),
    ...formJobs(forms.deps),
    ...handoverJobs(handoverDeps),
    ...automationJobs({ ...automation.deps, cases: automatic, register, card: account.card }),
    ...caseJobs({
      ...caseDeps,
      officeName: (id) => services.officeName(id, 'de') ?? id,
      checkPage: pageUrl(config.publicOrigin, 'de', '/pruefen'),
      putIssued: vault.putIssued,
      async eraseOwner(tx, ownerId) {
        await vault.eraseAll(tx, ownerId);
        await keys.destroy(tx, ownerId);
      },
    }),
  };

  return {
    handlers,
    authenticate: identity.authenticate,
    services,
    push,
    mail,
    identity,
    identityDeps,
    account,
    exporting,
    adding,
    leaving,
    notifications,
    ...cases.serving(caseDeps, { store, log }),
    handoverDeps,
    formDeps: forms.deps,
    automationDeps: { ...automation.deps, cases: automatic },
    mandateDeps: mandates.deps,
    vault: {
      ...vault.vault,
      isUsed: cases.isUsed,
      mayStaffRead: cases.mayStaffRead,
      mayReadInCase: mayReadInCase(caseDeps),
      mayPrepare: cases.mayPrepare,
    },
    subscribeLimiter: createRateLimiter({ clock, ...subscribeLimit }),
    login: {
      ...identityDeps,
      store,
      eid,
      staffLogin,
      log,
      saveCard: account.saveCard,
      hashSubject: (provider: IdentityProviderName, subject: string) =>
        keys.blindIndex(`identity.${provider}`, subject),
      vouchForFirm: mandates.face.vouch,
      saveClaims: account.saveClaims,
      alike: account.alike,
      recovery: { ...identityDeps, store, log },
      publicUrl: config.publicOrigin,
      trustedProxies: config.trustedProxies,
      startLimits: eidStartLimiters(clock),
      eidClient: sandbox ? { desktop: sandbox.eid.clientUrl, mobile: sandbox.eid.clientUrl } : ausweisApp,
    },
    /** Once the process has started: what plans itself from then on. */
    async begin(): Promise<void> {
      await automation.begin(store);
      await store.transaction(async (tx) => {
        for (const kind of ['platform.sweep', 'cases.forget_kept', 'forms.sweep', 'account.unused'])
          await planDaily(tx, store, clock, kind);
        for (const kind of ['identity.sweep', 'indicators.tally']) await planHourly(tx, store, clock, kind);
      });
      // Only to be said early in the log: a start waits for no outside party.
      void eidHealth.look();
      await planNextGreeting({ store, clock, services });
    },
  };
}

export type Domains = Awaited<ReturnType<typeof createDomains>>;
