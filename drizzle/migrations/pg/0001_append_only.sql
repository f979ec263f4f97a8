-- What was written here stays as it was written.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_log_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "releases_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "releases"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "release_parts_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_parts"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "signatures_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signatures"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "revocations_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revocations"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "draft_edits_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "draft_edits"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "journal_refuses_update" BEFORE UPDATE ON "journal"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
