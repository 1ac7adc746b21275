/** One clear sentence for each error code: what happened, what is safe, what to do. `{name}` is filled from the error's data. */
export const copy: Record<string, string> = {
  'platform.offline':
    'Sie sind gerade ohne Netz. Was Sie eingegeben haben, bleibt hier stehen. Bitte versuchen Sie es noch einmal, sobald Sie wieder Netz haben.',
  'platform.storage_full':
    'Auf diesem Gerät ist kein Platz mehr. Ihre bisherigen Angaben sind gespeichert. Löschen Sie etwas, zum Beispiel alte Fotos, und versuchen Sie es noch einmal.',
  'platform.storage_unavailable':
    'Ihr Browser erlaubt hier kein Speichern, vielleicht wegen eines privaten Fensters. Öffnen Sie die Seite in einem normalen Fenster.',
  'platform.file_lost':
    'Diese Datei ist auf diesem Gerät nicht mehr da. Bitte fotografieren Sie das Dokument noch einmal.',
  'platform.unexpected':
    'Das hat nicht geklappt. Ihre Eingaben sind nicht verloren. Bitte versuchen Sie es gleich noch einmal.',
  'platform.bad_input': 'Eine Angabe konnten wir nicht lesen. Bitte prüfen Sie Ihre Eingaben.',
  'platform.not_found': 'Das gibt es hier nicht oder nicht mehr.',
  'platform.too_large': 'Das ist zu groß, um es zu senden.',
  'platform.too_many':
    'Das waren sehr viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'platform.cross_site': 'Diese Anfrage kam von einer anderen Website und wurde zu Ihrem Schutz abgelehnt.',
  'platform.idempotency_mismatch':
    'Diese Angaben wurden schon einmal anders gesendet. Bitte laden Sie die Seite neu und prüfen Sie den Stand.',
  'account.erasure_waits':
    'Ein Dokument wird gerade für Sie ausgestellt. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'platform.ask_not_found':
    'Das wartet nicht mehr: Es ist schon bestätigt, zurückgenommen oder zu alt. Bitte sehen Sie die Liste neu an.',
  'platform.needs_another': 'Das muss eine zweite Person bestätigen. Sie selbst haben es beantragt.',
  'platform.job_not_found': 'Diesen Auftrag gibt es nicht mehr.',
  'identity.login_required': 'Bitte melden Sie sich an. Ihre Eingaben bleiben gespeichert.',
  'identity.staff_login_required': 'Bitte melden Sie sich mit Ihrem Dienstkonto an.',
  'identity.level_too_low': 'Dafür brauchen wir noch einmal Ihren Online-Ausweis.',
  'identity.role_missing': 'Dafür fehlt Ihrem Dienstkonto die Berechtigung.',
  'identity.other_person':
    'Hier ist noch eine andere Person angemeldet. Geändert wurde nichts. Melden Sie sich zuerst unter „Konto“ ab, dann kann sich die nächste Person anmelden.',
  'identity.session_not_found': 'Dieses Gerät ist schon abgemeldet.',
  'identity.passkey_unknown':
    'Diesen Passkey kennen wir nicht mehr. Bitte melden Sie sich mit dem Online-Ausweis an.',
  'identity.passkey_expired': 'Das hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
  'identity.passkey_failed':
    'Die Anmeldung mit dem Passkey hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie Ihren Online-Ausweis.',
  'identity.passkey_not_found': 'Dieser Passkey ist schon entfernt.',
  'identity.eid_unavailable':
    'Der Dienst für den Online-Ausweis antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal. Ihre Eingaben bleiben gespeichert.',
  'identity.eid_busy':
    'Gerade melden sich sehr viele Menschen an. Bitte versuchen Sie es gleich noch einmal. Ihre Eingaben bleiben gespeichert.',
  'identity.eid_card_kind':
    'Diese Art von Ausweis nehmen wir hier nicht an. Bitte nehmen Sie Ihren Personalausweis, Ihre eID-Karte oder Ihren elektronischen Aufenthaltstitel. Es geht auch ohne: Das Bürgerservice-Team hilft Ihnen vor Ort und unter 03641 49-3800.',
  'identity.eid_other_card':
    'Das war ein anderer Ausweis. Bitte nehmen Sie den, mit dem Sie begonnen haben oder mit dem Ihr Konto angelegt ist. Wir haben nichts gespeichert.',
  'identity.eid_withheld':
    'Dafür fehlen uns Angaben, die in der AusweisApp abgewählt waren. Bitte beginnen Sie noch einmal und lassen Sie sie ausgewählt. Wir haben nichts gespeichert.',
  'identity.eid_cancelled':
    'Sie haben die Anmeldung abgebrochen. Es wurde nichts übertragen. Sie können jederzeit neu beginnen.',
  'identity.eid_denied':
    'Mit dieser Karte ist keine Anmeldung möglich, zum Beispiel weil sie gesperrt oder abgelaufen ist. Ihre Eingaben bleiben gespeichert. Das Bürgerservice-Team hilft Ihnen vor Ort und unter 03641 49-3800.',
  'identity.eid_code_wrong': 'Der Code stimmt nicht. Bitte prüfen Sie ihn noch einmal.',
  'identity.eid_taken':
    'Dieser Ausweis führt schon in ein anderes Konto. Es wurde nichts geändert. Melden Sie sich ab und dann mit diesem Ausweis an.',
  'identity.eid_other_name':
    'Name oder Geburtsdatum auf dem Ausweis passen nicht zu dem Konto, in dem Sie angemeldet sind. Es wurde nichts geändert.',
  'identity.login_again':
    'Ihre Anmeldung ist schon länger her. Zu Ihrer Sicherheit melden Sie sich bitte noch einmal an, dann geht es hier weiter.',
  'identity.eid_expired': 'Die Anmeldung hat zu lange gedauert. Bitte beginnen Sie noch einmal.',
  'identity.eid_failed': 'Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  'identity.bundid_cancelled':
    'Sie haben die Anmeldung bei der BundID abgebrochen. Es wurde nichts übertragen. Sie können jederzeit neu beginnen.',
  'identity.bundid_expired':
    'Die Anmeldung über die BundID hat zu lange gedauert oder ist schon benutzt. Bitte beginnen Sie noch einmal.',
  'identity.bundid_failed':
    'Die Anmeldung über die BundID hat nicht geklappt. Ihre Eingaben bleiben gespeichert. Bitte versuchen Sie es noch einmal.',
  'identity.bundid_too_weak':
    'Benutzername und Passwort reichen hier nicht. Bitte melden Sie sich bei der BundID mit Online-Ausweis oder ELSTER an, oder direkt hier mit Ihrem Ausweis.',
  'identity.bundid_taken':
    'Diese BundID gehört schon zu einem anderen Konto bei uns. Geändert wurde nichts. Das Bürgerservice-Team hilft Ihnen unter 03641 49-3800.',
  'identity.bundid_only_way':
    'Ohne die BundID kämen Sie nicht mehr in dieses Konto. Sie bleibt deshalb verbunden.',
  'account.mail_unavailable':
    'Gerade können wir keine E-Mails senden. Ihre übrigen Angaben sind sicher gespeichert.',
  'identity.muk_cancelled':
    'Sie haben die Anmeldung beim Unternehmenskonto abgebrochen. Es wurde nichts übertragen. Sie können jederzeit neu beginnen.',
  'identity.muk_expired':
    'Die Anmeldung über das Unternehmenskonto hat zu lange gedauert oder ist schon benutzt. Bitte beginnen Sie noch einmal.',
  'identity.muk_failed':
    'Die Anmeldung über das Unternehmenskonto hat nicht geklappt. Ihre Eingaben bleiben gespeichert. Bitte versuchen Sie es noch einmal.',
  'identity.muk_too_weak':
    'ELSTER kennt Ihren Betrieb noch nicht sicher genug. Es wurde nichts gespeichert. Bitte lassen Sie ihn in „Mein Unternehmenskonto“ mit dem Vertrauensniveau „substanziell“ bestätigen.',
  'identity.muk_no_firm':
    'Das war ein persönliches ELSTER-Zertifikat. Für einen Betrieb brauchen Sie dessen Organisationszertifikat. Für sich selbst melden Sie sich mit Ausweis oder BundID an.',
  'mandates.act_for_firm':
    'Mit dem Unternehmenskonto handeln Sie für Ihren Betrieb. Beginnen Sie den Antrag bitte dort, wo Sie den Betrieb wählen. Für sich selbst melden Sie sich mit Ausweis oder BundID an.',
  'account.export_not_found':
    'Diese Datei gibt es nicht mehr. Sie können Ihre Daten jederzeit neu zusammenstellen lassen.',
  'cases.not_found': 'Diesen Vorgang finden wir nicht in Ihrem Konto.',
  'cases.decision_not_found': 'Zu diesem Code gibt es kein Schreiben der Stadt Jena.',
  'cases.no_objection':
    'Gegen diese Entscheidung gibt es keinen Widerspruch, oder das Schreiben ist noch nicht da. Schreiben Sie dem Amt eine Nachricht.',
  'cases.not_in_state':
    'Dieser Schritt ist nicht mehr möglich, denn der Vorgang ist schon weiter. Bitte laden Sie ihn neu.',
  'cases.evidence_request_not_found': 'Diese Nachforderung ist schon erledigt oder gibt es nicht mehr.',
  'cases.service_unknown':
    'Diesen Dienst bieten wir nicht mehr an. Ihr Entwurf bleibt erhalten. Das Bürgerservice-Team hilft Ihnen unter 03641 49-3800.',
  'cases.form_outdated':
    'Das Formular hat sich geändert. Ihre Antworten bleiben erhalten. Bitte prüfen Sie die geänderten Fragen und senden Sie den Antrag dann ab.',
  'cases.answers_invalid': 'Einige Angaben fehlen noch oder stimmen nicht. Bitte prüfen Sie Ihren Antrag.',
  'cases.attachment_not_ready':
    'Ein Dokument ist noch nicht fertig geprüft. Wir versuchen es gleich noch einmal.',
  'cases.co_sign_unknown':
    'Diese Unterschrift gibt es nicht mehr: Der Link wurde schon benutzt, zurückgenommen oder ist abgelaufen. Bitten Sie um einen neuen.',
  'cases.co_sign_own':
    'Das ist Ihr eigener Antrag. Die zweite Unterschrift muss von einer anderen Person kommen, mit deren eigenem Ausweis. Geben Sie den Link weiter.',
  'cases.not_the_caseworker': 'Diesen Vorgang bearbeitet gerade jemand anderes. Übernehmen Sie ihn zuerst.',
  'cases.colleague_unknown':
    'Diese Person arbeitet nicht in Ihrem Amt oder war noch nie angemeldet. Bitte wählen Sie jemand anderes.',
  'cases.substitute_not_found': 'Diese Vertretung ist schon beendet oder gibt es nicht mehr.',
  'mandates.not_found': 'Diese Vertretung finden wir nicht in Ihrem Konto.',
  'mandates.not_active':
    'Sie dürfen für diese Person nicht mehr handeln. Der Antrag liegt noch auf diesem Gerät, gesendet wurde nichts.',
  'mandates.service_not_covered':
    'Ihre Vertretung gilt nicht für diesen Dienst. Gesendet wurde nichts, Ihre Angaben bleiben auf diesem Gerät.',
  'mandates.not_a_child':
    'Das geht nur für Kinder unter 18 Jahren. Bitte prüfen Sie das Geburtsdatum. Ab 18 stellt Ihr Kind Anträge selbst.',
  'mandates.too_many_parties': 'Sie handeln schon für {most} andere. Beenden Sie zuerst eine Vertretung.',
  'mandates.invitation_unknown':
    'Diesen Code gibt es nicht, oder er gilt nicht mehr. Bitte prüfen Sie ihn. Sonst lassen Sie sich einen neuen geben.',
  'mandates.invitation_own': 'Das ist Ihr eigener Code. Geben Sie ihn der Person, die für Sie handeln soll.',
  'mandates.already_held': 'Sie handeln schon für diesen Betrieb.',
  'mandates.terms_not_allowed':
    'So geht diese Einladung nicht. Bitte prüfen Sie die Dienste und den letzten Tag. Eine Vollmacht gilt höchstens ein Jahr.',
  'mandates.not_the_owner': 'Das kann nur, wem der Betrieb gehört.',
  'mandates.not_in_state': 'Das ist schon geschehen oder nicht mehr möglich. Bitte laden Sie die Seite neu.',
  'forms.draft_not_found': 'Diesen angefangenen Antrag finden wir nicht in Ihrem Konto.',
  'forms.draft_too_large':
    'Dieser Antrag ist zu lang, um ihn im Konto zu speichern. Auf diesem Gerät bleibt er gespeichert.',
  'forms.too_many_drafts':
    'In Ihrem Konto liegen zu viele angefangene Anträge. Auf diesem Gerät bleibt dieser gespeichert. Bitte löschen Sie Anträge, die Sie nicht mehr brauchen.',
  'identity.recovery_no_account':
    'Zu diesen Angaben passt nicht genau ein Konto. Prüfen Sie Namen, Geburtsdatum und Geburtsort auf dem Ausweis.',
  'identity.recovery_other_person': 'Das ist eine andere Person als beim Antrag. Prüfen Sie den Ausweis.',
  'identity.recovery_own': 'Sie heißen wie diese Person. Das müssen zwei andere aus Ihrem Team tun.',
  'identity.recovery_wrong':
    'Code und Geburtsdatum passen nicht zusammen, oder der Code gilt nicht mehr. Bitte prüfen Sie beides. Nach fünf Versuchen brauchen Sie einen neuen Code.',
  'identity.recovery_nothing':
    'Richten Sie zuerst einen neuen Zugang ein. Sonst kämen Sie nicht mehr in Ihr Konto.',
  'vault.not_found': 'Dieses Dokument finden wir nicht in Ihrem Konto.',
  'vault.too_large':
    'Die Datei ist zu groß. Erlaubt sind 50 MB. Fotografieren Sie das Dokument am besten direkt hier.',
  'vault.not_a_picture_or_pdf':
    'Diese Datei ist kein Bild und kein PDF. Bitte wählen Sie ein Foto (JPG oder PNG) oder ein PDF.',
  'vault.too_many_pixels':
    'Das Bild hat zu viele Bildpunkte. Bitte fotografieren Sie das Dokument noch einmal.',
  'vault.damaged':
    'Diese Datei ist beschädigt und lässt sich nicht öffnen. Bitte fotografieren Sie das Dokument noch einmal.',
  'vault.active_content':
    'Dieses PDF enthält Programme oder ist verschlüsselt. Bitte speichern Sie es als einfaches PDF oder fotografieren Sie es.',
  'vault.infected':
    'Unser Virenscanner hat in dieser Datei Schadsoftware gefunden. Wir haben sie gelöscht. Bitte fotografieren Sie das Dokument oder wählen Sie eine andere Datei.',
  'handover.transfer_not_found': 'Diese Übergabe ist schon angekommen oder wird gerade neu versucht.',
  'automation.rule_not_found': 'Diese Regel gibt es so nicht mehr. Bitte laden Sie die Seite neu.',
  'automation.not_simulated': 'Bitte erproben Sie die Regel zuerst an früheren Vorgängen.',
  'automation.simulation_runs': 'Diese Regel wird gerade erprobt. Bitte warten Sie einen Moment.',
  'automation.person_has_it': 'Ein Mensch hat Ihren Vorgang schon in der Hand. Sie müssen nichts weiter tun.',
  'vault.quota_exceeded':
    'Ihr Speicherplatz ist voll. Bitte löschen Sie Dokumente, die Sie nicht mehr brauchen.',
  'vault.in_use':
    'Dieses Dokument gehört zu einem Vorgang oder kommt von der Stadt. Deshalb lässt es sich nicht löschen.',
  'vault.folder_not_found': 'Diesen Ordner gibt es nicht mehr. Ihre Dokumente sind noch da.',
  'vault.folder_exists':
    'Einen Ordner mit diesem Namen haben Sie schon. Bitte wählen Sie einen anderen Namen.',
  'vault.too_many_folders':
    'Mehr als {most} eigene Ordner sind nicht möglich. Bitte löschen Sie zuerst einen.',
  'notifications.push_host_not_allowed':
    'Mitteilungen aufs Gerät sind mit diesem Browser leider nicht möglich. Im Postfach sehen Sie alles.',
  'notifications.message_not_found': 'Diese Nachricht gibt es nicht mehr.',
  'services.office_unknown': 'Diese Dienststelle kennen wir nicht. Bitte suchen Sie sie unter „Dienste“.',
};
