-- What must never change (DOMAIN.md 3.10): refused by the database, whoever asks.
CREATE TRIGGER seat_holders_never_change BEFORE UPDATE OR DELETE ON "seat_holders" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ballots_never_change BEFORE UPDATE OR DELETE ON "ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ratings_never_change BEFORE UPDATE OR DELETE ON "ratings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER counted_ballots_never_change BEFORE UPDATE OR DELETE ON "counted_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER procedure_objections_never_change BEFORE UPDATE OR DELETE ON "procedure_objections" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER recusals_never_change BEFORE UPDATE OR DELETE ON "recusals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER round_options_never_change BEFORE UPDATE OR DELETE ON "round_options" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER round_extensions_never_change BEFORE UPDATE OR DELETE ON "round_extensions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hand_counts_never_change BEFORE UPDATE OR DELETE ON "hand_counts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER talk_notes_never_change BEFORE UPDATE OR DELETE ON "talk_notes" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_versions_never_change BEFORE UPDATE OR DELETE ON "proposal_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_options_never_change BEFORE UPDATE OR DELETE ON "proposal_options" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposed_rules_never_change BEFORE UPDATE OR DELETE ON "proposed_rules" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minority_statements_never_change BEFORE UPDATE OR DELETE ON "minority_statements" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER rule_sets_never_change BEFORE UPDATE OR DELETE ON "rule_sets" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_entries_never_change BEFORE UPDATE OR DELETE ON "register_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A round is over at its closing time, or at the end of its last extension.
CREATE FUNCTION round_closes_at(round uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
	SELECT greatest(r.closes_at, (SELECT max(e.closes_at) FROM round_extensions e WHERE e.round_id = r.id)) FROM rounds r WHERE r.id = round
$$;
--> statement-breakpoint
-- The roll is fixed at opening: nobody is added once somebody has answered.
CREATE TRIGGER the_holders_are_fixed BEFORE INSERT ON "seat_holders" FOR EACH ROW EXECUTE FUNCTION refuse_late_seats();
--> statement-breakpoint
-- Once a round is counted, only what came too late is still taken down; and every answer comes from somebody on its seat, in their rank.
CREATE FUNCTION check_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.received_at < round_closes_at(NEW.round_id) AND EXISTS (SELECT FROM counts WHERE round_id = NEW.round_id) THEN
		RAISE EXCEPTION 'the round has been counted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'counted_rounds_take_no_answer';
	END IF;
	IF NEW.rank = 'meeting' AND NOT EXISTS (SELECT FROM rounds WHERE id = NEW.round_id AND channel = 'meeting') THEN
		RAISE EXCEPTION 'papers are handed in at a meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'papers_in_meetings';
	END IF;
	IF NEW.rank <> 'meeting' AND NOT EXISTS (
		SELECT FROM seat_holders WHERE seat_id = NEW.seat_id AND person_id = NEW.cast_by_id AND rank::text = NEW.rank::text
	) THEN
		RAISE EXCEPTION 'only those who sit on a seat answer for it' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_come_from_the_seat';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ballots_are_valid BEFORE INSERT ON "ballots" FOR EACH ROW EXECUTE FUNCTION check_ballot();
--> statement-breakpoint
-- Nothing is recused, objected to or extended once it is counted.
CREATE FUNCTION refuse_after_the_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM counts WHERE round_id = NEW.round_id) THEN
		RAISE EXCEPTION 'the round has been counted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'counted_rounds_stay';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER recusals_before_the_count BEFORE INSERT ON "recusals" FOR EACH ROW EXECUTE FUNCTION refuse_after_the_count();
--> statement-breakpoint
CREATE TRIGGER procedure_objections_before_the_count BEFORE INSERT ON "procedure_objections" FOR EACH ROW EXECUTE FUNCTION refuse_after_the_count();
--> statement-breakpoint
CREATE TRIGGER hand_counts_before_the_count BEFORE INSERT ON "hand_counts" FOR EACH ROW EXECUTE FUNCTION refuse_after_the_count();
--> statement-breakpoint
-- An extension is announced while the round runs, and ends later than before.
CREATE FUNCTION check_extension() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM counts WHERE round_id = NEW.round_id) OR now() >= round_closes_at(NEW.round_id) THEN
		RAISE EXCEPTION 'an extension is announced before the end' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'extensions_in_time';
	END IF;
	IF NEW.number > (SELECT coalesce((rules -> 'circular' ->> 'maxExtensions')::int, 1) FROM rounds WHERE id = NEW.round_id) THEN
		RAISE EXCEPTION 'the rules allow no further extension' USING ERRCODE = 'check_violation', CONSTRAINT = 'extensions_by_the_rules';
	END IF;
	IF NEW.closes_at <= round_closes_at(NEW.round_id) THEN
		RAISE EXCEPTION 'an extension ends later' USING ERRCODE = 'check_violation', CONSTRAINT = 'extensions_end_later';
	END IF;
	IF NEW.closes_at > now() + interval '368 days' THEN
		RAISE EXCEPTION 'an extension ends within a year' USING ERRCODE = 'check_violation', CONSTRAINT = 'extensions_end_in_a_year';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER extensions_are_valid BEFORE INSERT ON "round_extensions" FOR EACH ROW EXECUTE FUNCTION check_extension();
