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
