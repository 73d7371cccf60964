
--> statement-breakpoint
-- Asked about two to ten dates, and these stay: what people said is said about them.
CREATE FUNCTION polls_ask_about_some_dates() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asked integer := (SELECT count(*) FROM poll_dates d WHERE d.poll_id = CASE TG_TABLE_NAME WHEN 'meeting_polls' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'poll_id')::uuid END);
BEGIN
	IF asked NOT BETWEEN 2 AND 10 THEN
		RAISE EXCEPTION 'a poll asks about two to ten dates' USING errcode = 'check_violation', constraint = 'polls_ask_about_some_dates';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER polls_ask_about_some_dates AFTER INSERT ON meeting_polls DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION polls_ask_about_some_dates();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER polls_ask_about_so_many_dates AFTER INSERT ON poll_dates DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION polls_ask_about_some_dates();
--> statement-breakpoint
CREATE TRIGGER poll_dates_never_change BEFORE UPDATE OR DELETE ON poll_dates FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER poll_closings_never_change BEFORE UPDATE OR DELETE ON poll_closings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Whoever replies and whoever closes take turns on the row of the poll; once it is closed nobody replies.
CREATE FUNCTION closed_polls_take_no_replies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM meeting_polls p WHERE p.id = coalesce(NEW.poll_id, OLD.poll_id) FOR KEY SHARE;
	IF EXISTS (SELECT FROM poll_closings c WHERE c.poll_id = coalesce(NEW.poll_id, OLD.poll_id)) THEN
		RAISE EXCEPTION 'a closed poll takes no replies' USING errcode = 'check_violation', constraint = 'closed_polls_take_no_replies';
	END IF;
	RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER closed_polls_take_no_replies BEFORE INSERT OR UPDATE OR DELETE ON poll_replies
	FOR EACH ROW EXECUTE FUNCTION closed_polls_take_no_replies();
--> statement-breakpoint
CREATE FUNCTION closing_a_poll_waits_for_replies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM meeting_polls p WHERE p.id = NEW.poll_id FOR UPDATE;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER closing_a_poll_waits_for_replies BEFORE INSERT ON poll_closings
	FOR EACH ROW EXECUTE FUNCTION closing_a_poll_waits_for_replies();
--> statement-breakpoint
-- The meeting that a poll ends with is one of the group that was asked.
CREATE FUNCTION polls_plan_their_own_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.meeting_id IS NOT NULL AND NOT EXISTS (
		SELECT FROM meetings m JOIN meeting_polls p ON p.group_id = m.group_id WHERE m.id = NEW.meeting_id AND p.id = NEW.poll_id
	) THEN
		RAISE EXCEPTION 'a poll ends with a meeting of its group' USING errcode = 'check_violation', constraint = 'polls_plan_their_own_meeting';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER polls_plan_their_own_meeting BEFORE INSERT ON poll_closings
	FOR EACH ROW EXECUTE FUNCTION polls_plan_their_own_meeting();
