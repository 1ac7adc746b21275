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
