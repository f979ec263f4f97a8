CREATE TABLE `addresses` (
	`organisation` text NOT NULL,
	`blind` text NOT NULL,
	`person` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `blind`)
);
--> statement-breakpoint
CREATE INDEX `addresses_person` ON `addresses` (`organisation`,`person`);--> statement-breakpoint
CREATE TABLE `aliases` (
	`organisation` text NOT NULL,
	`flow` text NOT NULL,
	`name` text NOT NULL,
	`release` text,
	`pointed_at` integer,
	`pointed_by` text,
	PRIMARY KEY(`organisation`, `flow`, `name`),
	FOREIGN KEY (`organisation`,`flow`) REFERENCES `flows`(`organisation`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audio` (
	`organisation` text NOT NULL,
	`sha256` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`created_at` integer NOT NULL,
	`bytes` blob,
	PRIMARY KEY(`organisation`, `sha256`)
);
--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`organisation` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`organisation` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`person` text,
	`action` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`organisation`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `bindings` (
	`organisation` text NOT NULL,
	`number` text NOT NULL,
	`channel` text NOT NULL,
	`flow` text NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`organisation`, `number`, `channel`),
	FOREIGN KEY (`organisation`,`number`) REFERENCES `numbers`(`organisation`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bindings_flow` ON `bindings` (`organisation`,`flow`,`alias`);--> statement-breakpoint
CREATE TABLE `comments` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`flow` text NOT NULL,
	`release` text,
	`node` text,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE INDEX `comments_flow` ON `comments` (`organisation`,`flow`);--> statement-breakpoint
CREATE TABLE `consents` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`blind` text NOT NULL,
	`ours` text NOT NULL,
	`change` text NOT NULL,
	`at` integer NOT NULL,
	`session` text,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE INDEX `consents_blind` ON `consents` (`organisation`,`blind`,`ours`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`person` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `data_keys` (
	`organisation` text NOT NULL,
	`owner` text NOT NULL,
	`wrapped` text NOT NULL,
	PRIMARY KEY(`organisation`, `owner`)
);
--> statement-breakpoint
CREATE TABLE `draft_edits` (
	`organisation` text NOT NULL,
	`flow` text NOT NULL,
	`revision` integer NOT NULL,
	`base` integer NOT NULL,
	`person` text,
	`at` integer NOT NULL,
	`edit` text NOT NULL,
	`request` text,
	PRIMARY KEY(`organisation`, `flow`, `revision`),
	FOREIGN KEY (`organisation`,`flow`) REFERENCES `flows`(`organisation`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_edits_request` ON `draft_edits` (`organisation`,`flow`,`request`);--> statement-breakpoint
CREATE TABLE `draft_snapshots` (
	`organisation` text NOT NULL,
	`flow` text NOT NULL,
	`revision` integer NOT NULL,
	`draft` text NOT NULL,
	PRIMARY KEY(`organisation`, `flow`)
);
--> statement-breakpoint
CREATE TABLE `flows` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`folder` text,
	`created_at` integer NOT NULL,
	`created_by` text,
	`archived_at` integer,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`site` text,
	`team` text,
	`folder` text,
	`granted_at` integer NOT NULL,
	`granted_by` text,
	PRIMARY KEY(`organisation`, `id`),
	FOREIGN KEY (`organisation`,`person`) REFERENCES `people`(`organisation`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`organisation`,`person`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`organisation` text NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `key`)
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`organisation` text NOT NULL,
	`session` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`sealed` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`organisation`, `session`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `journal_at` ON `journal` (`organisation`,`at`);--> statement-breakpoint
CREATE TABLE `legs` (
	`organisation` text NOT NULL,
	`session` text NOT NULL,
	`id` text NOT NULL,
	`role` text NOT NULL,
	`sid` text NOT NULL,
	`turn` integer NOT NULL,
	`sealed` text NOT NULL,
	`status` text NOT NULL,
	`node` text,
	`rung` integer,
	PRIMARY KEY(`organisation`, `session`, `id`)
);
--> statement-breakpoint
CREATE INDEX `legs_sid` ON `legs` (`organisation`,`sid`);--> statement-breakpoint
CREATE TABLE `numbers` (
	`organisation` text NOT NULL,
	`number` text NOT NULL,
	`account` text NOT NULL,
	`label` text NOT NULL,
	`site` text,
	`human_number` text,
	`emergency_number` text NOT NULL,
	`keyword_replies` text NOT NULL,
	PRIMARY KEY(`organisation`, `number`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `numbers_account` ON `numbers` (`account`,`number`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`organisation` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`session` text NOT NULL,
	`account` text NOT NULL,
	`key` text NOT NULL,
	`sealed_work` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer NOT NULL,
	`leased_until` integer,
	`state` text NOT NULL,
	`error` text,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`organisation`,`key`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_session` ON `outbox` (`organisation`,`session`);--> statement-breakpoint
CREATE TABLE `people` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`password_hash` text NOT NULL,
	`locale` text,
	`disabled` integer NOT NULL,
	`demo` integer NOT NULL,
	`failed_attempts` integer NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`organisation`,`email`);--> statement-breakpoint
CREATE TABLE `persons` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `preferences` (
	`organisation` text NOT NULL,
	`person` text NOT NULL,
	`name` text NOT NULL,
	`sealed` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `person`, `name`)
);
--> statement-breakpoint
CREATE TABLE `reference_mappings` (
	`organisation` text NOT NULL,
	`environment` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	`person` text,
	PRIMARY KEY(`organisation`, `environment`, `kind`, `name`)
);
--> statement-breakpoint
CREATE TABLE `refusals` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`account` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE INDEX `refusals_at` ON `refusals` (`organisation`,`at`);--> statement-breakpoint
CREATE TABLE `release_parts` (
	`organisation` text NOT NULL,
	`release` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`organisation`, `release`, `part`)
);
--> statement-breakpoint
CREATE INDEX `release_parts_part` ON `release_parts` (`organisation`,`part`);--> statement-breakpoint
CREATE TABLE `releases` (
	`organisation` text NOT NULL,
	`hash` text NOT NULL,
	`flow` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`revision` integer NOT NULL,
	`manifest_text` text NOT NULL,
	`chart_text` text NOT NULL,
	`content_text` text NOT NULL,
	`layout_text` text NOT NULL,
	PRIMARY KEY(`organisation`, `hash`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_version` ON `releases` (`organisation`,`flow`,`version`);--> statement-breakpoint
CREATE TABLE `revocations` (
	`organisation` text NOT NULL,
	`signature` text NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`organisation`, `signature`)
);
--> statement-breakpoint
CREATE TABLE `rungs` (
	`organisation` text NOT NULL,
	`ours` text NOT NULL,
	`theirs_blind` text NOT NULL,
	`session` text NOT NULL,
	`node` text NOT NULL,
	`rung` integer NOT NULL,
	PRIMARY KEY(`organisation`, `ours`, `theirs_blind`)
);
--> statement-breakpoint
CREATE TABLE `safe_flows` (
	`organisation` text NOT NULL,
	`channel` text NOT NULL,
	`locale` text NOT NULL,
	`release` text NOT NULL,
	PRIMARY KEY(`organisation`, `channel`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `secrets` (
	`organisation` text NOT NULL,
	`name` text NOT NULL,
	`sealed` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`organisation`, `name`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`contact` text,
	`account` text NOT NULL,
	`release` text,
	`flow` text,
	`channel` text NOT NULL,
	`ours` text NOT NULL,
	`theirs_blind` text NOT NULL,
	`sealed_theirs` text NOT NULL,
	`person` text,
	`sealed_snapshot` text,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`outcome` text,
	`nodes` text NOT NULL,
	`locale` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`journal_length` integer NOT NULL,
	`journal_head` text NOT NULL,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE INDEX `sessions_started` ON `sessions` (`organisation`,`started_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_thread` ON `sessions` (`organisation`,`theirs_blind`,`ours`) WHERE status = 'open' and channel = 'sms';--> statement-breakpoint
CREATE INDEX `sessions_theirs` ON `sessions` (`organisation`,`theirs_blind`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`organisation`,`person`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`organisation` text NOT NULL,
	`token_hash` text NOT NULL,
	`person` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`proved_at` integer,
	PRIMARY KEY(`organisation`, `token_hash`)
);
--> statement-breakpoint
CREATE INDEX `sign_ins_person` ON `sign_ins` (`organisation`,`person`);--> statement-breakpoint
CREATE TABLE `signatures` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`release` text NOT NULL,
	`person` text NOT NULL,
	`meaning` text NOT NULL,
	`at` integer NOT NULL,
	`record_text` text NOT NULL,
	`countersignature` text NOT NULL,
	`key_id` text NOT NULL,
	PRIMARY KEY(`organisation`, `id`),
	FOREIGN KEY (`organisation`,`release`) REFERENCES `releases`(`organisation`,`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signatures_release` ON `signatures` (`organisation`,`release`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`public_pem` text NOT NULL,
	`sealed_private_pem` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `sites` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`human_number` text,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `studio_imports` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`flow` text NOT NULL,
	`at` integer NOT NULL,
	`person` text,
	`source_text` text NOT NULL,
	`report_text` text NOT NULL,
	`references_text` text NOT NULL,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE INDEX `studio_imports_flow` ON `studio_imports` (`organisation`,`flow`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`organisation` text NOT NULL,
	`release` text NOT NULL,
	`flow` text NOT NULL,
	`state` text NOT NULL,
	`submitted_by` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`summary` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	PRIMARY KEY(`organisation`, `release`)
);
--> statement-breakpoint
CREATE INDEX `submissions_state` ON `submissions` (`organisation`,`state`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`organisation` text NOT NULL,
	`blind` text NOT NULL,
	`ours` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`organisation`, `blind`, `ours`)
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`site` text,
	`name` text NOT NULL,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE TABLE `telephony_accounts` (
	`organisation` text NOT NULL,
	`id` text NOT NULL,
	`sid` text NOT NULL,
	`name` text NOT NULL,
	`auth_tokens` text NOT NULL,
	PRIMARY KEY(`organisation`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `telephony_accounts_id` ON `telephony_accounts` (`id`);--> statement-breakpoint
CREATE TABLE `timers` (
	`organisation` text NOT NULL,
	`session` text NOT NULL,
	`id` text NOT NULL,
	`due_at` integer NOT NULL,
	`sealed_event` text NOT NULL,
	`leased_until` integer,
	PRIMARY KEY(`organisation`, `session`, `id`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due_at`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`organisation` text NOT NULL,
	`release` text NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	`stop_now` integer NOT NULL,
	PRIMARY KEY(`organisation`, `release`)
);
