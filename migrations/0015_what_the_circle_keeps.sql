-- Once a referral has ended, or is about to end without a decision, nothing that was made of it goes on towards one (DOMAIN.md 3.4).
create function an_ending_leaves_nothing_open() returns trigger language plpgsql as $$
begin
  if new.decision_id is null and (
    exists (
      select from take_ups t left join proposal_withdrawals w on w.proposal_id = t.proposal_id
      where t.referral_id = new.referral_id and w.proposal_id is null
    )
    or exists (
      select from record_take_ups t join records c on c.id = t.record_id
      where t.referral_id = new.referral_id and c.discarded_at is null
    )
  ) then
    raise exception 'what was made of it would still be decided on' using errcode = 'restrict_violation', constraint = 'an_ending_leaves_nothing_open';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger an_ending_leaves_nothing_open before insert on answers
  for each row execute function an_ending_leaves_nothing_open();
--> statement-breakpoint
-- A matter comes back only after an answer, and only from the group that sent it.
create function referrals_follow_what_has_ended() returns trigger language plpgsql as $$
begin
  if new.follows_id is not null and not exists (
    select from referrals r join answers a on a.referral_id = r.id
    where r.id = new.follows_id and r.from_id = new.from_id
  ) then
    raise exception 'a referral follows one of its group that has ended' using errcode = 'check_violation', constraint = 'referrals_follow_what_has_ended';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger referrals_follow_what_has_ended before insert on referrals
  for each row execute function referrals_follow_what_has_ended();
--> statement-breakpoint
-- A newer one of the same group to the same place takes the place of an older one, and both are open.
create function a_successor_is_newer() returns trigger language plpgsql as $$
begin
  if not exists (
    select from referrals old join referrals new_one on new_one.from_id = old.from_id and new_one.to_id = old.to_id
    where old.id = new.referral_id and new_one.id = new.successor_id
      and (old.year, old.number) < (new_one.year, new_one.number)
  ) then
    raise exception 'only a newer referral between the same two takes its place' using errcode = 'check_violation', constraint = 'a_successor_is_newer';
  end if;
  if exists (select from answers where referral_id in (new.referral_id, new.successor_id)) then
    raise exception 'only what is open takes a place or gives way' using errcode = 'restrict_violation', constraint = 'a_successor_is_open';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_successor_is_newer before insert on supersessions
  for each row execute function a_successor_is_newer();
--> statement-breakpoint
create trigger supersessions_never_change before update or delete on supersessions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger supersession_refusals_never_change before update or delete on supersession_refusals
  for each row execute function refuse_change();
--> statement-breakpoint
-- Refused is refused: the older one stays open unless something else ends it.
create function refused_is_refused() returns trigger language plpgsql as $$
begin
  if new.successor_id is not null and exists (select from answers where referral_id = new.successor_id) then
    raise exception 'only what is open takes a place' using errcode = 'restrict_violation', constraint = 'a_successor_is_open';
  end if;
  if new.successor_id is not null and exists (
    select from supersessions s join supersession_refusals n on n.supersession_id = s.id
    where s.referral_id = new.referral_id and s.successor_id = new.successor_id
  ) then
    raise exception 'the group has refused this' using errcode = 'restrict_violation', constraint = 'refused_is_refused';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refused_is_refused before insert on answers
  for each row execute function refused_is_refused();
--> statement-breakpoint
-- What the group says to the reasons travels with its next sending and stays as it was sent.
create function answers_to_reasons_travel() returns trigger language plpgsql as $$
begin
  if exists (
    select from return_reasons g join referrals r on r.follows_id = g.referral_id
    where g.id = coalesce(new.reason_id, old.reason_id)
  ) then
    raise exception 'what was answered to a reason never changes once it was sent' using errcode = 'restrict_violation', constraint = 'answers_to_reasons_travel';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger answers_to_reasons_travel before insert or update or delete on reason_answers
  for each row execute function answers_to_reasons_travel();
