CREATE TABLE `platform_event` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`stream` text NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`office_id` text,
	`subject` text,
	`data` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `platform_event_stream` ON `platform_event` (`stream`,`sequence`);
--> statement-breakpoint
CREATE INDEX `platform_event_subject` ON `platform_event` (`subject`,`sequence`);
--> statement-breakpoint
CREATE TABLE `platform_access` (
	`subject` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`office_id` text NOT NULL,
	`act` text NOT NULL,
	`case_reference` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`subject`, `number`)
);

--> statement-breakpoint
CREATE TABLE `platform_access_head` (
	`subject` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `platform_job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`run_at` text NOT NULL,
	`attempts` integer NOT NULL,
	`locked_until` text,
	`last_error` text,
	`planned_at` text NOT NULL,
	`finished_at` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `platform_job_key` ON `platform_job` (`kind`,`key`);
--> statement-breakpoint
CREATE INDEX `platform_job_due` ON `platform_job` (`state`,`run_at`);
--> statement-breakpoint
CREATE TABLE `platform_reply` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`path` text NOT NULL,
	`input_hash` text NOT NULL,
	`reply` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);

--> statement-breakpoint
CREATE INDEX `platform_reply_at` ON `platform_reply` (`at`);
--> statement-breakpoint
CREATE TABLE `platform_key` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`wrapped` blob,
	`root_key_id` text NOT NULL,
	`created_at` text NOT NULL,
	`destroyed_at` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `platform_key_owner` ON `platform_key` (`owner`);
--> statement-breakpoint
CREATE TABLE `platform_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_name` text NOT NULL,
	`asked_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`settled_by` text,
	`settled_at` text
);

--> statement-breakpoint
CREATE INDEX `platform_ask_act` ON `platform_ask` (`act`,`ends_at`);
--> statement-breakpoint
CREATE TABLE `account_profile` (
	`account_id` text PRIMARY KEY NOT NULL,
	`card` blob,
	`card_read_at` text,
	`language` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `account_export` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`file_key` blob NOT NULL,
	`requested_at` text NOT NULL,
	`ready_at` text,
	`ends_at` text,
	`bytes` integer
);