--> statement-breakpoint
-- A note is signed or discarded, once, and nothing else about it changes.
CREATE FUNCTION refuse_rewriting_a_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.signed_at IS NULL AND OLD.discarded_at IS NULL
		AND to_jsonb(NEW) - 'signed_at' - 'second_person_id' - 'discarded_at' = to_jsonb(OLD) - 'signed_at' - 'second_person_id' - 'discarded_at'
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a note can only be signed or discarded, once' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER notes_are_only_signed BEFORE UPDATE OR DELETE ON "decision_notes" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_a_note();
--> statement-breakpoint
-- The register grows at its end, one entry after the other.
CREATE FUNCTION check_register_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last register_entries%ROWTYPE;
BEGIN
	SELECT * INTO last FROM register_entries ORDER BY seq DESC LIMIT 1;
	IF NEW.seq <> coalesce(last.seq, 0) + 1 OR (last.seq IS NOT NULL AND NEW.previous <> last.hash) THEN
		RAISE EXCEPTION 'the register grows at its end' USING ERRCODE = 'check_violation', CONSTRAINT = 'the_register_grows_at_its_end';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER register_entries_follow BEFORE INSERT ON "register_entries" FOR EACH ROW EXECUTE FUNCTION check_register_entry();
--> statement-breakpoint
CREATE TRIGGER cancellations_before_the_count BEFORE INSERT ON "round_cancellations" FOR EACH ROW EXECUTE FUNCTION refuse_after_the_count();
--> statement-breakpoint
CREATE TRIGGER round_cancellations_never_change BEFORE UPDATE OR DELETE ON "round_cancellations" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nobody answers a round that has only been announced.
CREATE FUNCTION refuse_before_the_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.received_at < (SELECT starts_at FROM rounds WHERE id = NEW.round_id) THEN
		RAISE EXCEPTION 'the round has not begun' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'answers_after_the_start';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ballots_after_the_start BEFORE INSERT ON "ballots" FOR EACH ROW EXECUTE FUNCTION refuse_before_the_start();
--> statement-breakpoint
-- Silence never decides about money or about what the public hears.
CREATE FUNCTION refuse_costly_silence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.preset = 'silent' AND (SELECT scope FROM proposals WHERE id = NEW.proposal_id) IN ('money', 'public_effect') THEN
		RAISE EXCEPTION 'silence does not decide about money or the public' USING ERRCODE = 'check_violation', CONSTRAINT = 'silence_decides_small_things';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER silence_decides_small_things BEFORE INSERT ON "rounds" FOR EACH ROW EXECUTE FUNCTION refuse_costly_silence();
--> statement-breakpoint
CREATE TRIGGER proposal_opinions_never_change BEFORE UPDATE OR DELETE ON "proposal_opinions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_lapses_never_change BEFORE UPDATE OR DELETE ON "proposal_lapses" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER objection_efforts_never_change BEFORE UPDATE OR DELETE ON "objection_efforts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Something can only have been worked in where the text is a different one since.
CREATE FUNCTION check_objection_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.kind = 'integrated' AND NOT EXISTS (
		SELECT FROM objections o JOIN rounds r ON r.id = o.round_id
			JOIN proposal_versions v ON v.proposal_id = r.proposal_id AND v.version = NEW.settled_in
		WHERE o.id = NEW.objection_id AND v.version > r.proposal_version
	) THEN
		RAISE EXCEPTION 'an objection is worked in by a newer wording' USING ERRCODE = 'check_violation', CONSTRAINT = 'integrated_by_a_newer_wording';
	END IF;
	IF EXISTS (SELECT FROM objection_lapses WHERE objection_id = NEW.objection_id AND signed_at IS NOT NULL) THEN
		RAISE EXCEPTION 'the objection has lapsed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'objections_end_once';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER objection_endings_are_valid BEFORE INSERT ON "objection_endings" FOR EACH ROW EXECUTE FUNCTION check_objection_ending();