--> statement-breakpoint
-- A task that came from a decision or a return says its result; one from a meeting or a comment is free to (DOMAIN.md 3.6).
create or replace function a_task_says_its_result() returns trigger language plpgsql as $$
begin
  if new.kind = 'done' and length(trim(new.words)) = 0
    and exists (select from tasks where id = new.task_id and origin::text in ('decision', 'return')) then
    raise exception 'a task from a decision or a return says its result' using errcode = 'check_violation', constraint = 'a_task_says_its_result';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Group, origin and creation of a task are fixed, and after which task of its rhythm it came.
create or replace function task_origins_never_change() returns trigger language plpgsql as $$
begin
  if (old.group_id, old.origin, old.origin_id, old.origin_label, old.created_at, old.follows_id)
    is distinct from (new.group_id, new.origin, new.origin_id, new.origin_label, new.created_at, new.follows_id) then
    raise exception 'the origin of a task never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- What is open is what has no ending: nobody else can say so, and lists of fifty thousand tasks find it by an index.
create function a_task_is_open_without_an_ending() returns trigger language plpgsql as $$
begin
  new.is_open := not exists (select from task_endings where task_id = new.id);
  return new;
end $$;
--> statement-breakpoint
create trigger a_task_is_open_without_an_ending before insert or update of is_open on tasks
  for each row execute function a_task_is_open_without_an_ending();
--> statement-breakpoint
-- What has ended is not in progress either.
create function an_ending_closes_its_task() returns trigger language plpgsql as $$
declare
  task uuid := case when tg_op = 'DELETE' then old.task_id else new.task_id end;
begin
  update tasks set is_open = (tg_op = 'DELETE') where id = task;
  delete from task_beginnings where task_id = task;
  return null;
end $$;
--> statement-breakpoint
create trigger an_ending_closes_its_task after insert or delete on task_endings
  for each row execute function an_ending_closes_its_task();
--> statement-breakpoint
update tasks set is_open = false where exists (select from task_endings where task_id = tasks.id);
--> statement-breakpoint
create function only_open_tasks_are_begun() returns trigger language plpgsql as $$
begin
  perform from tasks where id = new.task_id and is_open for no key update;
  if not found then
    raise exception 'only an open task is begun' using errcode = 'restrict_violation', constraint = 'only_open_tasks_are_begun';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger only_open_tasks_are_begun before insert on task_beginnings
  for each row execute function only_open_tasks_are_begun();
--> statement-breakpoint
-- Who was responsible from when to when stays, also when somebody leaves (DOMAIN.md 3.6): whoever writes who is responsible.
create function turns_follow_who_is_responsible() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.task_id, old.person_id) is not distinct from (new.task_id, new.person_id) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update task_turns set until = greatest(now(), since)
      where task_id = old.task_id and person_id = old.person_id and until is null;
  end if;
  if tg_op <> 'DELETE' then
    insert into task_turns (task_id, person_id, since) values (new.task_id, new.person_id, new.created_at);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger turns_follow_who_is_responsible after insert or update or delete on task_people
  for each row execute function turns_follow_who_is_responsible();
--> statement-breakpoint
insert into task_turns (task_id, person_id, since) select task_id, person_id, created_at from task_people;
--> statement-breakpoint
create function turns_only_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.until is not null or new.until is null
    or (old.id, old.task_id, old.person_id, old.since) is distinct from (new.id, new.task_id, new.person_id, new.since) then
    raise exception 'who was responsible stays as it was' using errcode = 'restrict_violation', constraint = 'turns_only_end';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger turns_only_end before update or delete on task_turns
  for each row execute function turns_only_end();
