-- Custom SQL migration file, put your code below! --
-- Frozen versions show their pictures for ever.
CREATE TRIGGER attachments_never_change BEFORE UPDATE OR DELETE ON "attachments" FOR EACH ROW EXECUTE FUNCTION refuse_change();

--> statement-breakpoint
CREATE FUNCTION keep_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM edition_takeovers t WHERE t.edition_id = OLD.edition_id) THEN
		RAISE EXCEPTION 'what an edition says never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER statements_never_change BEFORE UPDATE OR DELETE ON statements FOR EACH ROW EXECUTE FUNCTION keep_statement();

--> statement-breakpoint
CREATE FUNCTION keep_remark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.id, NEW.thread_id, NEW.author_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.thread_id, OLD.author_id, OLD.created_at) THEN
		RAISE EXCEPTION 'what somebody said stays theirs, where they said it' USING ERRCODE = 'restrict_violation';
	END IF;
	IF OLD.deleted_at IS NOT NULL THEN
		RAISE EXCEPTION 'what was deleted does not come back' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER remarks_stay_theirs BEFORE UPDATE ON document_remarks FOR EACH ROW EXECUTE FUNCTION keep_remark();
--> statement-breakpoint
CREATE FUNCTION keep_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.id, NEW.document_id, NEW.group_id, NEW."on", NEW.anchor, NEW.quote, NEW.suggestion_id, NEW.row_id, NEW.snapshot_id, NEW.window_id, NEW.created_by_id, NEW.created_at)
		IS DISTINCT FROM (OLD.id, OLD.document_id, OLD.group_id, OLD."on", OLD.anchor, OLD.quote, OLD.suggestion_id, OLD.row_id, OLD.snapshot_id, OLD.window_id, OLD.created_by_id, OLD.created_at) THEN
		RAISE EXCEPTION 'what a conversation hangs on never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER threads_hang_where_they_hang BEFORE UPDATE ON document_threads FOR EACH ROW EXECUTE FUNCTION keep_thread();
--> statement-breakpoint
CREATE FUNCTION keep_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR OLD.state <> 'open' THEN
		RAISE EXCEPTION 'what became of a suggestion stays' USING ERRCODE = 'restrict_violation';
	END IF;
	IF (NEW.id, NEW.document_id, NEW.author_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.document_id, OLD.author_id, OLD.created_at) THEN
		RAISE EXCEPTION 'a suggestion stays with its author and its text' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW.version < OLD.version OR (NEW.state <> 'open' AND NEW.update <> OLD.update) THEN
		RAISE EXCEPTION 'what is decided on is what was last proposed' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER suggestions_keep_faith BEFORE UPDATE OR DELETE ON suggestions FOR EACH ROW EXECUTE FUNCTION keep_suggestion();

--> statement-breakpoint
CREATE FUNCTION keep_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'what a text once said is kept as it was, or not at all' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER contents_stay_what_they_were BEFORE UPDATE ON document_contents FOR EACH ROW EXECUTE FUNCTION keep_content();
--> statement-breakpoint
CREATE FUNCTION keep_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF OLD.kind <> 'automatic' OR OLD.name <> '' THEN
			RAISE EXCEPTION 'only a state that nobody named is given up' USING ERRCODE = 'restrict_violation';
		END IF;
		RETURN OLD;
	END IF;
	IF (NEW.id, NEW.document_id, NEW.kind, NEW.checksum, NEW.title, NEW.reached_at, NEW.created_by_id, NEW.created_at, NEW.restored_number, NEW.restored_from, NEW.snapshot_id)
		IS DISTINCT FROM (OLD.id, OLD.document_id, OLD.kind, OLD.checksum, OLD.title, OLD.reached_at, OLD.created_by_id, OLD.created_at, OLD.restored_number, OLD.restored_from, OLD.snapshot_id) THEN
		RAISE EXCEPTION 'a state may be named, and nothing else about it changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER points_stay_what_they_were BEFORE UPDATE OR DELETE ON document_points FOR EACH ROW EXECUTE FUNCTION keep_point();
