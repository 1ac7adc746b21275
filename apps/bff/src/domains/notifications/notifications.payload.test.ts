import { type CaseId, newId } from '@jena/shared/kernel';
import { messageTypes } from '@jena/shared/notifications';
import { describe, expect, it } from 'vitest';
import { casePayload, caseTopic } from './notifications.payload.ts';

const publicOrigin = 'https://service.example';
const caseId = newId<'case'>() as CaseId;

describe('what a push says', () => {
  it('never names a person or a kind of case, says why it comes, in both languages', () => {
    const texts = Object.fromEntries(
      (['de', 'en'] as const).map((language) => [
        language,
        messageTypes.map((type) => {
          const { title, body } = casePayload({ type, caseId }, language, publicOrigin).notification;
          return `${type}: ${title} | ${body}`;
        }),
      ]),
    );
    expect(texts).toMatchInlineSnapshot(`
      {
        "de": [
          "case_submitted: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_claimed: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "evidence_requested: Neues zu Ihrem Vorgang | Bitte ergänzen Sie eine Unterlage. Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "evidence_added: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_approved: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_rejected: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_delivered: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_message: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_withdrawn: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_objected: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_objection_passed_on: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_objection_denied: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "case_reopened: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "co_sign_waits: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "co_sign_refused: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "co_sign_expired: Neues zu Ihrem Vorgang | Öffnen Sie die App, um es zu lesen.
      Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.",
          "passkey_added: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "passkey_removed: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "export_ready: Neues in Ihrem Postfach | Öffnen Sie die App, um es zu lesen.",
          "bundid_linked: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "bundid_unlinked: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "email_changed: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "card_joined: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "recovery_issued: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "access_recovered: Ihr Konto wurde geändert | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "mandate_accepted: Neues in Ihrem Postfach | Öffnen Sie die App, um es zu lesen.",
          "mandate_refused: Neues in Ihrem Postfach | Öffnen Sie die App, um es zu lesen.",
          "mandate_ended: Neues in Ihrem Postfach | Öffnen Sie die App, um es zu lesen.",
          "document_expires: Neues in Ihrem Postfach | Öffnen Sie die App, um es zu lesen.",
          "document_expired: Neues in Ihrem Postfach | Öffnen Sie die App, um es zu lesen.",
          "new_login: Neue Anmeldung an Ihrem Konto | Waren Sie das nicht? Öffnen Sie bitte die App.",
          "account_unused: Brauchen Sie Ihr Konto noch? | Melden Sie sich an, dann bleibt es. Sonst löschen wir es.",
        ],
        "en": [
          "case_submitted: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_claimed: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "evidence_requested: News about your case | Please add a document. Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "evidence_added: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_approved: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_rejected: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_delivered: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_message: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_withdrawn: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_objected: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_objection_passed_on: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_objection_denied: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "case_reopened: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "co_sign_waits: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "co_sign_refused: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "co_sign_expired: News about your case | Open the app to read it.
      You get this because you switched on notifications about your cases.",
          "passkey_added: Your account was changed | Was that not you? Please open the app.",
          "passkey_removed: Your account was changed | Was that not you? Please open the app.",
          "export_ready: News in your inbox | Open the app to read it.",
          "bundid_linked: Your account was changed | Was that not you? Please open the app.",
          "bundid_unlinked: Your account was changed | Was that not you? Please open the app.",
          "email_changed: Your account was changed | Was that not you? Please open the app.",
          "card_joined: Your account was changed | Was that not you? Please open the app.",
          "recovery_issued: Your account was changed | Was that not you? Please open the app.",
          "access_recovered: Your account was changed | Was that not you? Please open the app.",
          "mandate_accepted: News in your inbox | Open the app to read it.",
          "mandate_refused: News in your inbox | Open the app to read it.",
          "mandate_ended: News in your inbox | Open the app to read it.",
          "document_expires: News in your inbox | Open the app to read it.",
          "document_expired: News in your inbox | Open the app to read it.",
          "new_login: New login to your account | Was that not you? Please open the app.",
          "account_unused: Do you still need your account? | Log in and it stays. Otherwise we delete it.",
        ],
      }
    `);
  });

  it('leads to the inbox when it is about no case', () => {
    const { notification } = casePayload({ type: 'case_claimed', caseId: null }, 'en', publicOrigin);
    expect(notification).toMatchObject({ navigate: 'https://service.example/en/postfach', tag: 'inbox' });
  });

  it('gives two devices different topics, so that push services cannot tell who shares a case', () => {
    expect(caseTopic(caseId, 'https://push.example/a')).not.toBe(caseTopic(caseId, 'https://push.example/b'));
    expect(caseTopic(caseId, 'https://push.example/a')).not.toContain(caseId);
  });
});