--> statement-breakpoint
-- What was said about a task is deleted at most, by taking its words away; nobody says it differently afterwards.
create function task_remarks_are_only_deleted() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.deleted_at is not null or new.deleted_at is null
    or (old.id, old.task_id, old.author_id, old.created_at) is distinct from (new.id, new.task_id, new.author_id, new.created_at) then
    raise exception 'a remark stays as it was said' using errcode = 'restrict_violation', constraint = 'task_remarks_are_only_deleted';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger task_remarks_are_only_deleted before update or delete on task_remarks
  for each row execute function task_remarks_are_only_deleted();

--> statement-breakpoint
-- Similar work: words as their stems, so that bent ones are alike, and these cut into threes, so that compounds are.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Names its dictionary with its schema: an index is also built where nobody has set a search path.
CREATE FUNCTION title_stems(title text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
	RETURN array_to_string(tsvector_to_array(to_tsvector('pg_catalog.german'::regconfig, title)), ' ');
END $$;
--> statement-breakpoint
CREATE INDEX documents_called_alike ON "documents" USING gin (title_stems(title) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX tasks_called_alike ON "tasks" USING gin (title_stems(title) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX proposals_called_alike ON "proposals" USING gin (title_stems(title) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX decisions_called_alike ON "decisions" USING gin (title_stems(title) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX documents_in_words ON "documents" USING gin (to_tsvector('pg_catalog.german', title));
--> statement-breakpoint
CREATE INDEX tasks_in_words ON "tasks" USING gin (to_tsvector('pg_catalog.german', title));
--> statement-breakpoint
CREATE INDEX proposals_in_words ON "proposals" USING gin (to_tsvector('pg_catalog.german', title));
--> statement-breakpoint
CREATE INDEX decisions_in_words ON "decisions" USING gin (to_tsvector('pg_catalog.german', title));
--> statement-breakpoint
-- What is called like this. Each word brings so many candidates and no more, so that a common one costs no more than a rare
-- one; titles with all of the words come first anyway. A long word says more than a short one.
CREATE FUNCTION similar_work(typed text) RETURNS TABLE (kind text, id uuid, group_id uuid, title text, likeness real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.5 AS $$
	WITH words AS (
		SELECT word FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.german', typed))) word
		WHERE length(word) > 3 ORDER BY length(word) DESC, word LIMIT 5
	), all_of AS (
		SELECT string_agg(quote_literal(word), ' & ')::tsquery AS query FROM words
	), candidates AS (
		SELECT 'document' AS kind, one.* FROM words, LATERAL (
			SELECT d.id, d.group_id, d.title FROM documents d
			WHERE title_stems(d.title) %> word AND NOT d.is_template AND d.stage::text NOT IN ('superseded', 'archived') LIMIT 40) one
		UNION SELECT 'document', one.* FROM all_of, LATERAL (
			SELECT d.id, d.group_id, d.title FROM documents d WHERE to_tsvector('pg_catalog.german', d.title) @@ query
			AND NOT d.is_template AND d.stage::text NOT IN ('superseded', 'archived') LIMIT 20) one
		UNION SELECT 'task', one.* FROM words, LATERAL (
			SELECT t.id, t.group_id, t.title FROM tasks t WHERE title_stems(t.title) %> word
			AND NOT EXISTS (SELECT FROM task_endings e WHERE e.task_id = t.id) LIMIT 40) one
		UNION SELECT 'task', one.* FROM all_of, LATERAL (
			SELECT t.id, t.group_id, t.title FROM tasks t WHERE to_tsvector('pg_catalog.german', t.title) @@ query
			AND NOT EXISTS (SELECT FROM task_endings e WHERE e.task_id = t.id) LIMIT 20) one
		UNION SELECT 'proposal', one.* FROM words, LATERAL (
			SELECT p.id, p.group_id, p.title FROM proposals p WHERE title_stems(p.title) %> word LIMIT 40) one
		UNION SELECT 'proposal', one.* FROM all_of, LATERAL (
			SELECT p.id, p.group_id, p.title FROM proposals p
			WHERE to_tsvector('pg_catalog.german', p.title) @@ query LIMIT 20) one
		UNION SELECT 'decision', one.* FROM words, LATERAL (
			SELECT d.id, d.group_id, d.title FROM decisions d
			WHERE title_stems(d.title) %> word AND d.outcome::text = 'adopted' LIMIT 40) one
		UNION SELECT 'decision', one.* FROM all_of, LATERAL (
			SELECT d.id, d.group_id, d.title FROM decisions d
			WHERE to_tsvector('pg_catalog.german', d.title) @@ query AND d.outcome::text = 'adopted' LIMIT 20) one
	), stemmed AS MATERIALIZED (
		SELECT c.*, title_stems(c.title) AS stems FROM candidates c
	), judged AS (
		SELECT s.*, (
			SELECT (sum(length(word) * CASE WHEN near >= 0.5 THEN near ELSE 0 END) / sum(length(word)))::real
			FROM words, LATERAL (SELECT word_similarity(word, s.stems) AS near) one
		) AS likeness FROM stemmed s
	)
	SELECT j.kind, j.id, j.group_id, j.title, j.likeness FROM judged j WHERE j.likeness >= 0.5
		-- A proposal that was taken back, has lapsed or was decided is nobody's work any more.
		AND (j.kind <> 'proposal' OR NOT EXISTS (SELECT FROM proposal_withdrawals w WHERE w.proposal_id = j.id)
			AND NOT EXISTS (SELECT FROM proposal_lapses l WHERE l.proposal_id = j.id)
			AND NOT EXISTS (SELECT FROM rounds r JOIN decisions d ON d.round_id = r.id WHERE r.proposal_id = j.id))
		AND (j.kind <> 'decision' OR NOT EXISTS (SELECT FROM decision_notes n WHERE n.decision_id = j.id
			AND n.kind::text IN ('annulment', 'supersession') AND n.signed_at IS NOT NULL))
$$;

--> statement-breakpoint
-- A return gives a reason: a question alone does not say why.
create or replace function a_return_has_a_reason() returns trigger language plpgsql as $$
begin
  if new.kind = 'returned' and not exists (
    select from return_reasons where referral_id = new.referral_id and not is_question
  ) then
    raise exception 'a return has at least one reason' using errcode = 'check_violation', constraint = 'a_return_has_a_reason';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- An adoption is that of the very version that was sent; of another one it is an adoption with changes (DOMAIN.md 3.4).
create or replace function answers_say_what_was_decided() returns trigger language plpgsql as $$
begin
  if new.decision_id is not null and not exists (
    select from decisions d
      join referrals r on r.to_id = d.group_id
      left join snapshots sent on sent.id = r.snapshot_id
      left join snapshots decided on decided.id = d.snapshot_id
    where d.id = new.decision_id and r.id = new.referral_id
      and d.outcome::text = case new.kind::text when 'adopted_with_changes' then 'adopted' else new.kind::text end
      and (new.kind::text <> 'adopted' or sent.id is null or decided.id is null or decided.checksum = sent.checksum)
      and (new.kind::text <> 'adopted_with_changes' or sent.id is null or decided.checksum is distinct from sent.checksum)
  ) then
    raise exception 'an answer says what the circle decided' using errcode = 'check_violation', constraint = 'answers_say_what_was_decided';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- What was adopted with changes says which they are and whose; judged at commit, because they are written after the answer.
create function changes_are_named() returns trigger language plpgsql as $$
begin
  if new.kind::text = 'adopted_with_changes' and not exists (
    select from adopted_changes where referral_id = new.referral_id
  ) then
    raise exception 'an adoption with changes names them' using errcode = 'check_violation', constraint = 'changes_are_named';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger changes_are_named after insert on answers
  deferrable initially deferred
  for each row execute function changes_are_named();
--> statement-breakpoint
create function changes_belong_to_their_adoption() returns trigger language plpgsql as $$
begin
  if not exists (
    select from answers a join decisions d on d.id = a.decision_id join referrals r on r.id = a.referral_id
    where a.referral_id = new.referral_id and a.kind::text = 'adopted_with_changes'
      and (r.snapshot_id is null and new.snapshot_id is null or d.snapshot_id is not distinct from new.snapshot_id)
  ) then
    raise exception 'changes are those of the decision that adopted them' using errcode = 'check_violation', constraint = 'changes_belong_to_their_adoption';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger changes_belong_to_their_adoption before insert on adopted_changes
  for each row execute function changes_belong_to_their_adoption();
--> statement-breakpoint
create trigger adopted_changes_never_change before update or delete on adopted_changes
  for each row execute function refuse_change();
--> statement-breakpoint
-- Only what has no answer is put off, and a round only puts off what it was about and has not decided.
create function only_what_is_open_is_deferred() returns trigger language plpgsql as $$
begin
  if exists (select from answers where referral_id = new.referral_id) then
    raise exception 'only what is open is put off' using errcode = 'restrict_violation', constraint = 'only_what_is_open_is_deferred';
  end if;
  if new.round_id is not null and not exists (
    select from rounds r join counts c on c.round_id = r.id join take_ups t on t.proposal_id = r.proposal_id
    where r.id = new.round_id and t.referral_id = new.referral_id
      and c.outcome::text not in ('adopted', 'rejected', 'status_quo_confirmed')
  ) then
    raise exception 'a round puts off what it has not decided' using errcode = 'check_violation', constraint = 'a_round_defers_its_own';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger only_what_is_open_is_deferred before insert on deferrals
  for each row execute function only_what_is_open_is_deferred();
--> statement-breakpoint
create trigger deferrals_never_change before update or delete on deferrals
  for each row execute function refuse_change();
--> statement-breakpoint
-- The changed form is written by those who answer and began with what was sent.
create function a_changed_text_begins_with_what_was_sent() returns trigger language plpgsql as $$
begin
  if not exists (
    select from referrals r join documents d on d.group_id = r.to_id and d.copied_from_id = r.snapshot_id
    where r.id = new.referral_id and d.id = new.document_id
  ) then
    raise exception 'a changed text begins with what was sent' using errcode = 'check_violation', constraint = 'a_changed_text_begins_with_what_was_sent';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_changed_text_begins_with_what_was_sent before insert on changed_texts
  for each row execute function a_changed_text_begins_with_what_was_sent();
--> statement-breakpoint
create trigger changed_texts_never_change before update or delete on changed_texts
  for each row execute function refuse_change();
--> statement-breakpoint
-- Seven days, the last one included, by the clock of the database and the calendar of the alliance.
create function reservations_are_in_time() returns trigger language plpgsql as $$
begin
  if not exists (
    select from answers
    where referral_id = new.referral_id and kind::text = 'adopted_with_changes'
      and (now() at time zone 'Europe/Berlin')::date <= (created_at at time zone 'Europe/Berlin')::date + 7
  ) then
    raise exception 'a reservation is made within seven days' using errcode = 'restrict_violation', constraint = 'reservations_are_in_time';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger reservations_are_in_time before insert on reservations
  for each row execute function reservations_are_in_time();
--> statement-breakpoint
create trigger reservations_never_change before update or delete on reservations
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger heard_voices_never_change before update or delete on heard_voices
  for each row execute function refuse_change();
--> statement-breakpoint
-- Minutes (DOMAIN.md 3.7, 3.10): what was sent round, objected and said to it stays for good; what is approved never changes.
CREATE TRIGGER minutes_never_change BEFORE UPDATE OR DELETE ON meeting_minutes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER circulations_never_change BEFORE UPDATE OR DELETE ON minutes_circulations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_objections_never_change BEFORE UPDATE OR DELETE ON minutes_objections FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_views_never_change BEFORE UPDATE OR DELETE ON minutes_objection_views FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_rulings_never_change BEFORE UPDATE OR DELETE ON minutes_objection_rulings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_approvals_never_change BEFORE UPDATE OR DELETE ON minutes_approvals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER quorums_never_change BEFORE UPDATE OR DELETE ON agenda_item_quorums FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approved_documents_never_change BEFORE UPDATE OR DELETE ON approved_documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A note on approved minutes may be signed or discarded, once, and nothing else about it changes.
CREATE FUNCTION refuse_rewriting_a_minutes_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.signed_at IS NULL AND OLD.discarded_at IS NULL
		AND to_jsonb(NEW) - '{signed_at,second_person_id,discarded_at}'::text[] = to_jsonb(OLD) - '{signed_at,second_person_id,discarded_at}'::text[]
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a note on minutes is only signed or discarded' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER minutes_notes_only_end BEFORE UPDATE OR DELETE ON minutes_notes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_a_minutes_note();
--> statement-breakpoint
CREATE FUNCTION check_minutes_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM minutes_approvals a WHERE a.meeting_id = NEW.meeting_id) THEN
		RAISE EXCEPTION 'before they are approved minutes are changed themselves' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER notes_are_about_approved_minutes BEFORE INSERT ON minutes_notes FOR EACH ROW EXECUTE FUNCTION check_minutes_note();
--> statement-breakpoint
-- Accepted by both, or the group has decided.
CREATE FUNCTION minutes_objection_is_settled(objection uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT EXISTS (SELECT FROM minutes_objection_rulings r WHERE r.objection_id = objection)
		OR (SELECT count(*) >= 2 AND bool_and(v.accepts) FROM minutes_objection_views v WHERE v.objection_id = objection)
$$;
--> statement-breakpoint
CREATE FUNCTION check_minutes_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM minutes_approvals a WHERE a.meeting_id = NEW.meeting_id) THEN
		RAISE EXCEPTION 'the minutes are approved' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NOT EXISTS (
		SELECT FROM minutes_circulations c WHERE c.id = NEW.circulation_id AND c.meeting_id = NEW.meeting_id
			AND c.objections_until > now()
			AND c.number = (SELECT max(l.number) FROM minutes_circulations l WHERE l.meeting_id = NEW.meeting_id)
	) THEN
		RAISE EXCEPTION 'the time for objections to these minutes is over' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER objections_come_in_time BEFORE INSERT ON minutes_objections FOR EACH ROW EXECUTE FUNCTION check_minutes_objection();
--> statement-breakpoint
CREATE FUNCTION check_minutes_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT FROM minutes_objections o JOIN minutes_circulations c ON c.id = o.circulation_id
		WHERE o.id = NEW.objection_id AND NEW.person_id IN (c.minute_taker_id, c.facilitator_id)
	) THEN
		RAISE EXCEPTION 'only the two who sign the minutes answer an objection' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER the_two_who_sign_answer BEFORE INSERT ON minutes_objection_views FOR EACH ROW EXECUTE FUNCTION check_minutes_view();
--> statement-breakpoint
CREATE FUNCTION check_minutes_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT FROM minutes_objections o JOIN meetings m ON m.id = o.meeting_id
		JOIN meetings later ON later.id = NEW.in_meeting_id AND later.group_id = m.group_id AND later.id <> m.id
		JOIN meeting_openings opened ON opened.meeting_id = later.id
		WHERE o.id = NEW.objection_id AND opened.created_at > o.created_at
	) THEN
		RAISE EXCEPTION 'the group decides on an objection in a later meeting' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER the_group_rules_in_a_later_meeting BEFORE INSERT ON minutes_objection_rulings FOR EACH ROW EXECUTE FUNCTION check_minutes_ruling();
--> statement-breakpoint
-- Sending round and approving go by the newest state: nothing that is open is skipped, nothing comes after the approval.
CREATE FUNCTION check_minutes_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM meetings WHERE id = NEW.meeting_id FOR NO KEY UPDATE;
	IF EXISTS (SELECT FROM minutes_objections o WHERE o.meeting_id = NEW.meeting_id AND NOT minutes_objection_is_settled(o.id)) THEN
		RAISE EXCEPTION 'an objection to these minutes is open' USING ERRCODE = 'restrict_violation';
	END IF;
	IF EXISTS (SELECT FROM minutes_approvals a WHERE a.meeting_id = NEW.meeting_id) THEN
		RAISE EXCEPTION 'the minutes are approved' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER minutes_go_round_before_approval BEFORE INSERT ON minutes_circulations FOR EACH ROW EXECUTE FUNCTION check_minutes_step();
--> statement-breakpoint
CREATE TRIGGER minutes_are_approved_once_settled BEFORE INSERT ON minutes_approvals FOR EACH ROW EXECUTE FUNCTION check_minutes_step();
--> statement-breakpoint
CREATE FUNCTION check_minutes_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE latest minutes_circulations;
BEGIN
	SELECT * INTO latest FROM minutes_circulations c WHERE c.meeting_id = NEW.meeting_id ORDER BY c.number DESC LIMIT 1;
	IF latest.id IS DISTINCT FROM NEW.circulation_id THEN
		RAISE EXCEPTION 'only what went round last is approved' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW.kind = 'expiry' AND latest.objections_until > now() THEN
		RAISE EXCEPTION 'objections can still arrive' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW.kind = 'meeting' AND NOT EXISTS (
		SELECT FROM meetings m JOIN meetings later ON later.group_id = m.group_id AND later.starts_at > m.starts_at
		JOIN meeting_openings o ON o.meeting_id = later.id WHERE m.id = NEW.meeting_id AND later.id = NEW.in_meeting_id
	) THEN
		RAISE EXCEPTION 'a later meeting of the group approves its minutes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER the_newest_minutes_are_approved BEFORE INSERT ON minutes_approvals FOR EACH ROW EXECUTE FUNCTION check_minutes_approval();
--> statement-breakpoint
-- Neither another version nor another word once a text is approved.
CREATE FUNCTION refuse_versions_of_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM approved_documents a WHERE a.document_id = NEW.document_id) THEN
		RAISE EXCEPTION 'an approved text never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approved_texts_get_no_version BEFORE INSERT ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_versions_of_approved();
--> statement-breakpoint
-- Asked once per statement, as it lies on the way of every keystroke.
CREATE FUNCTION refuse_words_in_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM typed t JOIN approved_documents a ON a.document_id = t.document_id) THEN
		RAISE EXCEPTION 'an approved text never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER approved_texts_get_no_words AFTER INSERT ON document_updates REFERENCING NEW TABLE AS typed FOR EACH STATEMENT EXECUTE FUNCTION refuse_words_in_approved();
--> statement-breakpoint
CREATE FUNCTION refuse_renaming_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM approved_documents a WHERE a.document_id = OLD.id) THEN
		RAISE EXCEPTION 'an approved text never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approved_texts_keep_their_title BEFORE UPDATE OF title ON documents FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION refuse_renaming_approved();
--> statement-breakpoint
-- Nobody decides on what needs a decision before everybody was asked about conflicts of interest (DOMAIN.md 4.1 G9).
CREATE FUNCTION check_conflicts_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.kind::text = 'decision'
		AND EXISTS (SELECT FROM agenda_items i WHERE i.id = NEW.item_id AND i.type IN ('decision', 'election'))
		AND NOT EXISTS (SELECT FROM conflict_questions q WHERE q.item_id = NEW.item_id)
	THEN
		RAISE EXCEPTION 'conflicts of interest are asked for before anything is decided' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER conflicts_are_asked_first BEFORE INSERT ON minutes_links FOR EACH ROW EXECUTE FUNCTION check_conflicts_asked();