--> statement-breakpoint
-- That an objection has lapsed is signed by a second person, once, while its owner has not ended it.
CREATE FUNCTION refuse_rewriting_a_lapse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.signed_at IS NULL
		AND to_jsonb(NEW) - 'signed_at' - 'signed_by_id' = to_jsonb(OLD) - 'signed_at' - 'signed_by_id'
		AND NOT EXISTS (SELECT FROM objection_endings WHERE objection_id = OLD.objection_id)
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a lapse can only be signed, once' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER lapses_are_only_signed BEFORE UPDATE OR DELETE ON "objection_lapses" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_a_lapse();
--> statement-breakpoint
-- Seats that a group gives, who sits on them, and proxies are only ended, once.
CREATE FUNCTION refuse_all_but_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
		AND to_jsonb(NEW) - 'ended_at' - 'ended_by' = to_jsonb(OLD) - 'ended_at' - 'ended_by'
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'this can only be ended, once' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'only_ended';
END $$;
--> statement-breakpoint
CREATE TRIGGER standing_seats_only_end BEFORE UPDATE OR DELETE ON "standing_seats" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_the_end();
--> statement-breakpoint
CREATE TRIGGER standing_seat_holders_only_end BEFORE UPDATE OR DELETE ON "standing_seat_holders" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_the_end();
--> statement-breakpoint
CREATE TRIGGER proxies_only_end BEFORE UPDATE OR DELETE ON "proxies" FOR EACH ROW EXECUTE FUNCTION refuse_all_but_the_end();
--> statement-breakpoint
-- Nobody answers for others unless the group's own rules say so, and for no more than they say.
CREATE FUNCTION check_proxy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE allowed integer;
BEGIN
	PERFORM FROM groups WHERE id = NEW.group_id FOR NO KEY UPDATE;
	SELECT coalesce((rules->>'proxiesPerHolder')::integer, 0) INTO allowed FROM rule_sets WHERE group_id = NEW.group_id ORDER BY version DESC LIMIT 1;
	IF (SELECT count(*) FROM proxies WHERE group_id = NEW.group_id AND holder_id = NEW.holder_id AND ended_at IS NULL) >= coalesce(allowed, 0) THEN
		RAISE EXCEPTION 'the rules of the group allow no further proxy' USING ERRCODE = 'check_violation', CONSTRAINT = 'proxies_by_the_rules';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proxies_are_allowed BEFORE INSERT ON "proxies" FOR EACH ROW EXECUTE FUNCTION check_proxy();
--> statement-breakpoint
-- A seat is either gone or recused, never both; and neither once hands were counted that may be its own.
CREATE FUNCTION refuse_gone_and_recused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM seat_losses WHERE seat_id = NEW.seat_id) OR EXISTS (SELECT FROM recusals WHERE seat_id = NEW.seat_id) THEN
		RAISE EXCEPTION 'a seat is either gone or recused' USING ERRCODE = 'check_violation', CONSTRAINT = 'gone_or_recused';
	END IF;
	IF EXISTS (SELECT FROM hand_counts JOIN seats ON seats.round_id = hand_counts.round_id WHERE seats.id = NEW.seat_id) THEN
		RAISE EXCEPTION 'the hands have been counted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'hands_fix_the_roll';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER losses_of_unrecused_seats BEFORE INSERT ON "seat_losses" FOR EACH ROW EXECUTE FUNCTION refuse_gone_and_recused();
--> statement-breakpoint
CREATE TRIGGER recusals_of_present_seats BEFORE INSERT ON "recusals" FOR EACH ROW EXECUTE FUNCTION refuse_gone_and_recused();
--> statement-breakpoint
-- Nobody takes away somebody else's vote alone: a principal of the seat declares a conflict, or one proposes it and another confirms. And not once the answers are in.
CREATE FUNCTION check_recusal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM rounds WHERE id = NEW.round_id AND channel <> 'meeting' AND round_closes_at(id) <= now()) THEN
		RAISE EXCEPTION 'the round is over' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'recusals_in_time';
	END IF;
	IF NEW.proposed_by_id IS NULL AND NOT EXISTS (
		SELECT FROM seat_holders WHERE seat_id = NEW.seat_id AND person_id = NEW.declared_by_id AND rank = 'principal'
	) THEN
		RAISE EXCEPTION 'a principal of the seat declares it' USING ERRCODE = 'check_violation', CONSTRAINT = 'recusals_by_the_seat_or_two';
	END IF;
	IF NEW.proposed_by_id IS NOT NULL AND NOT EXISTS (
		SELECT FROM recusal_proposals WHERE seat_id = NEW.seat_id AND proposed_by_id = NEW.proposed_by_id
			AND category = NEW.category AND proposed_by_id <> NEW.declared_by_id
	) THEN
		RAISE EXCEPTION 'another one has proposed it' USING ERRCODE = 'check_violation', CONSTRAINT = 'recusals_by_the_seat_or_two';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER recusals_said_by_the_seat BEFORE INSERT ON "recusals" FOR EACH ROW EXECUTE FUNCTION check_recusal();
