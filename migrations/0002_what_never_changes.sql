-- What must never change (DOMAIN.md 3.10): refused by the database, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER snapshots_never_change BEFORE UPDATE OR DELETE ON "snapshots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER rounds_never_change BEFORE UPDATE OR DELETE ON "rounds" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER seats_never_change BEFORE UPDATE OR DELETE ON "seats" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER seat_losses_never_change BEFORE UPDATE OR DELETE ON "seat_losses" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER late_ballots_never_change BEFORE UPDATE OR DELETE ON "late_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER counts_never_change BEFORE UPDATE OR DELETE ON "counts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER objections_never_change BEFORE UPDATE OR DELETE ON "objections" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER objection_endings_never_change BEFORE UPDATE OR DELETE ON "objection_endings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_withdrawals_never_change BEFORE UPDATE OR DELETE ON "proposal_withdrawals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decisions_never_change BEFORE UPDATE OR DELETE ON "decisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A report may be taken back, once, and nothing else about it changes.
CREATE FUNCTION refuse_rewriting_a_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.discarded_at IS NULL AND NEW.discarded_at IS NOT NULL
		AND to_jsonb(NEW) - 'discarded_at' = to_jsonb(OLD) - 'discarded_at'
		AND NOT EXISTS (SELECT 1 FROM decisions WHERE record_id = OLD.id)
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a report can only be taken back, before it is confirmed' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER records_are_only_taken_back BEFORE UPDATE OR DELETE ON "records" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_a_report();
--> statement-breakpoint
-- The roll is fixed at opening: nobody is added once somebody has answered.
CREATE FUNCTION refuse_late_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM ballots WHERE round_id = NEW.round_id) OR EXISTS (SELECT 1 FROM counts WHERE round_id = NEW.round_id) THEN
		RAISE EXCEPTION 'the roll of a round is fixed' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER the_roll_is_fixed BEFORE INSERT ON "seats" FOR EACH ROW EXECUTE FUNCTION refuse_late_seats();
--> statement-breakpoint
-- Answers count until the count, fit the method, and come from whoever holds the seat.
CREATE FUNCTION check_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM counts WHERE round_id = COALESCE(NEW.round_id, OLD.round_id)) THEN
		RAISE EXCEPTION 'the round has been counted' USING ERRCODE = 'restrict_violation';
	END IF;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	IF TG_OP = 'UPDATE' AND (NEW.seat_id, NEW.round_id) IS DISTINCT FROM (OLD.seat_id, OLD.round_id) THEN
		RAISE EXCEPTION 'a ballot stays with its seat' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NOT EXISTS (SELECT 1 FROM seats WHERE id = NEW.seat_id AND holder_id = NEW.cast_by_id) THEN
		RAISE EXCEPTION 'only the holder of a seat answers for it' USING ERRCODE = 'check_violation';
	END IF;
	IF (NEW.choice IN ('consent', 'concern', 'objection')) <> (SELECT method = 'consent' FROM rounds WHERE id = NEW.round_id) THEN
		RAISE EXCEPTION 'the answer does not fit the method' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ballots_are_valid BEFORE INSERT OR UPDATE OR DELETE ON "ballots" FOR EACH ROW EXECUTE FUNCTION check_ballot();
--> statement-breakpoint
-- The wording of a proposal is frozen while a round about it is open.
CREATE FUNCTION refuse_change_while_deciding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM rounds LEFT JOIN counts ON counts.round_id = rounds.id
		WHERE rounds.proposal_id = OLD.id AND counts.round_id IS NULL
	) THEN
		RAISE EXCEPTION 'a round about this proposal is open' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposals_are_frozen_in_a_round BEFORE UPDATE ON "proposals" FOR EACH ROW EXECUTE FUNCTION refuse_change_while_deciding();
