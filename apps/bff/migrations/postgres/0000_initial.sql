CREATE TABLE "platform_event" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"type" text NOT NULL,
	"at" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"office_id" text,
	"subject" text,
	"data" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "platform_access" (
	"subject" text NOT NULL,
	"number" bigint NOT NULL,
	"at" text NOT NULL,
	"office_id" text NOT NULL,
	"act" text NOT NULL,
	"case_reference" text,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "platform_access_subject_number_pk" PRIMARY KEY("subject","number")
);

--> statement-breakpoint
CREATE TABLE "platform_access_head" (
	"subject" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "platform_job" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"run_at" text NOT NULL,
	"attempts" bigint NOT NULL,
	"locked_until" text,
	"last_error" text,
	"planned_at" text NOT NULL,
	"finished_at" text
);

--> statement-breakpoint
CREATE TABLE "platform_reply" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"path" text NOT NULL,
	"input_hash" text NOT NULL,
	"reply" jsonb NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "platform_reply_actor_key_pk" PRIMARY KEY("actor","key")
);

--> statement-breakpoint
CREATE TABLE "platform_key" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"wrapped" "bytea",
	"root_key_id" text NOT NULL,
	"created_at" text NOT NULL,
	"destroyed_at" text
);

--> statement-breakpoint
CREATE TABLE "platform_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"settled_by" text,
	"settled_at" text
);

--> statement-breakpoint
CREATE TABLE "account_profile" (
	"account_id" text PRIMARY KEY NOT NULL,
	"card" "bytea",
	"card_read_at" text,
	"language" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "account_export" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"file_key" "bytea" NOT NULL,
	"requested_at" text NOT NULL,
	"ready_at" text,
	"ends_at" text,
	"bytes" bigint
);

--> statement-breakpoint
CREATE TABLE "account_claim" (
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"verified_at" text NOT NULL,
	CONSTRAINT "account_claim_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);

--> statement-breakpoint
CREATE TABLE "account_added" (
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"removed_at" text,
	CONSTRAINT "account_added_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);

--> statement-breakpoint
CREATE TABLE "account_likeness" (
	"hash" text NOT NULL,
	"account_id" text NOT NULL,
	CONSTRAINT "account_likeness_hash_account_id_pk" PRIMARY KEY("hash","account_id")
);

--> statement-breakpoint
CREATE TABLE "automation_rule" (
	"rule" text NOT NULL,
	"version" bigint NOT NULL,
	"definition" jsonb NOT NULL,
	"seen_at" text NOT NULL,
	CONSTRAINT "automation_rule_rule_version_pk" PRIMARY KEY("rule","version")
);

--> statement-breakpoint
CREATE TABLE "automation_switch" (
	"rule" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"is_on" boolean NOT NULL,
	"changed_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "automation_run" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"rule" text NOT NULL,
	"version" bigint NOT NULL,
	"at" text NOT NULL,
	"outcome" text NOT NULL,
	"act" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "automation_decision" (
	"case_id" text PRIMARY KEY NOT NULL,
	"service" text NOT NULL,
	"day" text NOT NULL,
	"automatic" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "automation_wish" (
	"case_id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "automation_simulation" (
	"id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"version" bigint NOT NULL,
	"started_at" text NOT NULL,
	"finished_at" text,
	"cases" bigint NOT NULL,
	"unreadable" bigint NOT NULL,
	"approve" bigint NOT NULL,
	"prepared" bigint NOT NULL,
	"ask" bigint NOT NULL,
	"person" bigint NOT NULL,
	"agrees" bigint NOT NULL,
	"differs" bigint NOT NULL,
	"differences" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cases_case" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"owner_id" text NOT NULL,
	"submitted_by" text NOT NULL,
	"mandate_id" text,
	"service_slug" text NOT NULL,
	"bundle_id" text,
	"bundle_slug" text,
	"office_id" text NOT NULL,
	"form_version" bigint NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"lane" text NOT NULL,
	"caseworker_id" text,
	"hand" text NOT NULL,
	"answers" text NOT NULL,
	"applicant" text NOT NULL,
	"submitted_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"answered_at" text,
	"due_day" text,
	"is_special" boolean DEFAULT false NOT NULL,
	"likeness" text,
	"kept_until" text
);

--> statement-breakpoint
CREATE TABLE "cases_evidence_request" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"field" text NOT NULL,
	"reason" text NOT NULL,
	"requested_at" text NOT NULL,
	"due_day" text NOT NULL,
	"answered_at" text
);

--> statement-breakpoint
CREATE TABLE "cases_document" (
	"document_id" text NOT NULL,
	"case_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"field" text NOT NULL,
	"added_at" text NOT NULL,
	"issued_by_city" boolean NOT NULL,
	"purpose" text,
	CONSTRAINT "cases_document_case_id_document_id_pk" PRIMARY KEY("case_id","document_id")
);

--> statement-breakpoint
CREATE TABLE "cases_message" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"side" text NOT NULL,
	"body" text NOT NULL,
	"documents" jsonb NOT NULL,
	"sent_at" text NOT NULL,
	"read_at" text
);

--> statement-breakpoint
CREATE TABLE "cases_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"service_slug" text NOT NULL,
	"office_id" text NOT NULL,
	"outcome" text NOT NULL,
	"handed_in_at" text NOT NULL,
	"decided_at" text NOT NULL,
	"number" bigint NOT NULL,
	"text_id" text,
	"provided_at" text,
	"document_id" text,
	"file_hash" text,
	"code_hash" text,
	"replaced_at" text
);

--> statement-breakpoint
CREATE TABLE "cases_co_sign" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"state" text NOT NULL,
	"code_hash" text,
	"ends_at" text NOT NULL,
	"signer_id" text,
	"signer" text,
	"reason" text,
	"signed_hash" text,
	"requested_at" text NOT NULL,
	"answered_at" text
);