--> statement-breakpoint
CREATE INDEX `account_export_account` ON `account_export` (`account_id`,`requested_at`);
--> statement-breakpoint
CREATE TABLE `account_claim` (
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL,
	`verified_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `kind`)
);

--> statement-breakpoint
CREATE TABLE `account_added` (
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL,
	`removed_at` text,
	PRIMARY KEY(`account_id`, `kind`)
);

--> statement-breakpoint
CREATE TABLE `account_likeness` (
	`hash` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`hash`, `account_id`)
);

--> statement-breakpoint
CREATE INDEX `account_likeness_account` ON `account_likeness` (`account_id`);
--> statement-breakpoint
CREATE TABLE `automation_rule` (
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`seen_at` text NOT NULL,
	PRIMARY KEY(`rule`, `version`)
);

--> statement-breakpoint
CREATE TABLE `automation_switch` (
	`rule` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`is_on` integer NOT NULL,
	`changed_at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `automation_run` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`outcome` text NOT NULL,
	`act` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `automation_run_case` ON `automation_run` (`case_id`,`sequence`);
--> statement-breakpoint
CREATE INDEX `automation_run_at` ON `automation_run` (`at`,`rule`);
--> statement-breakpoint
CREATE TABLE `automation_decision` (
	`case_id` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`day` text NOT NULL,
	`automatic` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `automation_decision_day` ON `automation_decision` (`day`,`automatic`);
--> statement-breakpoint
CREATE TABLE `automation_wish` (
	`case_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `automation_simulation` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`cases` integer NOT NULL,
	`unreadable` integer NOT NULL,
	`approve` integer NOT NULL,
	`prepared` integer NOT NULL,
	`ask` integer NOT NULL,
	`person` integer NOT NULL,
	`agrees` integer NOT NULL,
	`differs` integer NOT NULL,
	`differences` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `automation_simulation_rule` ON `automation_simulation` (`rule`,`version`,`started_at`);
--> statement-breakpoint
CREATE TABLE `cases_case` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`owner_id` text NOT NULL,
	`submitted_by` text NOT NULL,
	`mandate_id` text,
	`service_slug` text NOT NULL,
	`bundle_id` text,
	`bundle_slug` text,
	`office_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`lane` text NOT NULL,
	`caseworker_id` text,
	`hand` text NOT NULL,
	`answers` text NOT NULL,
	`applicant` text NOT NULL,
	`submitted_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`answered_at` text,
	`due_day` text,
	`is_special` integer DEFAULT false NOT NULL,
	`likeness` text,
	`kept_until` text
);

--> statement-breakpoint
CREATE INDEX `cases_case_kept` ON `cases_case` (`kept_until`);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_case_reference` ON `cases_case` (`reference`);
--> statement-breakpoint
CREATE INDEX `cases_case_owner` ON `cases_case` (`owner_id`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_case_hand` ON `cases_case` (`office_id`,`lane`,`hand`,`submitted_at`,`id`,`answered_at`);
--> statement-breakpoint
CREATE INDEX `cases_case_likeness` ON `cases_case` (`likeness`,`submitted_at`);
--> statement-breakpoint
CREATE INDEX `cases_case_lane` ON `cases_case` (`office_id`,`lane`,`submitted_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_case_due` ON `cases_case` (`office_id`,`due_day`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_case_special` ON `cases_case` (`office_id`,`lane`,`is_special`,`submitted_at`,`id`);
--> statement-breakpoint
CREATE INDEX `cases_case_state` ON `cases_case` (`office_id`,`state`,`submitted_at`,`id`,`hand`);
--> statement-breakpoint
CREATE INDEX `cases_case_service` ON `cases_case` (`office_id`,`lane`,`service_slug`,`submitted_at`,`id`);
--> statement-breakpoint
CREATE TABLE `cases_evidence_request` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`field` text NOT NULL,
	`reason` text NOT NULL,
	`requested_at` text NOT NULL,
	`due_day` text NOT NULL,
	`answered_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases_case`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `cases_evidence_request_case` ON `cases_evidence_request` (`case_id`,`requested_at`);
--> statement-breakpoint
CREATE TABLE `cases_document` (
	`document_id` text NOT NULL,
	`case_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`field` text NOT NULL,
	`added_at` text NOT NULL,
	`issued_by_city` integer NOT NULL,
	`purpose` text,
	PRIMARY KEY(`case_id`, `document_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases_case`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `cases_document_document` ON `cases_document` (`document_id`);
--> statement-breakpoint
CREATE TABLE `cases_message` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`side` text NOT NULL,
	`body` text NOT NULL,
	`documents` text NOT NULL,
	`sent_at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases_case`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `cases_message_case` ON `cases_message` (`case_id`,`sent_at`);
--> statement-breakpoint
CREATE TABLE `cases_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`service_slug` text NOT NULL,
	`office_id` text NOT NULL,
	`outcome` text NOT NULL,
	`handed_in_at` text NOT NULL,
	`decided_at` text NOT NULL,
	`number` integer NOT NULL,
	`text_id` text,
	`provided_at` text,
	`document_id` text,
	`file_hash` text,
	`code_hash` text,
	`replaced_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases_case`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `cases_decision_case` ON `cases_decision` (`case_id`,`number`);
--> statement-breakpoint
CREATE INDEX `cases_decision_usual` ON `cases_decision` (`service_slug`,`number`,`decided_at`,`handed_in_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_decision_code` ON `cases_decision` (`code_hash`);
--> statement-breakpoint
CREATE TABLE `cases_co_sign` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`state` text NOT NULL,
	`code_hash` text,
	`ends_at` text NOT NULL,
	`signer_id` text,
	`signer` text,
	`reason` text,
	`signed_hash` text,
	`requested_at` text NOT NULL,
	`answered_at` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `cases_co_sign_code` ON `cases_co_sign` (`code_hash`);
--> statement-breakpoint
CREATE INDEX `cases_co_sign_signer` ON `cases_co_sign` (`signer_id`,`state`);
--> statement-breakpoint
CREATE INDEX `cases_co_sign_case` ON `cases_co_sign` (`case_id`,`requested_at`);
--> statement-breakpoint
CREATE TABLE `cases_note` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `cases_note_case` ON `cases_note` (`case_id`,`at`,`id`);
--> statement-breakpoint
CREATE TABLE `cases_proposal` (
	`case_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`outcome` text NOT NULL,
	`text` text,
	`by` text NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `cases_substitute` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`absent_id` text NOT NULL,
	`substitute_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `cases_substitute_who` ON `cases_substitute` (`substitute_id`,`to_day`);
--> statement-breakpoint
CREATE INDEX `cases_substitute_office` ON `cases_substitute` (`office_id`,`to_day`);
--> statement-breakpoint
CREATE TABLE `cases_duplicate` (
	`case_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reason` text NOT NULL,
	`found_at` text NOT NULL,
	`verdict` text,
	`settled_by` text,
	`settled_at` text,
	PRIMARY KEY(`case_id`, `other_id`)
);

--> statement-breakpoint
CREATE INDEX `cases_duplicate_other` ON `cases_duplicate` (`other_id`);
--> statement-breakpoint
CREATE TABLE `forms_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`party_id` text,
	`mandate_id` text,
	`service_slug` text NOT NULL,
	`form_version` integer NOT NULL,
	`state` text NOT NULL,
	`place` text,
	`revision` integer NOT NULL,
	`body` blob,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`ends_at` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `forms_draft_place` ON `forms_draft` (`place`);
--> statement-breakpoint
CREATE INDEX `forms_draft_owner` ON `forms_draft` (`owner_id`,`updated_at`);
--> statement-breakpoint
CREATE INDEX `forms_draft_party` ON `forms_draft` (`party_id`);
--> statement-breakpoint
CREATE INDEX `forms_draft_ends` ON `forms_draft` (`ends_at`);
--> statement-breakpoint
CREATE TABLE `handover_transfer` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`reference` text NOT NULL,
	`service` text NOT NULL,
	`destination` text NOT NULL,
	`state` text NOT NULL,
	`trouble` text,
	`attempts` integer NOT NULL,
	`submission_id` text,
	`remote_case_id` text,
	`attachments` text NOT NULL,
	`tags` text,
	`since` text NOT NULL,
	`next_at` text,
	`settled_at` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `handover_transfer_case` ON `handover_transfer` (`case_id`,`destination`);
--> statement-breakpoint
CREATE INDEX `handover_transfer_state` ON `handover_transfer` (`state`,`since`);
--> statement-breakpoint
CREATE TABLE `identity_recovery` (
	`id` text PRIMARY KEY NOT NULL,
	`ask_id` text NOT NULL,
	`account_id` text NOT NULL,
	`office_id` text NOT NULL,
	`asked_at` text NOT NULL,
	`issued_by` text,
	`issued_at` text,
	`code_hash` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `identity_recovery_ask` ON `identity_recovery` (`ask_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_recovery_code` ON `identity_recovery` (`code_hash`);
--> statement-breakpoint
CREATE INDEX `identity_recovery_account` ON `identity_recovery` (`account_id`,`issued_at`);
--> statement-breakpoint
CREATE TABLE `identity_saml_login` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`request_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`account_id` text,
	`level` text NOT NULL,
	`return_to` text NOT NULL,
	`answer_hash` text,
	`sealed` blob,
	`ends_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `identity_saml_login_request` ON `identity_saml_login` (`request_hash`);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_saml_login_answer` ON `identity_saml_login` (`answer_hash`);
--> statement-breakpoint
CREATE INDEX `identity_saml_login_ends` ON `identity_saml_login` (`ends_at`);
--> statement-breakpoint
CREATE TABLE `identity_saml_assertion` (
	`assertion_hash` text PRIMARY KEY NOT NULL,
	`ends_at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `identity_saml_assertion_ends` ON `identity_saml_assertion` (`ends_at`);
--> statement-breakpoint
CREATE TABLE `identity_passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`backup_eligible` integer NOT NULL,
	`backed_up` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `identity_passkey_credential` ON `identity_passkey` (`credential_id`);
--> statement-breakpoint
CREATE INDEX `identity_passkey_account` ON `identity_passkey` (`account_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `identity_passkey_challenge` (
	`challenge_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`holder` text NOT NULL,
	`ends_at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `identity_passkey_challenge_ends` ON `identity_passkey_challenge` (`ends_at`);
--> statement-breakpoint
CREATE TABLE `identity_account` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	`warnings` integer DEFAULT 0 NOT NULL,
	`warned_at` text,
	`entry_level` text DEFAULT 'substantial' NOT NULL
);

--> statement-breakpoint
CREATE TABLE `identity_known_device` (
	`account_id` text NOT NULL,
	`device_hash` text NOT NULL,
	`method` text NOT NULL,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `device_hash`, `method`),
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `identity_known_device_last` ON `identity_known_device` (`last_at`);
--> statement-breakpoint
CREATE TABLE `identity_credential` (
	`subject_hash` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `identity_credential_account` ON `identity_credential` (`account_id`);
--> statement-breakpoint
CREATE TABLE `identity_staff` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`office_id` text NOT NULL,
	`roles` text NOT NULL,
	`last_login_at` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `identity_staff_subject` ON `identity_staff` (`subject`);
--> statement-breakpoint
CREATE TABLE `identity_session` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` text,
	`staff_id` text,
	`level_of_assurance` text NOT NULL,
	`method` text NOT NULL,
	`passkey_id` text,
	`browser` text NOT NULL,
	`system` text NOT NULL,
	`started_at` text NOT NULL,
	`authenticated_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `identity_staff`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `identity_session_token` ON `identity_session` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `identity_session_account` ON `identity_session` (`account_id`,`ends_at`);
--> statement-breakpoint
CREATE INDEX `identity_session_ends` ON `identity_session` (`ends_at`);
--> statement-breakpoint
CREATE TABLE `identity_eid_login` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`token_taken_at` text,
	`refresh_hash` text,
	`browser_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`account_id` text,
	`questions` text NOT NULL,
	`subject_hash` text,
	`state` text NOT NULL,
	`return_to` text NOT NULL,
	`eid_session_id` text,
	`started_on` text NOT NULL,
	`code_hash` text,
	`code_ends_at` text,
	`code_tries` integer DEFAULT 0 NOT NULL,
	`sealed` blob,
	`started_at` text NOT NULL,
	`ends_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `identity_eid_login_token` ON `identity_eid_login` (`token_hash`);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_eid_login_refresh` ON `identity_eid_login` (`refresh_hash`);
--> statement-breakpoint
CREATE INDEX `identity_eid_login_ends` ON `identity_eid_login` (`ends_at`);
--> statement-breakpoint
CREATE INDEX `identity_eid_login_browser` ON `identity_eid_login` (`browser_hash`);
--> statement-breakpoint
CREATE TABLE `identity_staff_login` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`nonce` text NOT NULL,
	`code_verifier` text NOT NULL,
	`return_to` text NOT NULL,
	`ends_at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `indicators_count` (
	`day` text NOT NULL,
	`service_slug` text NOT NULL,
	`measure` text NOT NULL,
	`hours` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`day`, `service_slug`, `measure`, `hours`)
);

--> statement-breakpoint
CREATE TABLE `indicators_cursor` (
	`id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `mandates_party` (
	`account_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`facts` blob NOT NULL,
	`firm_hash` text,
	`created_at` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `mandates_party_firm` ON `mandates_party` (`firm_hash`);
--> statement-breakpoint
CREATE TABLE `mandates_mandate` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`represented_id` text NOT NULL,
	`holder_id` text,
	`role` text,
	`granted_by` text,
	`label` blob,
	`code_hash` text,
	`code_ends_at` text,
	`services` text,
	`from_day` text NOT NULL,
	`until_day` text,
	`vouched_by` text,
	`confirmed_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `mandates_mandate_holder` ON `mandates_mandate` (`holder_id`,`state`);
--> statement-breakpoint
CREATE UNIQUE INDEX `mandates_mandate_code` ON `mandates_mandate` (`code_hash`);
--> statement-breakpoint
CREATE INDEX `mandates_mandate_represented` ON `mandates_mandate` (`represented_id`,`state`);
--> statement-breakpoint
CREATE TABLE `notifications_message` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`type` text NOT NULL,
	`at` text NOT NULL,
	`read_at` text,
	`starred_at` text,
	`archived_at` text,
	`case_id` text,
	`case_reference` text,
	`service_slug` text,
	`document_id` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_message_dedupe` ON `notifications_message` (`account_id`,`dedupe_key`);
--> statement-breakpoint
CREATE INDEX `notifications_message_account` ON `notifications_message` (`account_id`,`at`,`id`);
--> statement-breakpoint
CREATE TABLE `notifications_subscription` (
	`id` text PRIMARY KEY NOT NULL,
	`endpoint_hash` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`account_id` text,
	`session_id` text,
	`language` text NOT NULL,
	`topics` text NOT NULL,
	`created_at` text NOT NULL,
	`last_greeted_day` text,
	`failing_since` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_subscription_endpoint` ON `notifications_subscription` (`endpoint_hash`);
--> statement-breakpoint
CREATE INDEX `notifications_subscription_account` ON `notifications_subscription` (`account_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `notifications_telling` (
	`account_id` text PRIMARY KEY NOT NULL,
	`mail` text NOT NULL,
	`quiet` text,
	`pace` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `cases_word` (
	`word` text NOT NULL,
	`submitted_at` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`word`, `submitted_at`, `case_id`)
);

--> statement-breakpoint
CREATE INDEX `cases_word_case` ON `cases_word` (`case_id`);
--> statement-breakpoint
CREATE TABLE `vault_document` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` blob NOT NULL,
	`details` blob,
	`file_key` blob NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`upload_bytes` integer,
	`state` text NOT NULL,
	`refusal` text,
	`held_since` text,
	`held_by` text,
	`issued_by_city` integer NOT NULL,
	`has_preview` integer NOT NULL,
	`pages` integer,
	`folder_id` text,
	`prepared_by` text,
	`prepared_for` text,
	`created_at` text NOT NULL,
	`removed_at` text
);

--> statement-breakpoint
CREATE INDEX `vault_document_owner` ON `vault_document` (`owner_id`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `vault_document_held` ON `vault_document` (`held_since`,`id`);
--> statement-breakpoint
CREATE INDEX `vault_document_folder` ON `vault_document` (`folder_id`);
--> statement-breakpoint
CREATE INDEX `vault_document_prepared` ON `vault_document` (`prepared_by`);
--> statement-breakpoint
CREATE TABLE `vault_folder` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` blob NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text
);

--> statement-breakpoint
CREATE INDEX `vault_folder_owner` ON `vault_folder` (`owner_id`,`created_at`,`id`);
