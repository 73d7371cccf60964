-- Custom SQL migration file, put your code below! --
create function attachments_keep_faith() returns trigger language plpgsql as $$
begin
  raise exception 'a picture neither changes nor goes: frozen versions show it for ever' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger attachments_keep_faith before update or delete on attachments
  for each row execute function attachments_keep_faith();

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