--> statement-breakpoint
CREATE TABLE "cases_note" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cases_proposal" (
	"case_id" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"outcome" text NOT NULL,
	"text" text,
	"by" text NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cases_substitute" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"absent_id" text NOT NULL,
	"substitute_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cases_duplicate" (
	"case_id" text NOT NULL,
	"other_id" text NOT NULL,
	"reason" text NOT NULL,
	"found_at" text NOT NULL,
	"verdict" text,
	"settled_by" text,
	"settled_at" text,
	CONSTRAINT "cases_duplicate_case_id_other_id_pk" PRIMARY KEY("case_id","other_id")
);

--> statement-breakpoint
CREATE TABLE "forms_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"party_id" text,
	"mandate_id" text,
	"service_slug" text NOT NULL,
	"form_version" bigint NOT NULL,
	"state" text NOT NULL,
	"place" text,
	"revision" bigint NOT NULL,
	"body" "bytea",
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"ends_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "handover_transfer" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"reference" text NOT NULL,
	"service" text NOT NULL,
	"destination" text NOT NULL,
	"state" text NOT NULL,
	"trouble" text,
	"attempts" bigint NOT NULL,
	"submission_id" text,
	"remote_case_id" text,
	"attachments" jsonb NOT NULL,
	"tags" jsonb,
	"since" text NOT NULL,
	"next_at" text,
	"settled_at" text
);

--> statement-breakpoint
CREATE TABLE "identity_recovery" (
	"id" text PRIMARY KEY NOT NULL,
	"ask_id" text NOT NULL,
	"account_id" text NOT NULL,
	"office_id" text NOT NULL,
	"asked_at" text NOT NULL,
	"issued_by" text,
	"issued_at" text,
	"code_hash" text,
	"tries" bigint DEFAULT 0 NOT NULL,
	"used_at" text
);

--> statement-breakpoint
CREATE TABLE "identity_saml_login" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"request_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"account_id" text,
	"level" text NOT NULL,
	"return_to" text NOT NULL,
	"answer_hash" text,
	"sealed" "bytea",
	"ends_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_saml_assertion" (
	"assertion_hash" text PRIMARY KEY NOT NULL,
	"ends_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"backup_eligible" boolean NOT NULL,
	"backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" text NOT NULL,
	"used_at" text
);

--> statement-breakpoint
CREATE TABLE "identity_passkey_challenge" (
	"challenge_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"holder" text NOT NULL,
	"ends_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_account" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" text NOT NULL,
	"used_at" text,
	"warnings" bigint DEFAULT 0 NOT NULL,
	"warned_at" text,
	"entry_level" text DEFAULT 'substantial' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_known_device" (
	"account_id" text NOT NULL,
	"device_hash" text NOT NULL,
	"method" text NOT NULL,
	"first_at" text NOT NULL,
	"last_at" text NOT NULL,
	CONSTRAINT "identity_known_device_account_id_device_hash_method_pk" PRIMARY KEY("account_id","device_hash","method")
);

