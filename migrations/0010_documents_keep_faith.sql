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
	IF (NEW.id, NEW.document_id, NEW.group_id, NEW."on", NEW.anchor, NEW.quote, NEW.suggestion_id, NEW.row_id, NEW.snapshot_id, NEW.window_id, NEW.also_for_id, NEW.created_by_id, NEW.created_at)
		IS DISTINCT FROM (OLD.id, OLD.document_id, OLD.group_id, OLD."on", OLD.anchor, OLD.quote, OLD.suggestion_id, OLD.row_id, OLD.snapshot_id, OLD.window_id, OLD.also_for_id, OLD.created_by_id, OLD.created_at) THEN
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

--> statement-breakpoint
-- The first column says when it ended: from then on nothing changes any more; until then only these columns do.
CREATE FUNCTION keep_but_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL OR to_jsonb(NEW) - TG_ARGV <> to_jsonb(OLD) - TG_ARGV THEN
		RAISE EXCEPTION 'a row of % can only be ended, once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reviews_only_end BEFORE UPDATE OR DELETE ON document_reviews FOR EACH ROW EXECUTE FUNCTION keep_but_end('ended_at', 'ended_by_id');
--> statement-breakpoint
CREATE TRIGGER readers_only_read BEFORE UPDATE OR DELETE ON review_readers FOR EACH ROW EXECUTE FUNCTION keep_but_end('read_at');
--> statement-breakpoint
CREATE TRIGGER archivings_only_end BEFORE UPDATE OR DELETE ON document_archivings FOR EACH ROW EXECUTE FUNCTION keep_but_end('taken_out_at', 'taken_out_by_id');
--> statement-breakpoint
CREATE TRIGGER replacements_only_end BEFORE UPDATE OR DELETE ON document_replacements FOR EACH ROW EXECUTE FUNCTION keep_but_end('taken_back_at', 'taken_back_by_id');
--> statement-breakpoint
CREATE TRIGGER editorial_mandates_only_end BEFORE UPDATE OR DELETE ON editorial_mandates FOR EACH ROW EXECUTE FUNCTION keep_but_end('ended_at', 'ended_by_id', 'confirmed_at', 'confirmed_by_id');
--> statement-breakpoint
CREATE TRIGGER corrections_only_end BEFORE UPDATE OR DELETE ON document_corrections FOR EACH ROW EXECUTE FUNCTION keep_but_end('ended_at', 'confirmed_by_id', 'snapshot_id', 'discarded_by_id');
--> statement-breakpoint
CREATE TRIGGER publications_never_change BEFORE UPDATE OR DELETE ON publications FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER co_signatures_never_change BEFORE UPDATE OR DELETE ON co_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publication_withdrawals_never_change BEFORE UPDATE OR DELETE ON publication_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What is corrected is what was adopted, never a correction of it.
CREATE FUNCTION check_original() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.original_id IS NOT NULL AND EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.original_id AND suffix <> '') THEN
		RAISE EXCEPTION 'a corrected version points to its original' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER corrections_point_to_the_original BEFORE INSERT ON snapshots FOR EACH ROW EXECUTE FUNCTION check_original();
--> statement-breakpoint
CREATE FUNCTION refuse_another_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.is_template <> OLD.is_template THEN
		RAISE EXCEPTION 'a template stays one' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER templates_stay_templates BEFORE UPDATE OF is_template ON documents FOR EACH ROW EXECUTE FUNCTION refuse_another_use();
--> statement-breakpoint
ALTER TABLE snapshots ADD CONSTRAINT corrected_versions_keep_their_number FOREIGN KEY (original_id, document_id, number) REFERENCES snapshots (id, document_id, number);