--> statement-breakpoint
CREATE TRIGGER recusal_proposals_never_change BEFORE UPDATE ON "recusal_proposals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What somebody has only proposed is taken back as long as nobody has confirmed it and nothing is counted.
CREATE FUNCTION refuse_taking_back_a_recusal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM recusals WHERE seat_id = OLD.seat_id) OR EXISTS (SELECT FROM counts WHERE round_id = OLD.round_id) THEN
		RAISE EXCEPTION 'it has been confirmed or counted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'recusals_stay';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER recusals_stay BEFORE DELETE ON "recusal_proposals" FOR EACH ROW EXECUTE FUNCTION refuse_taking_back_a_recusal();
--> statement-breakpoint
CREATE TRIGGER recusal_proposals_before_the_count BEFORE INSERT ON "recusal_proposals" FOR EACH ROW EXECUTE FUNCTION refuse_after_the_count();
--> statement-breakpoint
-- From a group's first decision on its seats are given by its decisions, as their number says.
CREATE FUNCTION check_standing_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM decisions WHERE group_id = NEW.group_id) AND NOT EXISTS (
		SELECT FROM decisions d JOIN groups g ON g.id = d.group_id WHERE d.group_id = NEW.group_id AND d.outcome = 'adopted'
			AND NEW.given_by = g.prefix || '-' || d.year || '-' || lpad(d.number::text, greatest(3, length(d.number::text)), '0')
	) THEN
		RAISE EXCEPTION 'a decision of the group gives its seats' USING ERRCODE = 'check_violation', CONSTRAINT = 'seats_are_decided';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER standing_seats_are_decided BEFORE INSERT ON "standing_seats" FOR EACH ROW EXECUTE FUNCTION check_standing_seat();
--> statement-breakpoint
-- An answer that was given in time stands until the same person takes it back; a paper and an answer online are two voices.
CREATE FUNCTION answers_by_name(round uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT EXISTS (
		SELECT FROM ballots b WHERE b.round_id = round AND b.choice IS NOT NULL AND b.received_at < round_closes_at(round)
			AND NOT EXISTS (
				SELECT FROM ballots later WHERE later.seat_id = b.seat_id AND later.cast_by_id = b.cast_by_id
					AND (later.rank = 'meeting') = (b.rank = 'meeting') AND later.seq > b.seq AND later.received_at < round_closes_at(round)
			)
	)
$$;
--> statement-breakpoint
-- In a meeting either numbers are taken down or names, so that nobody is counted twice; and numbers only where every hand counts the same.
CREATE FUNCTION refuse_hands_beside_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF answers_by_name(NEW.round_id) THEN
		RAISE EXCEPTION 'either hands or names' USING ERRCODE = 'check_violation', CONSTRAINT = 'hands_or_names';
	END IF;
	IF EXISTS (
		SELECT FROM rounds WHERE id = NEW.round_id AND (
			method <> 'majority' OR channel <> 'meeting' OR coalesce(rules ->> 'tieRule', 'reject') = 'chair'
			OR (coalesce(rules ->> 'electorate', 'persons') = 'seats' AND coalesce(rules ->> 'seatPolicy', 'all_equal') IN ('weighted', 'pooled', 'dual'))
		)
	) THEN
		RAISE EXCEPTION 'hands that count differently need names' USING ERRCODE = 'check_violation', CONSTRAINT = 'hands_that_count_the_same';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER hands_without_names BEFORE INSERT ON "hand_counts" FOR EACH ROW EXECUTE FUNCTION refuse_hands_beside_names();
--> statement-breakpoint
CREATE FUNCTION refuse_names_beside_hands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.received_at < round_closes_at(NEW.round_id) AND EXISTS (SELECT FROM hand_counts WHERE round_id = NEW.round_id) THEN
		RAISE EXCEPTION 'either hands or names' USING ERRCODE = 'check_violation', CONSTRAINT = 'hands_or_names';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER names_without_hands BEFORE INSERT ON "ballots" FOR EACH ROW EXECUTE FUNCTION refuse_names_beside_hands();
--> statement-breakpoint
-- Who was there is taken down until the count.
CREATE FUNCTION refuse_attendance_after_the_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM counts WHERE round_id = coalesce(NEW.round_id, OLD.round_id)) THEN
		RAISE EXCEPTION 'the round has been counted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'counted_rounds_stay';
	END IF;
	RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER attendances_until_the_count BEFORE INSERT OR UPDATE OR DELETE ON "attendances" FOR EACH ROW EXECUTE FUNCTION refuse_attendance_after_the_count();