--> statement-breakpoint
-- What happened has happened.
CREATE TRIGGER events_never_change BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What a document is and whose it is was fixed at creation (DOMAIN.md 3.5); documents are never deleted.
CREATE FUNCTION refuse_another_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE'
		OR (NEW.kind, NEW.group_id, NEW.created_by_id) IS DISTINCT FROM (OLD.kind, OLD.group_id, OLD.created_by_id)
		OR (OLD.copied_from_id IS NOT NULL AND NEW.copied_from_id IS DISTINCT FROM OLD.copied_from_id)
	THEN
		RAISE EXCEPTION 'type and group of a document never change' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_stay_what_they_are BEFORE UPDATE OR DELETE ON "documents" FOR EACH ROW EXECUTE FUNCTION refuse_another_kind();
--> statement-breakpoint
-- Referrals, answers and reasons are kept as they were written (DOMAIN.md 3.4, 3.10).
create trigger referrals_never_change before update or delete on referrals
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger answers_never_change before update or delete on answers
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger return_reasons_never_change before update or delete on return_reasons
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger take_ups_never_change before update or delete on take_ups
  for each row execute function refuse_change();
--> statement-breakpoint
-- A return has at least one reason; judged at commit, because the reasons are written after the answer.
create function a_return_has_a_reason() returns trigger language plpgsql as $$
begin
  if new.kind = 'returned' and not exists (select from return_reasons where referral_id = new.referral_id) then
    raise exception 'a return has at least one reason' using errcode = 'check_violation', constraint = 'a_return_has_a_reason';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger a_return_has_a_reason after insert on answers
  deferrable initially deferred
  for each row execute function a_return_has_a_reason();
--> statement-breakpoint
-- Only a return has reasons.
create function reasons_belong_to_a_return() returns trigger language plpgsql as $$
begin
  if not exists (select from answers where referral_id = new.referral_id and kind = 'returned') then
    raise exception 'reasons belong to a return' using errcode = 'check_violation', constraint = 'reasons_belong_to_a_return';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger reasons_belong_to_a_return before insert on return_reasons
  for each row execute function reasons_belong_to_a_return();
--> statement-breakpoint
-- An adoption or a rejection is that of the circle's decision, never another outcome.
create function answers_say_what_was_decided() returns trigger language plpgsql as $$
begin
  if new.decision_id is not null and not exists (
    select from decisions d join referrals r on r.to_id = d.group_id
    where d.id = new.decision_id and r.id = new.referral_id and d.outcome::text = new.kind::text
  ) then
    raise exception 'an answer says what the circle decided' using errcode = 'check_violation', constraint = 'answers_say_what_was_decided';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger answers_say_what_was_decided before insert on answers
  for each row execute function answers_say_what_was_decided();
--> statement-breakpoint
-- What is sent is the group's own: its decision, and the version that the decision was about.
create function referrals_send_what_is_ours() returns trigger language plpgsql as $$
begin
  if new.decision_id is not null and not exists (
    select from decisions d
    where d.id = new.decision_id and d.group_id = new.from_id and d.outcome = 'adopted'
      and d.snapshot_id is not distinct from new.snapshot_id
  ) then
    raise exception 'a group refers its own decision' using errcode = 'check_violation', constraint = 'referrals_send_what_is_ours';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger referrals_send_what_is_ours before insert on referrals
  for each row execute function referrals_send_what_is_ours();
--> statement-breakpoint
-- A task from a decision or a return says in one line what was done (DOMAIN.md 3.6).
create function a_task_says_its_result() returns trigger language plpgsql as $$
begin
  if new.kind = 'done' and length(trim(new.words)) = 0
    and exists (select from tasks where id = new.task_id and origin <> 'free') then
    raise exception 'a task from a decision or a return says its result' using errcode = 'check_violation', constraint = 'a_task_says_its_result';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_task_says_its_result before insert or update on task_endings
  for each row execute function a_task_says_its_result();
--> statement-breakpoint
-- Group, origin and creation of a task are fixed.
create function task_origins_never_change() returns trigger language plpgsql as $$
begin
  if (old.group_id, old.origin, old.origin_id, old.origin_label, old.created_at)
    is distinct from (new.group_id, new.origin, new.origin_id, new.origin_label, new.created_at) then
    raise exception 'the origin of a task never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger task_origins_never_change before update on tasks
  for each row execute function task_origins_never_change();
