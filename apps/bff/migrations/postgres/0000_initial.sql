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
