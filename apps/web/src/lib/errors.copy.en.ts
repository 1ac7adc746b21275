/** One clear sentence for each error code: what happened, what is safe, what to do. `{name}` is filled from the error's data. */
export const copy: Record<string, string> = {
  'platform.offline':
    'You are offline. What you typed stays here. Please try again as soon as you are online again.',
  'platform.storage_full':
    'There is no room left on this device. What you entered so far is saved. Delete something, for example old photos, and try again.',
  'platform.storage_unavailable':
    'Your browser does not allow saving here, perhaps because of a private window. Open the page in a normal window.',
  'platform.file_lost': 'This file is no longer on this device. Please photograph the document again.',
  'platform.unexpected': 'That did not work. Nothing you typed is lost. Please try again in a moment.',
  'platform.bad_input': 'We could not read one of your answers. Please check what you entered.',
  'platform.not_found': 'This does not exist here, or not any more.',
  'platform.too_large': 'This is too large to send.',
  'platform.too_many': 'That was a lot of attempts. Please wait a minute and try again.',
  'platform.cross_site': 'This request came from another website and was refused to protect you.',
  'platform.idempotency_mismatch':
    'This was already sent with different content. Please reload the page and check where things stand.',
  'account.erasure_waits': 'A document is being issued for you right now. Please try again in a few minutes.',
  'platform.ask_not_found':
    'This is no longer waiting: it was confirmed, taken back or is too old. Please look at the list again.',
  'platform.needs_another': 'A second person must confirm this. You asked for it yourself.',
  'platform.job_not_found': 'This job no longer exists.',
  'identity.login_required': 'Please log in. What you entered stays saved.',
  'identity.staff_login_required': 'Please log in with your staff account.',
  'identity.level_too_low': 'For this we need your online ID card once more.',
  'identity.role_missing': 'Your staff account does not have permission for this.',
  'identity.other_person':
    'Another person is still logged in here. Nothing was changed. Log out under “Account” first, then the next person can log in.',
  'identity.session_not_found': 'This device is already logged out.',
  'identity.passkey_unknown': 'We no longer know this passkey. Please log in with your online ID card.',
  'identity.passkey_expired': 'That took too long. Please try again.',
  'identity.passkey_failed':
    'The login with the passkey did not work. Try again, or use your online ID card.',
  'identity.passkey_not_found': 'This passkey is already removed.',
  'identity.eid_unavailable':
    'The online ID service is not answering right now. Please try again in a few minutes. What you entered stays saved.',
  'identity.eid_busy':
    'Very many people are logging in right now. Please try again in a moment. Your answers stay saved.',
  'identity.eid_card_kind':
    'This kind of ID is not accepted here. Please use your identity card, your eID card or your electronic residence permit. There is another way too: the Citizens’ Service helps you on site and on 03641 49-3800.',
  'identity.eid_other_card':
    'That was a different card. Please use the one you started with or the one of your account. We have stored nothing.',
  'identity.eid_withheld':
    'We need data that were unticked in the AusweisApp. Please start again and leave them ticked. We have stored nothing.',
  'identity.eid_cancelled':
    'You cancelled the login. Nothing was transmitted. You can start again at any time.',
  'identity.eid_denied':
    'You cannot log in with this card, for example because it is blocked or has expired. What you entered stays saved. The Citizens’ Service helps you on site and on 03641 49-3800.',
  'identity.eid_code_wrong': 'The code is not right. Please check it again.',
  'identity.eid_taken':
    'This card already opens another account. Nothing was changed. Log out, then log in with this card.',
  'identity.eid_other_name':
    'Name or date of birth on the card do not fit the account in which you are logged in. Nothing was changed.',
  'identity.login_again':
    'You logged in some time ago. For your safety please log in once more, then you go on here.',
  'identity.eid_expired': 'The login took too long. Please start again.',
  'identity.eid_failed': 'The login did not work. Please try again.',
  'identity.bundid_cancelled':
    'You cancelled the login at BundID. Nothing was transmitted. You can start again at any time.',
  'identity.bundid_expired': 'The login by BundID took too long or was used already. Please start again.',
  'identity.bundid_failed':
    'The login by BundID did not work. What you entered stays saved. Please try again.',
  'identity.bundid_too_weak':
    'A user name and password are not enough here. Please log in at BundID with your online ID or ELSTER, or right here with your ID card.',
  'identity.bundid_taken':
    'This BundID already belongs to another account with us. Nothing was changed. The Citizens’ Service helps you on 03641 49-3800.',
  'identity.bundid_only_way':
    'Without BundID you could no longer get into this account, so it stays connected.',
  'account.mail_unavailable': 'We cannot send e-mails at the moment. Everything else you gave us is safe.',
  'identity.muk_cancelled':
    'You cancelled the login at the business account. Nothing was transmitted. You can start again at any time.',
  'identity.muk_expired':
    'The login by business account took too long or was used already. Please start again.',
  'identity.muk_failed':
    'The login by business account did not work. What you entered stays saved. Please try again.',
  'identity.muk_too_weak':
    'ELSTER does not know your business surely enough yet. Nothing was stored. Please have it confirmed in “Mein Unternehmenskonto” at the level “substanziell”.',
  'identity.muk_no_firm':
    'That was a personal ELSTER certificate. For a business you need its organisation certificate. For yourself, log in with your ID card or BundID.',
  'mandates.act_for_firm':
    'With the business account you act for your business. Please start the application where you choose the business. For yourself, log in with your ID card or BundID.',
  'account.export_not_found': 'This file is gone. You can have your data put together anew at any time.',
  'cases.not_found': 'We cannot find this case in your account.',
  'cases.decision_not_found': 'There is no letter of the city of Jena with this code.',
  'cases.no_objection':
    'There is no objection to this decision, or its letter is not there yet. Please write a message to the office.',
  'cases.not_in_state': 'This step is no longer possible because the case has moved on. Please reload it.',
  'cases.evidence_request_not_found': 'This request has been answered already or no longer exists.',
  'cases.service_unknown':
    'We no longer offer this service. Your draft is kept. The Citizens’ Service helps you on 03641 49-3800.',
  'cases.form_outdated':
    'The form has changed. Your answers are kept. Please check the changed questions and then submit.',
  'cases.answers_invalid': 'Some answers are missing or not right yet. Please check your application.',
  'cases.attachment_not_ready': 'One document is still being checked. We will try again in a moment.',
  'cases.co_sign_unknown':
    'This signature is no longer possible: the link was used, taken back or has run out. Ask for a new one.',
  'cases.co_sign_own':
    'This is your own application. The second signature must come from another person, with their own ID card. Pass the link on.',
  'cases.not_the_caseworker': 'Somebody else is working on this case. Take it over first.',
  'cases.colleague_unknown':
    'This person does not work at your office or has never logged in. Please choose somebody else.',
  'cases.substitute_not_found': 'This substitution has ended already or no longer exists.',
  'mandates.not_found': 'We cannot find this mandate in your account.',
  'mandates.not_active':
    'You may no longer act for this person. The application is still on this device, nothing was sent.',
  'mandates.service_not_covered':
    'Your mandate does not cover this service. Nothing was sent, your answers stay on this device.',
  'mandates.not_a_child':
    'This is for children under 18 only. Please check the date of birth. From 18 on your child applies alone.',
  'mandates.too_many_parties': 'You already act for {most} others. Please end one of these mandates first.',
  'mandates.invitation_unknown':
    'There is no such code, or it is no longer valid. Please check it, or ask for a new one.',
  'mandates.invitation_own': 'This is your own code. Give it to the person who shall act for you.',
  'mandates.already_held': 'You already act for this business.',
  'mandates.terms_not_allowed':
    'This invitation is not possible. Please check the services and the last day. A power of attorney lasts one year at most.',
  'mandates.not_the_owner': 'Only the owner of the business can do this.',
  'mandates.not_in_state': 'This has already happened or is no longer possible. Please reload the page.',
  'forms.draft_not_found': 'We cannot find this started application in your account.',
  'forms.draft_too_large':
    'This application is too long to be saved in your account. It stays saved on this device.',
  'forms.too_many_drafts':
    'There are too many started applications in your account. This one stays saved on this device. Please delete applications you no longer need.',
  'identity.recovery_no_account':
    'There is not exactly one account that fits. Check names, date and place of birth on the document.',
  'identity.recovery_other_person': 'This is not the person who was asked for. Check the document.',
  'identity.recovery_own': 'You have the same name as this person. Two others of your team must do this.',
  'identity.recovery_wrong':
    'Code and date of birth do not fit, or the code is not valid any more. Please check both. After five tries you need a new code.',
  'identity.recovery_nothing':
    'Set up a new way in first. Otherwise you could not get into your account any more.',
  'vault.not_found': 'We cannot find this document in your account.',
  'vault.too_large':
    'The file is too large. The limit is 50 MB. It is best to photograph the document right here.',
  'vault.not_a_picture_or_pdf':
    'This file is neither a picture nor a PDF. Please choose a photo (JPG or PNG) or a PDF.',
  'vault.too_many_pixels': 'The picture has too many pixels. Please photograph the document again.',
  'vault.damaged': 'This file is damaged and cannot be opened. Please photograph the document again.',
  'vault.active_content':
    'This PDF contains programs or is encrypted. Please save it as a plain PDF or photograph it.',
  'vault.infected':
    'Our virus scanner found malware in this file. We have deleted it. Please photograph the document or choose another file.',
  'handover.transfer_not_found': 'This transfer has already arrived, or is being tried again right now.',
  'automation.rule_not_found': 'This rule no longer exists like this. Please reload the page.',
  'automation.not_simulated': 'Please try the rule on past cases first.',
  'automation.simulation_runs': 'This rule is being tried right now. Please wait a moment.',
  'automation.person_has_it':
    'A person is already working on your case. There is nothing more you need to do.',
  'vault.quota_exceeded': 'Your storage is full. Please delete documents you no longer need.',
  'vault.in_use': 'This document belongs to a case or was issued by the city, so it cannot be deleted.',
  'vault.folder_not_found': 'This folder no longer exists. Your documents are still there.',
  'vault.folder_exists': 'You already have a folder of this name. Please choose another name.',
  'vault.too_many_folders': 'You cannot have more than {most} folders of your own. Please delete one first.',
  'notifications.push_host_not_allowed':
    'Notifications on this device are not possible with this browser. You find everything in your inbox.',
  'notifications.message_not_found': 'This message no longer exists.',
  'services.office_unknown': 'We do not know this office. Please look for it under “Services”.',
};