--> statement-breakpoint
-- High resistance against the winner is talked about first (DOMAIN.md 4.7).
CREATE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM rounds WHERE id = NEW.round_id FOR NO KEY UPDATE;
	IF EXISTS (SELECT FROM counts WHERE round_id = NEW.round_id AND flags ? 'talk_first')
		AND NOT EXISTS (SELECT FROM talk_notes WHERE round_id = NEW.round_id)
	THEN
		RAISE EXCEPTION 'high resistance is talked about first' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'talked_about_first';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decisions_are_talked_about BEFORE INSERT ON "decisions" FOR EACH ROW EXECUTE FUNCTION check_decision();
--> statement-breakpoint
-- By which words the register is searched: the expression of register/log-filter.ts.
CREATE INDEX decisions_words ON "decisions" USING gin (to_tsvector('german', title || ' ' || summary || ' ' || wording || ' ' || rationale));
--> statement-breakpoint
CREATE TRIGGER register_entries_are_never_emptied BEFORE TRUNCATE ON "register_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Salts are only taken away, when somebody is erased.
CREATE TRIGGER register_salts_never_change BEFORE UPDATE ON "register_salts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_salts_are_never_emptied BEFORE TRUNCATE ON "register_salts" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- No decision and no signed note without its place in the chain: asked at the end of the transaction.
CREATE FUNCTION check_decision_is_chained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM register_entries WHERE decision_id = NEW.id) THEN
		RAISE EXCEPTION 'a decision has an entry in the register' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_are_chained';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER decisions_are_chained AFTER INSERT ON "decisions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_decision_is_chained();
--> statement-breakpoint
CREATE FUNCTION check_note_is_chained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM register_entries WHERE note_id = NEW.id) THEN
		RAISE EXCEPTION 'a signed note has an entry in the register' USING ERRCODE = 'check_violation', CONSTRAINT = 'notes_are_chained';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER notes_are_chained AFTER INSERT OR UPDATE ON "decision_notes" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.signed_at IS NOT NULL) EXECUTE FUNCTION check_note_is_chained();