--> statement-breakpoint
CREATE TABLE "identity_credential" (
	"subject_hash" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_staff" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"office_id" text NOT NULL,
	"roles" jsonb NOT NULL,
	"last_login_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_session" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" text,
	"staff_id" text,
	"level_of_assurance" text NOT NULL,
	"method" text NOT NULL,
	"passkey_id" text,
	"browser" text NOT NULL,
	"system" text NOT NULL,
	"started_at" text NOT NULL,
	"authenticated_at" text NOT NULL,
	"seen_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"ended_at" text
);

--> statement-breakpoint
CREATE TABLE "identity_eid_login" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"token_taken_at" text,
	"refresh_hash" text,
	"browser_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"account_id" text,
	"questions" jsonb NOT NULL,
	"subject_hash" text,
	"state" text NOT NULL,
	"return_to" text NOT NULL,
	"eid_session_id" text,
	"started_on" text NOT NULL,
	"code_hash" text,
	"code_ends_at" text,
	"code_tries" bigint DEFAULT 0 NOT NULL,
	"sealed" "bytea",
	"started_at" text NOT NULL,
	"ends_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "identity_staff_login" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"return_to" text NOT NULL,
	"ends_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "indicators_count" (
	"day" text NOT NULL,
	"service_slug" text NOT NULL,
	"measure" text NOT NULL,
	"hours" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "indicators_count_day_service_slug_measure_hours_pk" PRIMARY KEY("day","service_slug","measure","hours")
);

--> statement-breakpoint
CREATE TABLE "indicators_cursor" (
	"id" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "mandates_party" (
	"account_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"facts" "bytea" NOT NULL,
	"firm_hash" text,
	"created_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "mandates_mandate" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"represented_id" text NOT NULL,
	"holder_id" text,
	"role" text,
	"granted_by" text,
	"label" "bytea",
	"code_hash" text,
	"code_ends_at" text,
	"services" jsonb,
	"from_day" text NOT NULL,
	"until_day" text,
	"vouched_by" text,
	"confirmed_at" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "notifications_message" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"type" text NOT NULL,
	"at" text NOT NULL,
	"read_at" text,
	"starred_at" text,
	"archived_at" text,
	"case_id" text,
	"case_reference" text,
	"service_slug" text,
	"document_id" text
);

--> statement-breakpoint
CREATE TABLE "notifications_subscription" (
	"id" text PRIMARY KEY NOT NULL,
	"endpoint_hash" text NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"account_id" text,
	"session_id" text,
	"language" text NOT NULL,
	"topics" jsonb NOT NULL,
	"created_at" text NOT NULL,
	"last_greeted_day" text,
	"failing_since" text
);

--> statement-breakpoint
CREATE TABLE "notifications_telling" (
	"account_id" text PRIMARY KEY NOT NULL,
	"mail" jsonb NOT NULL,
	"quiet" jsonb,
	"pace" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cases_word" (
	"word" text NOT NULL,
	"submitted_at" text NOT NULL,
	"case_id" text NOT NULL,
	CONSTRAINT "cases_word_word_submitted_at_case_id_pk" PRIMARY KEY("word","submitted_at","case_id")
);

--> statement-breakpoint
CREATE TABLE "vault_document" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" "bytea" NOT NULL,
	"details" "bytea",
	"file_key" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"upload_bytes" bigint,
	"state" text NOT NULL,
	"refusal" text,
	"held_since" text,
	"held_by" text,
	"issued_by_city" boolean NOT NULL,
	"has_preview" boolean NOT NULL,
	"pages" bigint,
	"folder_id" text,
	"prepared_by" text,
	"prepared_for" text,
	"created_at" text NOT NULL,
	"removed_at" text
);

--> statement-breakpoint
CREATE TABLE "vault_folder" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" "bytea" NOT NULL,
	"created_at" text NOT NULL,
	"removed_at" text
);

