-- What was written here stays as it was written.
CREATE TRIGGER `audit_log_refuses_update` BEFORE UPDATE ON `audit_log`
BEGIN
	SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_refuses_delete` BEFORE DELETE ON `audit_log`
BEGIN
	SELECT RAISE(ABORT, 'The audit log is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `releases_refuses_update` BEFORE UPDATE ON `releases`
BEGIN
	SELECT RAISE(ABORT, 'A release is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `releases_refuses_delete` BEFORE DELETE ON `releases`
BEGIN
	SELECT RAISE(ABORT, 'A release is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `release_parts_refuses_update` BEFORE UPDATE ON `release_parts`
BEGIN
	SELECT RAISE(ABORT, 'A release is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `release_parts_refuses_delete` BEFORE DELETE ON `release_parts`
BEGIN
	SELECT RAISE(ABORT, 'A release is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `signatures_refuses_update` BEFORE UPDATE ON `signatures`
BEGIN
	SELECT RAISE(ABORT, 'A signature is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `signatures_refuses_delete` BEFORE DELETE ON `signatures`
BEGIN
	SELECT RAISE(ABORT, 'A signature is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `revocations_refuses_update` BEFORE UPDATE ON `revocations`
BEGIN
	SELECT RAISE(ABORT, 'A revocation is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `revocations_refuses_delete` BEFORE DELETE ON `revocations`
BEGIN
	SELECT RAISE(ABORT, 'A revocation is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_edits_refuses_update` BEFORE UPDATE ON `draft_edits`
BEGIN
	SELECT RAISE(ABORT, 'A draft log is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `draft_edits_refuses_delete` BEFORE DELETE ON `draft_edits`
BEGIN
	SELECT RAISE(ABORT, 'A draft log is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER `journal_refuses_update` BEFORE UPDATE ON `journal`
BEGIN
	SELECT RAISE(ABORT, 'The journal is append-only.');
END;
