CREATE TABLE "addresses" (
	"organisation" text NOT NULL,
	"blind" text NOT NULL,
	"person" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "addresses_organisation_blind_pk" PRIMARY KEY("organisation","blind")
);
--> statement-breakpoint
CREATE TABLE "aliases" (
	"organisation" text NOT NULL,
	"flow" text NOT NULL,
	"name" text NOT NULL,
	"release" text,
	"pointed_at" timestamp (3) with time zone,
	"pointed_by" text,
	CONSTRAINT "aliases_organisation_flow_name_pk" PRIMARY KEY("organisation","flow","name")
);
--> statement-breakpoint
CREATE TABLE "audio" (
	"organisation" text NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"bytes" "bytea",
	CONSTRAINT "audio_organisation_sha256_pk" PRIMARY KEY("organisation","sha256")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"organisation" text PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"organisation" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"action" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "audit_log_organisation_sequence_pk" PRIMARY KEY("organisation","sequence")
);
--> statement-breakpoint
CREATE TABLE "bindings" (
	"organisation" text NOT NULL,
	"number" text NOT NULL,
	"channel" text NOT NULL,
	"flow" text NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "bindings_organisation_number_channel_pk" PRIMARY KEY("organisation","number","channel")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"flow" text NOT NULL,
	"release" text,
	"node" text,
	"person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text,
	CONSTRAINT "comments_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"blind" text NOT NULL,
	"ours" text NOT NULL,
	"change" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"session" text,
	CONSTRAINT "consents_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"person" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "contacts_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"organisation" text NOT NULL,
	"owner" text NOT NULL,
	"wrapped" text NOT NULL,
	CONSTRAINT "data_keys_organisation_owner_pk" PRIMARY KEY("organisation","owner")
);
--> statement-breakpoint
CREATE TABLE "draft_edits" (
	"organisation" text NOT NULL,
	"flow" text NOT NULL,
	"revision" integer NOT NULL,
	"base" integer NOT NULL,
	"person" text,
	"at" timestamp (3) with time zone NOT NULL,
	"edit" text NOT NULL,
	"request" text,
	CONSTRAINT "draft_edits_organisation_flow_revision_pk" PRIMARY KEY("organisation","flow","revision")
);
--> statement-breakpoint
CREATE TABLE "draft_snapshots" (
	"organisation" text NOT NULL,
	"flow" text NOT NULL,
	"revision" integer NOT NULL,
	"draft" text NOT NULL,
	CONSTRAINT "draft_snapshots_organisation_flow_pk" PRIMARY KEY("organisation","flow")
);
--> statement-breakpoint
CREATE TABLE "flows" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"folder" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "flows_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"site" text,
	"team" text,
	"folder" text,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" text,
	CONSTRAINT "grants_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"organisation" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbox_organisation_key_pk" PRIMARY KEY("organisation","key")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"organisation" text NOT NULL,
	"session" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"facts" text NOT NULL,
	"sealed" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "journal_organisation_session_sequence_pk" PRIMARY KEY("organisation","session","sequence")
);
--> statement-breakpoint
CREATE TABLE "legs" (
	"organisation" text NOT NULL,
	"session" text NOT NULL,
	"id" text NOT NULL,
	"role" text NOT NULL,
	"sid" text NOT NULL,
	"turn" integer NOT NULL,
	"sealed" text NOT NULL,
	"status" text NOT NULL,
	"node" text,
	"rung" integer,
	CONSTRAINT "legs_organisation_session_id_pk" PRIMARY KEY("organisation","session","id")
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"organisation" text NOT NULL,
	"number" text NOT NULL,
	"account" text NOT NULL,
	"label" text NOT NULL,
	"site" text,
	"human_number" text,
	"emergency_number" text NOT NULL,
	"keyword_replies" text NOT NULL,
	CONSTRAINT "numbers_organisation_number_pk" PRIMARY KEY("organisation","number")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"organisation" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"session" text NOT NULL,
	"account" text NOT NULL,
	"key" text NOT NULL,
	"sealed_work" text NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"state" text NOT NULL,
	"error" text,
	CONSTRAINT "outbox_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text,
	"disabled" boolean NOT NULL,
	"demo" boolean NOT NULL,
	"failed_attempts" integer NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "persons_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"organisation" text NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preferences_organisation_person_name_pk" PRIMARY KEY("organisation","person","name")
);
--> statement-breakpoint
CREATE TABLE "reference_mappings" (
	"organisation" text NOT NULL,
	"environment" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	CONSTRAINT "reference_mappings_organisation_environment_kind_name_pk" PRIMARY KEY("organisation","environment","kind","name")
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"account" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"facts" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "refusals_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "release_parts" (
	"organisation" text NOT NULL,
	"release" text NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "release_parts_organisation_release_part_pk" PRIMARY KEY("organisation","release","part")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"organisation" text NOT NULL,
	"hash" text NOT NULL,
	"flow" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text,
	"revision" integer NOT NULL,
	"manifest_text" text NOT NULL,
	"chart_text" text NOT NULL,
	"content_text" text NOT NULL,
	"layout_text" text NOT NULL,
	CONSTRAINT "releases_organisation_hash_pk" PRIMARY KEY("organisation","hash")
);
--> statement-breakpoint
CREATE TABLE "revocations" (
	"organisation" text NOT NULL,
	"signature" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "revocations_organisation_signature_pk" PRIMARY KEY("organisation","signature")
);
--> statement-breakpoint
CREATE TABLE "rungs" (
	"organisation" text NOT NULL,
	"ours" text NOT NULL,
	"theirs_blind" text NOT NULL,
	"session" text NOT NULL,
	"node" text NOT NULL,
	"rung" integer NOT NULL,
	CONSTRAINT "rungs_organisation_ours_theirs_blind_pk" PRIMARY KEY("organisation","ours","theirs_blind")
);
--> statement-breakpoint
CREATE TABLE "safe_flows" (
	"organisation" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"release" text NOT NULL,
	CONSTRAINT "safe_flows_organisation_channel_locale_pk" PRIMARY KEY("organisation","channel","locale")
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"organisation" text NOT NULL,
	"name" text NOT NULL,
	"sealed" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text,
	CONSTRAINT "secrets_organisation_name_pk" PRIMARY KEY("organisation","name")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"contact" text,
	"account" text NOT NULL,
	"release" text,
	"flow" text,
	"channel" text NOT NULL,
	"ours" text NOT NULL,
	"theirs_blind" text NOT NULL,
	"sealed_theirs" text NOT NULL,
	"person" text,
	"sealed_snapshot" text,
	"revision" integer NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"nodes" jsonb NOT NULL,
	"locale" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"journal_length" integer NOT NULL,
	"journal_head" text NOT NULL,
	CONSTRAINT "sessions_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"organisation" text NOT NULL,
	"token_hash" text NOT NULL,
	"person" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"proved_at" timestamp (3) with time zone,
	CONSTRAINT "sign_ins_organisation_token_hash_pk" PRIMARY KEY("organisation","token_hash")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"release" text NOT NULL,
	"person" text NOT NULL,
	"meaning" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"record_text" text NOT NULL,
	"countersignature" text NOT NULL,
	"key_id" text NOT NULL,
	CONSTRAINT "signatures_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"public_pem" text NOT NULL,
	"sealed_private_pem" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "signing_keys_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"human_number" text,
	CONSTRAINT "sites_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "studio_imports" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"flow" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"source_text" text NOT NULL,
	"report_text" text NOT NULL,
	"references_text" text NOT NULL,
	CONSTRAINT "studio_imports_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"organisation" text NOT NULL,
	"release" text NOT NULL,
	"flow" text NOT NULL,
	"state" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"summary" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "submissions_organisation_release_pk" PRIMARY KEY("organisation","release")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"organisation" text NOT NULL,
	"blind" text NOT NULL,
	"ours" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "suppressions_organisation_blind_ours_pk" PRIMARY KEY("organisation","blind","ours")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"site" text,
	"name" text NOT NULL,
	CONSTRAINT "teams_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "telephony_accounts" (
	"organisation" text NOT NULL,
	"id" text NOT NULL,
	"sid" text NOT NULL,
	"name" text NOT NULL,
	"auth_tokens" text NOT NULL,
	CONSTRAINT "telephony_accounts_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"organisation" text NOT NULL,
	"session" text NOT NULL,
	"id" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sealed_event" text NOT NULL,
	"leased_until" timestamp (3) with time zone,
	CONSTRAINT "timers_organisation_session_id_pk" PRIMARY KEY("organisation","session","id")
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"organisation" text NOT NULL,
	"release" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"stop_now" boolean NOT NULL,
	CONSTRAINT "withdrawals_organisation_release_pk" PRIMARY KEY("organisation","release")
);
--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_of_flow" FOREIGN KEY ("organisation","flow") REFERENCES "public"."flows"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_of_number" FOREIGN KEY ("organisation","number") REFERENCES "public"."numbers"("organisation","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_of_flow" FOREIGN KEY ("organisation","flow") REFERENCES "public"."flows"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_of_person" FOREIGN KEY ("organisation","person") REFERENCES "public"."people"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_of_release" FOREIGN KEY ("organisation","release") REFERENCES "public"."releases"("organisation","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addresses_person" ON "addresses" USING btree ("organisation","person");--> statement-breakpoint
CREATE INDEX "bindings_flow" ON "bindings" USING btree ("organisation","flow","alias");--> statement-breakpoint
CREATE INDEX "comments_flow" ON "comments" USING btree ("organisation","flow");--> statement-breakpoint
CREATE INDEX "consents_blind" ON "consents" USING btree ("organisation","blind","ours");--> statement-breakpoint
CREATE INDEX "draft_edits_request" ON "draft_edits" USING btree ("organisation","flow","request");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("organisation","person");--> statement-breakpoint
CREATE INDEX "journal_at" ON "journal" USING btree ("organisation","at");--> statement-breakpoint
CREATE INDEX "legs_sid" ON "legs" USING btree ("organisation","sid");--> statement-breakpoint
CREATE UNIQUE INDEX "numbers_account" ON "numbers" USING btree ("account","number");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("organisation","key");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("state","not_before");--> statement-breakpoint
CREATE INDEX "outbox_session" ON "outbox" USING btree ("organisation","session");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("organisation","email");--> statement-breakpoint
CREATE INDEX "refusals_at" ON "refusals" USING btree ("organisation","at");--> statement-breakpoint
CREATE INDEX "release_parts_part" ON "release_parts" USING btree ("organisation","part");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_version" ON "releases" USING btree ("organisation","flow","version");--> statement-breakpoint
CREATE INDEX "sessions_started" ON "sessions" USING btree ("organisation","started_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_thread" ON "sessions" USING btree ("organisation","theirs_blind","ours") WHERE status = 'open' and channel = 'sms';--> statement-breakpoint
CREATE INDEX "sessions_theirs" ON "sessions" USING btree ("organisation","theirs_blind");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("organisation","person");--> statement-breakpoint
CREATE INDEX "sign_ins_person" ON "sign_ins" USING btree ("organisation","person");--> statement-breakpoint
CREATE INDEX "signatures_release" ON "signatures" USING btree ("organisation","release");--> statement-breakpoint
CREATE INDEX "studio_imports_flow" ON "studio_imports" USING btree ("organisation","flow");--> statement-breakpoint
CREATE INDEX "submissions_state" ON "submissions" USING btree ("organisation","state");--> statement-breakpoint
CREATE UNIQUE INDEX "telephony_accounts_id" ON "telephony_accounts" USING btree ("id");--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" USING btree ("due_at");