--> statement-breakpoint
ALTER TABLE "cases_evidence_request" ADD CONSTRAINT "cases_evidence_request_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases_case"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cases_document" ADD CONSTRAINT "cases_document_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases_case"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cases_message" ADD CONSTRAINT "cases_message_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases_case"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cases_decision" ADD CONSTRAINT "cases_decision_case_id_cases_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases_case"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_recovery" ADD CONSTRAINT "identity_recovery_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_saml_login" ADD CONSTRAINT "identity_saml_login_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_passkey" ADD CONSTRAINT "identity_passkey_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_known_device" ADD CONSTRAINT "identity_known_device_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_credential" ADD CONSTRAINT "identity_credential_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_session" ADD CONSTRAINT "identity_session_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_session" ADD CONSTRAINT "identity_session_staff_id_identity_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."identity_staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identity_eid_login" ADD CONSTRAINT "identity_eid_login_account_id_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."identity_account"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "platform_event_stream" ON "platform_event" USING btree ("stream","sequence");
--> statement-breakpoint
CREATE INDEX "platform_event_subject" ON "platform_event" USING btree ("subject","sequence");
--> statement-breakpoint
CREATE UNIQUE INDEX "platform_job_key" ON "platform_job" USING btree ("kind","key");
--> statement-breakpoint
CREATE INDEX "platform_job_due" ON "platform_job" USING btree ("state","run_at");
--> statement-breakpoint
CREATE INDEX "platform_reply_at" ON "platform_reply" USING btree ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "platform_key_owner" ON "platform_key" USING btree ("owner");
--> statement-breakpoint
CREATE INDEX "platform_ask_act" ON "platform_ask" USING btree ("act","ends_at");
--> statement-breakpoint
CREATE INDEX "account_export_account" ON "account_export" USING btree ("account_id","requested_at");
--> statement-breakpoint
CREATE INDEX "account_likeness_account" ON "account_likeness" USING btree ("account_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "automation_run_case" ON "automation_run" USING btree ("case_id","sequence");
--> statement-breakpoint
CREATE INDEX "automation_run_at" ON "automation_run" USING btree ("at","rule");
--> statement-breakpoint
CREATE INDEX "automation_decision_day" ON "automation_decision" USING btree ("day","automatic");
--> statement-breakpoint
CREATE INDEX "automation_simulation_rule" ON "automation_simulation" USING btree ("rule","version","started_at");
--> statement-breakpoint
CREATE INDEX "cases_case_kept" ON "cases_case" USING btree ("kept_until");
--> statement-breakpoint
CREATE UNIQUE INDEX "cases_case_reference" ON "cases_case" USING btree ("reference");
--> statement-breakpoint
CREATE INDEX "cases_case_owner" ON "cases_case" USING btree ("owner_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "cases_case_hand" ON "cases_case" USING btree ("office_id","lane","hand","submitted_at","id","answered_at");
--> statement-breakpoint
CREATE INDEX "cases_case_likeness" ON "cases_case" USING btree ("likeness","submitted_at");
--> statement-breakpoint
CREATE INDEX "cases_case_lane" ON "cases_case" USING btree ("office_id","lane","submitted_at","id");
--> statement-breakpoint
CREATE INDEX "cases_case_due" ON "cases_case" USING btree ("office_id","due_day","id");
--> statement-breakpoint
CREATE INDEX "cases_case_special" ON "cases_case" USING btree ("office_id","lane","is_special","submitted_at","id");
--> statement-breakpoint
CREATE INDEX "cases_case_state" ON "cases_case" USING btree ("office_id","state","submitted_at","id","hand");
--> statement-breakpoint
CREATE INDEX "cases_case_service" ON "cases_case" USING btree ("office_id","lane","service_slug","submitted_at","id");
--> statement-breakpoint
CREATE INDEX "cases_evidence_request_case" ON "cases_evidence_request" USING btree ("case_id","requested_at");
--> statement-breakpoint
CREATE INDEX "cases_document_document" ON "cases_document" USING btree ("document_id");
--> statement-breakpoint
CREATE INDEX "cases_message_case" ON "cases_message" USING btree ("case_id","sent_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "cases_decision_case" ON "cases_decision" USING btree ("case_id","number");
--> statement-breakpoint
CREATE INDEX "cases_decision_usual" ON "cases_decision" USING btree ("service_slug","number","decided_at","handed_in_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "cases_decision_code" ON "cases_decision" USING btree ("code_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "cases_co_sign_code" ON "cases_co_sign" USING btree ("code_hash");
--> statement-breakpoint
CREATE INDEX "cases_co_sign_signer" ON "cases_co_sign" USING btree ("signer_id","state");
--> statement-breakpoint
CREATE INDEX "cases_co_sign_case" ON "cases_co_sign" USING btree ("case_id","requested_at");
--> statement-breakpoint
CREATE INDEX "cases_note_case" ON "cases_note" USING btree ("case_id","at","id");
--> statement-breakpoint
CREATE INDEX "cases_substitute_who" ON "cases_substitute" USING btree ("substitute_id","to_day");
--> statement-breakpoint
CREATE INDEX "cases_substitute_office" ON "cases_substitute" USING btree ("office_id","to_day");
--> statement-breakpoint
CREATE INDEX "cases_duplicate_other" ON "cases_duplicate" USING btree ("other_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "forms_draft_place" ON "forms_draft" USING btree ("place");
--> statement-breakpoint
CREATE INDEX "forms_draft_owner" ON "forms_draft" USING btree ("owner_id","updated_at");
--> statement-breakpoint
CREATE INDEX "forms_draft_party" ON "forms_draft" USING btree ("party_id");
--> statement-breakpoint
CREATE INDEX "forms_draft_ends" ON "forms_draft" USING btree ("ends_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "handover_transfer_case" ON "handover_transfer" USING btree ("case_id","destination");
--> statement-breakpoint
CREATE INDEX "handover_transfer_state" ON "handover_transfer" USING btree ("state","since");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_recovery_ask" ON "identity_recovery" USING btree ("ask_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_recovery_code" ON "identity_recovery" USING btree ("code_hash");
--> statement-breakpoint
CREATE INDEX "identity_recovery_account" ON "identity_recovery" USING btree ("account_id","issued_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_saml_login_request" ON "identity_saml_login" USING btree ("request_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_saml_login_answer" ON "identity_saml_login" USING btree ("answer_hash");
--> statement-breakpoint
CREATE INDEX "identity_saml_login_ends" ON "identity_saml_login" USING btree ("ends_at");
--> statement-breakpoint
CREATE INDEX "identity_saml_assertion_ends" ON "identity_saml_assertion" USING btree ("ends_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_passkey_credential" ON "identity_passkey" USING btree ("credential_id");
--> statement-breakpoint
CREATE INDEX "identity_passkey_account" ON "identity_passkey" USING btree ("account_id","created_at");
--> statement-breakpoint
CREATE INDEX "identity_passkey_challenge_ends" ON "identity_passkey_challenge" USING btree ("ends_at");
--> statement-breakpoint
CREATE INDEX "identity_known_device_last" ON "identity_known_device" USING btree ("last_at");
--> statement-breakpoint
CREATE INDEX "identity_credential_account" ON "identity_credential" USING btree ("account_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_staff_subject" ON "identity_staff" USING btree ("subject");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_session_token" ON "identity_session" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "identity_session_account" ON "identity_session" USING btree ("account_id","ends_at");
--> statement-breakpoint
CREATE INDEX "identity_session_ends" ON "identity_session" USING btree ("ends_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_eid_login_token" ON "identity_eid_login" USING btree ("token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "identity_eid_login_refresh" ON "identity_eid_login" USING btree ("refresh_hash");
--> statement-breakpoint
CREATE INDEX "identity_eid_login_ends" ON "identity_eid_login" USING btree ("ends_at");
--> statement-breakpoint
CREATE INDEX "identity_eid_login_browser" ON "identity_eid_login" USING btree ("browser_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_party_firm" ON "mandates_party" USING btree ("firm_hash");
--> statement-breakpoint
CREATE INDEX "mandates_mandate_holder" ON "mandates_mandate" USING btree ("holder_id","state");
--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_mandate_code" ON "mandates_mandate" USING btree ("code_hash");
--> statement-breakpoint
CREATE INDEX "mandates_mandate_represented" ON "mandates_mandate" USING btree ("represented_id","state");
--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_message_dedupe" ON "notifications_message" USING btree ("account_id","dedupe_key");
--> statement-breakpoint
CREATE INDEX "notifications_message_account" ON "notifications_message" USING btree ("account_id","at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_subscription_endpoint" ON "notifications_subscription" USING btree ("endpoint_hash");
--> statement-breakpoint
CREATE INDEX "notifications_subscription_account" ON "notifications_subscription" USING btree ("account_id","created_at");
--> statement-breakpoint
CREATE INDEX "cases_word_case" ON "cases_word" USING btree ("case_id");
--> statement-breakpoint
CREATE INDEX "vault_document_owner" ON "vault_document" USING btree ("owner_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "vault_document_held" ON "vault_document" USING btree ("held_since","id");
--> statement-breakpoint
CREATE INDEX "vault_document_folder" ON "vault_document" USING btree ("folder_id");
--> statement-breakpoint
CREATE INDEX "vault_document_prepared" ON "vault_document" USING btree ("prepared_by");
--> statement-breakpoint
CREATE INDEX "vault_folder_owner" ON "vault_folder" USING btree ("owner_id","created_at","id");