--> statement-breakpoint
-- Rules that could never be kept are no rules: shares are between nothing and all, what is usual is allowed, numbers count something.
CREATE FUNCTION is_share(part jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce((part ->> 'numerator')::int BETWEEN 1 AND (part ->> 'denominator')::int
		AND (part ->> 'comparison' = 'at_least' OR (part ->> 'numerator')::int < (part ->> 'denominator')::int), false)
$$;
--> statement-breakpoint
CREATE FUNCTION rules_are_sound(rules jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT rules -> 'allowedMethods' ? (rules ->> 'defaultMethod') AND rules ->> 'defaultMethod' <> 'recorded'
		AND is_share(rules -> 'threshold') AND (rules #>> '{threshold,numerator}')::int * 2 >= (rules #>> '{threshold,denominator}')::int
		AND CASE rules #>> '{quorum,kind}' WHEN 'fraction' THEN is_share(rules #> '{quorum,fraction}') WHEN 'absolute' THEN (rules #>> '{quorum,count}')::int >= 1 ELSE true END
		AND coalesce((rules #>> '{consensus,maxDissent,numerator}')::int BETWEEN 0 AND (rules #>> '{consensus,maxDissent,denominator}')::int, true)
		AND coalesce((rules #>> '{consensus,maxDissent,denominator}')::int >= 1, true)
		AND coalesce((rules ->> 'alertFrom')::int BETWEEN 1 AND 10, true)
		AND coalesce((rules #>> '{consent,maxRounds}')::int >= 1, true)
		AND coalesce((rules #>> '{circular,minDays}')::int >= 1, true)
		AND coalesce((rules #>> '{circular,procedureObjectionsToStop}')::int >= 1, true)
		AND coalesce(least((rules #>> '{circular,maxExtensions}')::int, (rules #>> '{circular,minActive}')::int, (rules ->> 'proxiesPerHolder')::int) >= 0, true)
		AND coalesce(least((rules ->> 'pooledSeats')::int, (rules #>> '{weights,organisation}')::int, (rules #>> '{weights,person}')::int) >= 1, true)
		AND NOT (coalesce(rules ->> 'ballotsVisible', '') = 'while_open' AND coalesce(rules ->> 'answersShown', '') = 'counts')
		AND NOT (coalesce(rules ->> 'electorate', '') = 'seats' AND coalesce(rules ->> 'seatPolicy', '') IN ('pooled', 'dual') AND rules -> 'allowedMethods' ? 'systemic_consensing')
$$;
--> statement-breakpoint
-- What an organ of an association may only loosen where its bylaws say so (DOMAIN.md 3.2, 8.1).
CREATE FUNCTION is_looser_than_the_statute(rules jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(rules #>> '{circular,preset}', 'rules') <> 'statutory' OR coalesce(rules #>> '{consent,silence}', 'explicit') = 'silent'
		OR coalesce((rules ->> 'proxiesPerHolder')::int, 0) > 0
$$;
--> statement-breakpoint
-- The statute alone is no reason to be looser than it.
CREATE FUNCTION names_more_than_the_statute(basis text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT trim(replace(basis, U&'\00A0', ' ')) !~* '^(§+ *32([ ,;]+((abs[.]?|absatz|satz|s[.]) *)?[0-9]+)*( *des)? *(BGB|Bürgerliche[ns] Gesetzbuch(e?s)?))?$'
$$;
--> statement-breakpoint
CREATE FUNCTION check_proposed_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE form text;
BEGIN
	IF NOT rules_are_sound(NEW.rules) THEN
		RAISE EXCEPTION 'these rules could not be kept' USING ERRCODE = 'check_violation', CONSTRAINT = 'rules_are_sound';
	END IF;
	IF TG_TABLE_NAME = 'rule_sets' THEN
		SELECT legal_form INTO form FROM groups WHERE id = (to_jsonb(NEW) ->> 'group_id')::uuid;
	ELSE
		SELECT g.legal_form INTO form FROM proposals p JOIN groups g ON g.id = p.group_id WHERE p.id = (to_jsonb(NEW) ->> 'proposal_id')::uuid;
	END IF;
	IF form = 'association_organ' AND NOT names_more_than_the_statute(NEW.legal_basis) AND is_looser_than_the_statute(NEW.rules) THEN
		RAISE EXCEPTION 'an organ of an association names what its own rules rest on' USING ERRCODE = 'check_violation', CONSTRAINT = 'organs_name_their_basis';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposed_rules_are_sound BEFORE INSERT ON "proposed_rules" FOR EACH ROW EXECUTE FUNCTION check_proposed_rules();
--> statement-breakpoint
CREATE TRIGGER rule_sets_are_sound BEFORE INSERT ON "rule_sets" FOR EACH ROW EXECUTE FUNCTION check_proposed_rules();
--> statement-breakpoint
-- Nobody but the group itself changes how it decides: every version after the first is exactly what one of its decisions has adopted (DOMAIN.md 3.2),
-- or what held before a decision that was annulled since.
CREATE FUNCTION check_rules_are_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM rule_sets WHERE group_id = NEW.group_id) THEN
		RAISE EXCEPTION 'versions of rules follow each other' USING ERRCODE = 'check_violation', CONSTRAINT = 'rules_without_gaps';
	END IF;
	IF NEW.version > 1 AND NOT EXISTS (
		SELECT FROM decisions d
		JOIN groups g ON g.id = d.group_id
		JOIN rounds r ON r.id = d.round_id
		JOIN proposed_rules p ON p.proposal_id = r.proposal_id AND p.version = r.proposal_version
		WHERE d.group_id = NEW.group_id AND d.outcome = 'adopted' AND p.rules = NEW.rules AND p.legal_basis = NEW.legal_basis
			AND NEW.given_by = g.prefix || '-' || d.year || '-' || lpad(d.number::text, greatest(3, length(d.number::text)), '0')
	) AND NOT EXISTS (
		SELECT FROM rule_sets given
		JOIN rule_sets earlier ON earlier.group_id = given.group_id AND earlier.version = given.version - 1
		JOIN groups g ON g.id = given.group_id
		JOIN decisions d ON d.group_id = g.id AND given.given_by = g.prefix || '-' || d.year || '-' || lpad(d.number::text, greatest(3, length(d.number::text)), '0')
		JOIN decision_notes n ON n.decision_id = d.id AND n.kind = 'annulment' AND n.signed_at IS NOT NULL
		WHERE given.group_id = NEW.group_id AND given.version = NEW.version - 1 AND NEW.given_by = 'annulled:' || given.given_by
			AND earlier.rules = NEW.rules AND earlier.legal_basis = NEW.legal_basis
	) THEN
		RAISE EXCEPTION 'only a decision of the group changes its rules' USING ERRCODE = 'check_violation', CONSTRAINT = 'rules_are_decided';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rules_are_decided BEFORE INSERT ON "rule_sets" FOR EACH ROW EXECUTE FUNCTION check_rules_are_decided();
--> statement-breakpoint
-- Where the lowest resistance is that against changing nothing, the circle has said no.
CREATE OR REPLACE FUNCTION answers_say_what_was_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.decision_id IS NOT NULL AND NOT EXISTS (
		SELECT FROM decisions d JOIN referrals r ON r.to_id = d.group_id
		WHERE d.id = NEW.decision_id AND r.id = NEW.referral_id
			AND NEW.kind::text = CASE d.outcome WHEN 'adopted' THEN 'adopted' ELSE 'rejected' END
	) THEN
		RAISE EXCEPTION 'an answer says what the circle decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_say_what_was_decided';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
-- Everybody's yes, and silence, are asked for where there is a yes; and there is no rule for adding up ratings of different kinds of seats (DOMAIN.md 4.7-4.9).
CREATE FUNCTION check_way_of_asking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.preset IN ('statutory', 'silent') AND NEW.method NOT IN ('majority', 'consent') THEN
		RAISE EXCEPTION 'levels and ratings say neither yes nor nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'plain_questions_in_circulars';
	END IF;
	IF NEW.method = 'systemic_consensing' AND NEW.rules ->> 'electorate' = 'seats' AND NEW.rules ->> 'seatPolicy' IN ('pooled', 'dual') THEN
		RAISE EXCEPTION 'ratings of different kinds cannot be added up' USING ERRCODE = 'check_violation', CONSTRAINT = 'ratings_of_one_kind';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rounds_ask_what_can_be_counted BEFORE INSERT ON "rounds" FOR EACH ROW EXECUTE FUNCTION check_way_of_asking();
--> statement-breakpoint
-- Rules that were written for others than those that hold would undo what was decided since; so would two rounds about rules at once.
CREATE FUNCTION check_rules_take_turns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE written_for integer;
BEGIN
	SELECT base INTO written_for FROM proposed_rules WHERE proposal_id = NEW.proposal_id AND version = NEW.proposal_version;
	IF NOT FOUND THEN
		RETURN NEW;
	END IF;
	PERFORM FROM groups WHERE id = NEW.group_id FOR NO KEY UPDATE;
	IF written_for <> (SELECT max(version) FROM rule_sets WHERE group_id = NEW.group_id) THEN
		RAISE EXCEPTION 'other rules hold by now' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'rules_upon_those_that_hold';
	END IF;
	IF EXISTS (
		SELECT FROM rounds r
		JOIN proposed_rules p ON p.proposal_id = r.proposal_id AND p.version = r.proposal_version
		LEFT JOIN counts c ON c.round_id = r.id
		LEFT JOIN decisions d ON d.round_id = r.id
		WHERE r.group_id = NEW.group_id AND r.proposal_id <> NEW.proposal_id AND d.id IS NULL AND (c.round_id IS NULL OR c.outcome = 'adopted')
	) THEN
		RAISE EXCEPTION 'the group is deciding on other rules' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'one_round_about_rules';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rounds_about_rules_take_turns BEFORE INSERT ON "rounds" FOR EACH ROW EXECUTE FUNCTION check_rules_take_turns();
--> statement-breakpoint
-- What a decision rests on is noted before it: noting and establishing take turns on the round.
CREATE FUNCTION refuse_talk_after_the_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM rounds WHERE id = NEW.round_id FOR NO KEY UPDATE;
	IF EXISTS (SELECT FROM decisions WHERE round_id = NEW.round_id) THEN
		RAISE EXCEPTION 'the decision stands' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'talked_about_before_the_decision';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER talk_notes_before_the_decision BEFORE INSERT ON "talk_notes" FOR EACH ROW EXECUTE FUNCTION refuse_talk_after_the_decision();
--> statement-breakpoint
-- Whoever is recused or gone from the roll has no say in how it is decided either (DOMAIN.md 4.1, 4.8).
CREATE FUNCTION refuse_without_a_say() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM recusals WHERE seat_id = NEW.seat_id) OR EXISTS (SELECT FROM seat_losses WHERE seat_id = NEW.seat_id) THEN
		RAISE EXCEPTION 'the seat has no say in it' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'meetings_asked_for_with_a_say';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER procedure_objections_with_a_say BEFORE INSERT ON "procedure_objections" FOR EACH ROW EXECUTE FUNCTION refuse_without_a_say();
--> statement-breakpoint
-- An objection is said for a seat. Earlier ones were said by whoever had it.
ALTER TABLE "objections" DISABLE TRIGGER "objections_never_change";
--> statement-breakpoint
UPDATE "objections" SET "seat_id" = (SELECT "seat_id" FROM "seat_holders" WHERE "seat_holders"."round_id" = "objections"."round_id" AND "seat_holders"."person_id" = "objections"."owner_id");
--> statement-breakpoint
ALTER TABLE "objections" ENABLE TRIGGER "objections_never_change";
--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_of_a_seat" CHECK ("seat_id" IS NOT NULL);
--> statement-breakpoint
-- What was decided before there was a register of this kind waits once for its place in the chain.
INSERT INTO "register_backlog" DEFAULT VALUES;
--> statement-breakpoint
CREATE TRIGGER the_backlog_never_comes_back BEFORE INSERT OR UPDATE OR TRUNCATE ON "register_backlog" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Erasures are the only ones that are looked for by what they are.
CREATE INDEX register_entries_erasures ON "register_entries" (seq) WHERE kind = 'erasure';
--> statement-breakpoint
-- Salts go with the person whose they are, all at once, and an entry says so: asked at the end of the transaction.
CREATE FUNCTION check_salt_is_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.person_id IS NULL OR EXISTS (SELECT FROM register_salts WHERE person_id = OLD.person_id) OR NOT EXISTS (
		SELECT FROM register_entries e, jsonb_array_elements(e.canonical::jsonb #> '{facts,erased}') place
		WHERE e.kind = 'erasure' AND e.seq > OLD.seq AND place = jsonb_build_array(OLD.seq, OLD.position)
	) THEN
		RAISE EXCEPTION 'salts go with a person, and an entry says so' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'salts_go_by_erasure';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER salts_go_by_erasure AFTER DELETE ON "register_salts" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_salt_is_erased();
--> statement-breakpoint
-- A statement that comes after the decision has an entry of its own, any other one stands in that of the decision.
CREATE FUNCTION check_statement_is_chained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM decisions WHERE round_id = NEW.round_id) AND NOT EXISTS (
		SELECT FROM register_entries WHERE statement_id = NEW.id
	) AND NOT EXISTS (
		SELECT FROM register_entries e JOIN decisions d ON d.id = e.decision_id
		WHERE d.round_id = NEW.round_id AND position('["minority","' || NEW.id || '",' IN e.canonical) > 0
	) THEN
		RAISE EXCEPTION 'what is said later has an entry in the register' USING ERRCODE = 'check_violation', CONSTRAINT = 'statements_are_chained';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER statements_are_chained AFTER INSERT ON "minority_statements" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_statement_is_chained();
--> statement-breakpoint
-- What was said against a proposal, and what became of that, stands as it stood when it was decided.
CREATE FUNCTION is_decided(asked uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT EXISTS (
		SELECT FROM rounds r JOIN rounds later ON later.proposal_id = r.proposal_id AND later.number >= r.number
		JOIN decisions d ON d.round_id = later.id WHERE r.id = asked
	)
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_late_objections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF is_decided(NEW.round_id) THEN
		RAISE EXCEPTION 'it has been decided' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'objections_before_the_decision';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER objections_before_the_decision BEFORE INSERT ON "objections" FOR EACH ROW EXECUTE FUNCTION refuse_late_objections();
--> statement-breakpoint
-- Takes turns with whoever writes the decision down: either it stands in there, or it comes too late.
CREATE FUNCTION refuse_late_endings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(7231641);
	IF is_decided((SELECT round_id FROM objections WHERE id = NEW.objection_id)) THEN
		RAISE EXCEPTION 'it has been decided' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'endings_before_the_decision';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER endings_before_the_decision BEFORE INSERT ON "objection_endings" FOR EACH ROW EXECUTE FUNCTION refuse_late_endings();
--> statement-breakpoint
CREATE TRIGGER lapses_before_the_decision BEFORE INSERT OR UPDATE ON "objection_lapses" FOR EACH ROW EXECUTE FUNCTION refuse_late_endings();
--> statement-breakpoint
-- The roll of a round that is counted stays.
CREATE FUNCTION refuse_losses_after_the_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM counts JOIN seats ON seats.round_id = counts.round_id WHERE seats.id = NEW.seat_id) THEN
		RAISE EXCEPTION 'the round has been counted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'counted_rounds_stay';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER seat_losses_before_the_count BEFORE INSERT ON "seat_losses" FOR EACH ROW EXECUTE FUNCTION refuse_losses_after_the_count();
--> statement-breakpoint
-- The wording of a proposal is frozen while a round about it is open; how it is found is not.
CREATE OR REPLACE FUNCTION refuse_change_while_deciding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF to_jsonb(NEW) - 'summary' <> to_jsonb(OLD) - 'summary' AND EXISTS (
		SELECT FROM rounds LEFT JOIN counts ON counts.round_id = rounds.id
		WHERE rounds.proposal_id = OLD.id AND counts.round_id IS NULL
	) THEN
		RAISE EXCEPTION 'a round about this proposal is open' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
-- Further ahead than a year nobody is asked, whoever opens it.
CREATE FUNCTION check_first_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.closes_at > NEW.opened_at + interval '368 days' THEN
		RAISE EXCEPTION 'a round ends within a year' USING ERRCODE = 'check_violation', CONSTRAINT = 'rounds_end_in_a_year';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rounds_end_in_a_year BEFORE INSERT ON "rounds" FOR EACH ROW EXECUTE FUNCTION check_first_end();
