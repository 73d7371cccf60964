CREATE TYPE "public"."agenda_reason" AS ENUM('undecided', 'procedure_objection', 'in_doubt', 'review', 'wish');--> statement-breakpoint
CREATE TYPE "public"."ballot_rank" AS ENUM('meeting', 'principal', 'deputy', 'proxy');--> statement-breakpoint
CREATE TYPE "public"."register_entry_kind" AS ENUM('decision', 'note', 'statement', 'erasure');--> statement-breakpoint
CREATE TYPE "public"."decision_note_kind" AS ENUM('correction', 'recount', 'annulment', 'supersession');--> statement-breakpoint
CREATE TYPE "public"."follow_up" AS ENUM('small_group', 'postponed', 'next_meeting', 'circle', 'new_round', 'rework');--> statement-breakpoint
CREATE TYPE "public"."round_notice_kind" AS ENUM('invitation', 'extension', 'half_time', 'last_day', 'result', 'opened', 'confirmed');--> statement-breakpoint
CREATE TYPE "public"."round_channel" AS ENUM('online', 'circular', 'meeting');--> statement-breakpoint
CREATE TYPE "public"."circular_preset" AS ENUM('statutory', 'rules', 'silent');--> statement-breakpoint
CREATE TYPE "public"."seat_rank" AS ENUM('principal', 'deputy', 'proxy');--> statement-breakpoint
CREATE TYPE "public"."legal_form" AS ENUM('informal', 'association_organ');--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'support';--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'reservations';--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'stand_aside';--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'serious_concerns';--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'block';--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'rated';--> statement-breakpoint
ALTER TYPE "public"."ballot_choice" ADD VALUE 'void';--> statement-breakpoint
ALTER TYPE "public"."decision_method" ADD VALUE 'consensus';--> statement-breakpoint
ALTER TYPE "public"."decision_method" ADD VALUE 'systemic_consensing';--> statement-breakpoint
ALTER TYPE "public"."final_outcome" ADD VALUE 'status_quo_confirmed';--> statement-breakpoint
ALTER TYPE "public"."objection_end" ADD VALUE 'downgraded';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'status_quo_confirmed';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'blocked';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'no_consensus';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'tie';--> statement-breakpoint
ALTER TYPE "public"."outcome" ADD VALUE 'to_meeting';--> statement-breakpoint
ALTER TYPE "public"."round_method" ADD VALUE 'consensus';--> statement-breakpoint
ALTER TYPE "public"."round_method" ADD VALUE 'systemic_consensing';--> statement-breakpoint
CREATE TABLE "agenda_wishes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"why" "agenda_reason" NOT NULL,
	"round_id" uuid,
	"decision_id" uuid,
	"added_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by_id" uuid,
	CONSTRAINT "agenda_wishes_roundId_unique" UNIQUE("round_id"),
	CONSTRAINT "agenda_wishes_decisionId_why_unique" UNIQUE("decision_id","why"),
	CONSTRAINT "about_one_thing" CHECK (num_nonnulls("agenda_wishes"."round_id", "agenda_wishes"."decision_id") < 2),
	CONSTRAINT "done_by_somebody" CHECK (num_nonnulls("agenda_wishes"."done_at", "agenda_wishes"."done_by_id") in (0, 2))
);--> statement-breakpoint
CREATE TABLE "counted_ballots" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"ballot_id" uuid,
	"reason" text NOT NULL
);--> statement-breakpoint
CREATE TABLE "procedure_objections" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"raised_by_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);--> statement-breakpoint
CREATE TABLE "ratings" (
	"ballot_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"resistance" smallint NOT NULL,
	CONSTRAINT "ratings_ballot_id_option_id_pk" PRIMARY KEY("ballot_id","option_id"),
	CONSTRAINT "from_none_to_ten" CHECK ("ratings"."resistance" between 0 and 10)
);--> statement-breakpoint
CREATE TABLE "book_names" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "register_backlog" (
	"since" timestamp with time zone PRIMARY KEY DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "register_entries" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"kind" "register_entry_kind" NOT NULL,
	"decision_id" uuid,
	"note_id" uuid,
	"statement_id" uuid,
	"canonical" text NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "register_entries_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "register_entries_noteId_unique" UNIQUE("note_id"),
	CONSTRAINT "register_entries_statementId_unique" UNIQUE("statement_id"),
	CONSTRAINT "register_entries_previous_unique" UNIQUE("previous"),
	CONSTRAINT "register_entries_hash_unique" UNIQUE("hash"),
	CONSTRAINT "from_one_on" CHECK ("register_entries"."seq" > 0),
	CONSTRAINT "whole_hashes" CHECK (length("register_entries"."hash") = 32 and length("register_entries"."previous") = 32),
	CONSTRAINT "entries_of_their_kind" CHECK (("register_entries"."kind" = 'decision') = ("register_entries"."decision_id" is not null) and ("register_entries"."kind" = 'note') = ("register_entries"."note_id" is not null) and ("register_entries"."kind" = 'statement') = ("register_entries"."statement_id" is not null))
);--> statement-breakpoint
CREATE TABLE "register_salts" (
	"seq" bigint NOT NULL,
	"field" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"salt" "bytea" NOT NULL,
	"person_id" uuid,
	CONSTRAINT "register_salts_seq_field_position_pk" PRIMARY KEY("seq","field","position")
);--> statement-breakpoint
CREATE TABLE "minority_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"travels" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minority_statements_roundId_authorId_unique" UNIQUE("round_id","author_id")
);--> statement-breakpoint
CREATE TABLE "objection_efforts" (
	"objection_id" uuid PRIMARY KEY NOT NULL,
	"taken_up_by_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "objection_lapses" (
	"objection_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_by_id" uuid,
	"signed_at" timestamp with time zone,
	CONSTRAINT "nobody_lapses_alone" CHECK ("objection_lapses"."signed_by_id" is null or "objection_lapses"."signed_by_id" <> "objection_lapses"."proposed_by_id"),
	CONSTRAINT "lapses_are_signed_whole" CHECK (num_nonnulls("objection_lapses"."signed_by_id", "objection_lapses"."signed_at") in (0, 2))
);--> statement-breakpoint
CREATE TABLE "proposal_deliberations" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"second_turn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "proposal_ideas" (
	"proposal_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	CONSTRAINT "proposal_ideas_proposal_id_idea_id_pk" PRIMARY KEY("proposal_id","idea_id")
);--> statement-breakpoint
CREATE TABLE "proposal_lapse_warnings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "proposal_lapses" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "proposal_opinions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"turn" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"opinion" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_opinions_proposalId_version_turn_personId_unique" UNIQUE("proposal_id","version","turn","person_id"),
	CONSTRAINT "two_turns" CHECK ("proposal_opinions"."turn" in (1, 2))
);--> statement-breakpoint
CREATE TABLE "proposal_options" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"wording" text NOT NULL,
	"is_passive" boolean DEFAULT false NOT NULL,
	CONSTRAINT "proposal_options_proposalId_version_position_unique" UNIQUE("proposal_id","version","position")
);--> statement-breakpoint
CREATE TABLE "proposal_presentations" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"presented_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "proposal_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answered_whole" CHECK (num_nonnulls("proposal_questions"."answered_by_id", "proposal_questions"."answered_at") in (0, 2))
);--> statement-breakpoint
CREATE TABLE "proposal_topics" (
	"proposal_id" uuid NOT NULL,
	"topic" text NOT NULL,
	CONSTRAINT "proposal_topics_proposal_id_topic_pk" PRIMARY KEY("proposal_id","topic")
);--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"proposal_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"wording" text NOT NULL,
	"rationale" text DEFAULT '' NOT NULL,
	"snapshot_id" uuid,
	"terms" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_versions_proposal_id_version_pk" PRIMARY KEY("proposal_id","version")
);--> statement-breakpoint
CREATE TABLE "proposed_rules" (
	"proposal_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"legal_basis" text DEFAULT '' NOT NULL,
	"base" integer NOT NULL,
	CONSTRAINT "proposed_rules_proposal_id_version_pk" PRIMARY KEY("proposal_id","version")
);--> statement-breakpoint
CREATE TABLE "decision_ideas" (
	"decision_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	CONSTRAINT "decision_ideas_decision_id_idea_id_pk" PRIMARY KEY("decision_id","idea_id")
);--> statement-breakpoint
CREATE TABLE "decision_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"kind" "decision_note_kind" NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tally" jsonb,
	"outcome" "outcome",
	"is_decisive" boolean DEFAULT false NOT NULL,
	"by_decision_id" uuid,
	"first_person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"second_person_id" uuid,
	"signed_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "nobody_corrects_alone" CHECK ("decision_notes"."second_person_id" is null or "decision_notes"."second_person_id" <> "decision_notes"."first_person_id"),
	CONSTRAINT "notes_are_signed_whole" CHECK (num_nonnulls("decision_notes"."second_person_id", "decision_notes"."signed_at") in (0, 2)),
	CONSTRAINT "signed_or_discarded" CHECK (num_nonnulls("decision_notes"."signed_at", "decision_notes"."discarded_at") < 2),
	CONSTRAINT "superseded_by_something" CHECK ("decision_notes"."kind" <> 'supersession' or "decision_notes"."by_decision_id" is not null),
	CONSTRAINT "not_by_itself" CHECK ("decision_notes"."by_decision_id" is null or "decision_notes"."by_decision_id" <> "decision_notes"."decision_id"),
	CONSTRAINT "a_recount_counts" CHECK (("decision_notes"."kind" = 'recount') = ("decision_notes"."tally" is not null and "decision_notes"."outcome" is not null)),
	CONSTRAINT "only_a_recount_decides" CHECK (not "decision_notes"."is_decisive" or "decision_notes"."kind" = 'recount')
);--> statement-breakpoint
CREATE TABLE "decision_topics" (
	"decision_id" uuid NOT NULL,
	"topic" text NOT NULL,
	CONSTRAINT "decision_topics_decision_id_topic_pk" PRIMARY KEY("decision_id","topic")
);--> statement-breakpoint
CREATE TABLE "proposed_supersessions" (
	"proposal_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"kind" text DEFAULT 'superseded' NOT NULL,
	CONSTRAINT "proposed_supersessions_proposal_id_decision_id_pk" PRIMARY KEY("proposal_id","decision_id")
);--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"kind" "follow_up" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"chosen_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "hand_counts" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"present" integer NOT NULL,
	"yes" integer NOT NULL,
	"no" integer NOT NULL,
	"abstain" integer NOT NULL,
	"void" integer DEFAULT 0 NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hands_of_those_present" CHECK ("hand_counts"."yes" + "hand_counts"."no" + "hand_counts"."abstain" + "hand_counts"."void" <= "hand_counts"."present"),
	CONSTRAINT "whole_hands" CHECK (least("hand_counts"."yes", "hand_counts"."no", "hand_counts"."abstain", "hand_counts"."void") >= 0)
);--> statement-breakpoint
CREATE TABLE "round_cancellations" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"cancelled_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cancelled_for_a_reason" CHECK (length(trim("round_cancellations"."reason")) > 0)
);--> statement-breakpoint
CREATE TABLE "round_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"extended_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_extensions_roundId_number_unique" UNIQUE("round_id","number")
);--> statement-breakpoint
CREATE TABLE "round_mail_refusals" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "round_notices" (
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "round_notice_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	CONSTRAINT "round_notices_round_id_person_id_kind_pk" PRIMARY KEY("round_id","person_id","kind")
);--> statement-breakpoint
CREATE TABLE "round_options" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"wording" text NOT NULL,
	"is_passive" boolean NOT NULL,
	CONSTRAINT "round_options_roundId_position_unique" UNIQUE("round_id","position"),
	CONSTRAINT "round_options_id_roundId_unique" UNIQUE("id","round_id")
);--> statement-breakpoint
CREATE TABLE "talk_notes" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"noted_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "attendances" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "proxies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"principal_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "proxies_of_somebody_else" CHECK ("proxies"."principal_id" <> "proxies"."holder_id")
);--> statement-breakpoint
CREATE TABLE "recusal_proposals" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"category" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "recusals" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"category" text NOT NULL,
	"declared_by_id" uuid NOT NULL,
	"proposed_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "seat_holders" (
	"seat_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rank" "seat_rank" DEFAULT 'principal' NOT NULL,
	"key" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "seat_holders_seat_id_person_id_pk" PRIMARY KEY("seat_id","person_id"),
	CONSTRAINT "seat_holders_key_unique" UNIQUE("key"),
	CONSTRAINT "seat_holders_seatId_personId_rank_unique" UNIQUE("seat_id","person_id","rank")
);--> statement-breakpoint
CREATE TABLE "standing_seat_holders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rank" "seat_rank" DEFAULT 'principal' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "no_standing_proxies" CHECK ("standing_seat_holders"."rank" <> 'proxy')
);--> statement-breakpoint
CREATE TABLE "standing_seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" "seat_kind" NOT NULL,
	"organisation_id" uuid,
	"sending_group_id" uuid,
	"weight" integer DEFAULT 1 NOT NULL,
	"given_by" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "no_seat_in_itself" CHECK ("standing_seats"."sending_group_id" <> "standing_seats"."group_id"),
	CONSTRAINT "whole_standing_weight" CHECK ("standing_seats"."weight" > 0),
	CONSTRAINT "somebody_behind_a_seat" CHECK (num_nonnulls("standing_seats"."organisation_id", "standing_seats"."sending_group_id") = 1),
	CONSTRAINT "seats_of_their_kind" CHECK (("standing_seats"."kind" = 'organisation') = ("standing_seats"."organisation_id" is not null) and ("standing_seats"."kind" = 'group') = ("standing_seats"."sending_group_id" is not null))
);--> statement-breakpoint
ALTER TABLE "objections" DROP CONSTRAINT "objections_roundId_ownerId_unique";--> statement-breakpoint
ALTER TABLE "ballots" DROP CONSTRAINT "objections_have_a_reason";--> statement-breakpoint
ALTER TABLE "rounds" DROP CONSTRAINT "rounds_end_after_they_open";--> statement-breakpoint
DROP TRIGGER ballots_are_valid ON "ballots";--> statement-breakpoint
DROP FUNCTION check_ballot();--> statement-breakpoint
ALTER TABLE "ballots" DROP CONSTRAINT "ballots_pkey";--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "choice" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "counts" ALTER COLUMN "counted_by_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "ballots_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "method" "round_method";--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "rank" "ballot_rank" DEFAULT 'principal' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "entered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "counts" ADD COLUMN "chosen_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "channel" "round_channel";--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "summary" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "legal_entity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "in_force_from" date;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "in_force_until" date;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "editorial_mandate" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objection_endings" ADD COLUMN "settled_in" integer;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "seat_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "legal_entity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "in_force_from" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "in_force_until" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "editorial_mandate" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "present" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "tally" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "scope" "scope" DEFAULT 'own_group' NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "legal_entity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "in_force_from" date;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "in_force_until" date;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "channel" "round_channel" DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "preset" "circular_preset";--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "urgency" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "sending_group_id" uuid;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "legal_form" "legal_form" DEFAULT 'informal' NOT NULL;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD COLUMN "given_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_seq_unique" UNIQUE("seq");--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_id_seatId_unique" UNIQUE("id","seat_id");--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_id_roundId_unique" UNIQUE("id","round_id");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_id_method_unique" UNIQUE("id","method");--> statement-breakpoint
ALTER TABLE "agenda_wishes" ADD CONSTRAINT "agenda_wishes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_wishes" ADD CONSTRAINT "agenda_wishes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_wishes" ADD CONSTRAINT "agenda_wishes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_wishes" ADD CONSTRAINT "agenda_wishes_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_wishes" ADD CONSTRAINT "agenda_wishes_done_by_id_people_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_ballots" ADD CONSTRAINT "counted_ballots_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_ballots" ADD CONSTRAINT "counted_ballots_ballot_id_seat_id_ballots_id_seat_id_fk" FOREIGN KEY ("ballot_id","seat_id") REFERENCES "public"."ballots"("id","seat_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_objections" ADD CONSTRAINT "procedure_objections_raised_by_id_people_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_objections" ADD CONSTRAINT "procedure_objections_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_objections" ADD CONSTRAINT "procedure_objections_seat_id_raised_by_id_seat_holders_seat_id_person_id_fk" FOREIGN KEY ("seat_id","raised_by_id") REFERENCES "public"."seat_holders"("seat_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ballot_id_round_id_ballots_id_round_id_fk" FOREIGN KEY ("ballot_id","round_id") REFERENCES "public"."ballots"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_option_id_round_id_round_options_id_round_id_fk" FOREIGN KEY ("option_id","round_id") REFERENCES "public"."round_options"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_names" ADD CONSTRAINT "book_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_note_id_decision_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."decision_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_statement_id_minority_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."minority_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_salts" ADD CONSTRAINT "register_salts_seq_register_entries_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."register_entries"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_salts" ADD CONSTRAINT "register_salts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minority_statements" ADD CONSTRAINT "minority_statements_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minority_statements" ADD CONSTRAINT "minority_statements_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_efforts" ADD CONSTRAINT "objection_efforts_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_efforts" ADD CONSTRAINT "objection_efforts_taken_up_by_id_people_id_fk" FOREIGN KEY ("taken_up_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_lapses" ADD CONSTRAINT "objection_lapses_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_lapses" ADD CONSTRAINT "objection_lapses_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_lapses" ADD CONSTRAINT "objection_lapses_signed_by_id_people_id_fk" FOREIGN KEY ("signed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_deliberations" ADD CONSTRAINT "proposal_deliberations_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_deliberations" ADD CONSTRAINT "proposal_deliberations_opened_by_id_people_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_ideas" ADD CONSTRAINT "proposal_ideas_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_ideas" ADD CONSTRAINT "proposal_ideas_idea_id_guiding_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."guiding_ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_lapse_warnings" ADD CONSTRAINT "proposal_lapse_warnings_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_lapses" ADD CONSTRAINT "proposal_lapses_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_opinions" ADD CONSTRAINT "proposal_opinions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_opinions" ADD CONSTRAINT "proposal_opinions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_options" ADD CONSTRAINT "proposal_options_proposal_id_version_proposal_versions_proposal_id_version_fk" FOREIGN KEY ("proposal_id","version") REFERENCES "public"."proposal_versions"("proposal_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_presentations" ADD CONSTRAINT "proposal_presentations_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_presentations" ADD CONSTRAINT "proposal_presentations_presented_by_id_people_id_fk" FOREIGN KEY ("presented_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_questions" ADD CONSTRAINT "proposal_questions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_questions" ADD CONSTRAINT "proposal_questions_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_questions" ADD CONSTRAINT "proposal_questions_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_topics" ADD CONSTRAINT "proposal_topics_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_rules" ADD CONSTRAINT "proposed_rules_proposal_id_version_proposal_versions_proposal_id_version_fk" FOREIGN KEY ("proposal_id","version") REFERENCES "public"."proposal_versions"("proposal_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_ideas" ADD CONSTRAINT "decision_ideas_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_ideas" ADD CONSTRAINT "decision_ideas_idea_id_guiding_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."guiding_ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_by_decision_id_decisions_id_fk" FOREIGN KEY ("by_decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_first_person_id_people_id_fk" FOREIGN KEY ("first_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_second_person_id_people_id_fk" FOREIGN KEY ("second_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_topics" ADD CONSTRAINT "decision_topics_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_supersessions" ADD CONSTRAINT "proposed_supersessions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_supersessions" ADD CONSTRAINT "proposed_supersessions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_chosen_by_id_people_id_fk" FOREIGN KEY ("chosen_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_counts" ADD CONSTRAINT "hand_counts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_counts" ADD CONSTRAINT "hand_counts_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_cancellations" ADD CONSTRAINT "round_cancellations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_cancellations" ADD CONSTRAINT "round_cancellations_cancelled_by_id_people_id_fk" FOREIGN KEY ("cancelled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_extended_by_id_people_id_fk" FOREIGN KEY ("extended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_mail_refusals" ADD CONSTRAINT "round_mail_refusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_notices" ADD CONSTRAINT "round_notices_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_notices" ADD CONSTRAINT "round_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_options" ADD CONSTRAINT "round_options_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_notes" ADD CONSTRAINT "talk_notes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_notes" ADD CONSTRAINT "talk_notes_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_principal_id_people_id_fk" FOREIGN KEY ("principal_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal_proposals" ADD CONSTRAINT "recusal_proposals_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal_proposals" ADD CONSTRAINT "recusal_proposals_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_declared_by_id_people_id_fk" FOREIGN KEY ("declared_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holders" ADD CONSTRAINT "seat_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holders" ADD CONSTRAINT "seat_holders_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_seat_holders" ADD CONSTRAINT "standing_seat_holders_seat_id_standing_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."standing_seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_seat_holders" ADD CONSTRAINT "standing_seat_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_seats" ADD CONSTRAINT "standing_seats_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_seats" ADD CONSTRAINT "standing_seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_seats" ADD CONSTRAINT "standing_seats_sending_group_id_groups_id_fk" FOREIGN KEY ("sending_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_wishes_group_id_index" ON "agenda_wishes" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "counted_ballots_round_id_index" ON "counted_ballots" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "procedure_objections_round_id_index" ON "procedure_objections" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "register_salts_person_id_index" ON "register_salts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "minority_statements_round_id_index" ON "minority_statements" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "proposal_lapse_warnings_proposal_id_index" ON "proposal_lapse_warnings" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposal_questions_proposal_id_index" ON "proposal_questions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "decision_ideas_idea_id_index" ON "decision_ideas" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "decision_notes_decision_id_index" ON "decision_notes" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "decision_notes_by_decision_id_index" ON "decision_notes" USING btree ("by_decision_id");--> statement-breakpoint
CREATE INDEX "decision_topics_topic_index" ON "decision_topics" USING btree ("topic");--> statement-breakpoint
CREATE INDEX "round_notices_person_id_index" ON "round_notices" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attendances_round_id_index" ON "attendances" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_proxy_at_a_time" ON "proxies" USING btree ("group_id","principal_id") WHERE "proxies"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "proxies_group_id_index" ON "proxies" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "proxies_holder_id_index" ON "proxies" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "recusal_proposals_round_id_index" ON "recusal_proposals" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "recusals_round_id_index" ON "recusals" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "seat_holders_person_id_index" ON "seat_holders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_holders_round_id_index" ON "seat_holders" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "nobody_twice_on_a_seat" ON "standing_seat_holders" USING btree ("seat_id","person_id") WHERE "standing_seat_holders"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "standing_seat_holders_seat_id_index" ON "standing_seat_holders" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "standing_seat_holders_person_id_index" ON "standing_seat_holders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "standing_seats_group_id_index" ON "standing_seats" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_seat_per_organisation" ON "standing_seats" USING btree ("group_id","organisation_id") WHERE "standing_seats"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_seat_per_sending_group" ON "standing_seats" USING btree ("group_id","sending_group_id") WHERE "standing_seats"."ended_at" is null;--> statement-breakpoint
-- What was said so far goes into the one ledger, with the people behind each seat.
INSERT INTO "seat_holders" ("seat_id", "round_id", "person_id") SELECT "id", "round_id", "holder_id" FROM "seats";
--> statement-breakpoint
UPDATE "ballots" SET "method" = "rounds"."method", "received_at" = "ballots"."cast_at" FROM "rounds" WHERE "rounds"."id" = "ballots"."round_id";
--> statement-breakpoint
INSERT INTO "ballots" ("seat_id", "round_id", "method", "cast_by_id", "choice", "reason", "received_at", "cast_at")
	SELECT "seat_id", "round_id", (SELECT "method" FROM "rounds" WHERE "rounds"."id" = "round_id"), "cast_by_id", "choice", "reason", "received_at", "received_at" FROM "late_ballots" ORDER BY "received_at";
--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "method" SET NOT NULL;
--> statement-breakpoint
-- Of rounds that were counted already, what counted is what was in time.
INSERT INTO "counted_ballots" ("seat_id", "round_id", "ballot_id", "reason")
	SELECT "seats"."id", "seats"."round_id", "ballots"."id", CASE WHEN "ballots"."id" IS NULL THEN 'not_cast' ELSE 'ok' END
	FROM "seats" JOIN "counts" ON "counts"."round_id" = "seats"."round_id" JOIN "rounds" ON "rounds"."id" = "seats"."round_id"
	LEFT JOIN "ballots" ON "ballots"."seat_id" = "seats"."id" AND "ballots"."received_at" < "rounds"."closes_at"
	WHERE NOT EXISTS (SELECT FROM "seat_losses" WHERE "seat_losses"."seat_id" = "seats"."id");
--> statement-breakpoint
INSERT INTO "proposal_versions" ("proposal_id", "version", "title", "wording", "rationale", "snapshot_id", "author_id", "created_at")
	SELECT "id", "version", "title", "wording", "rationale", "snapshot_id", "author_id", "created_at" FROM "proposals"
	UNION SELECT DISTINCT ON ("rounds"."proposal_id", "rounds"."proposal_version") "rounds"."proposal_id", "rounds"."proposal_version", "rounds"."title", "rounds"."wording", "rounds"."rationale", "rounds"."snapshot_id", "proposals"."author_id", "rounds"."opened_at"
	FROM "rounds" JOIN "proposals" ON "proposals"."id" = "rounds"."proposal_id" WHERE "rounds"."proposal_version" < "proposals"."version";
--> statement-breakpoint
ALTER TABLE "decisions" DISABLE TRIGGER "decisions_never_change";
--> statement-breakpoint
UPDATE "decisions" SET "summary" = "title", "channel" = CASE WHEN "round_id" IS NOT NULL THEN 'online'::"round_channel" END;
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE TRIGGER "decisions_never_change";
--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "summary" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_round_id_method_rounds_id_method_fk" FOREIGN KEY ("round_id","method") REFERENCES "public"."rounds"("id","method") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_seat_id_cast_by_id_seat_holders_seat_id_person_id_fk" FOREIGN KEY ("seat_id","cast_by_id") REFERENCES "public"."seat_holders"("seat_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_chosen_id_round_options_id_fk" FOREIGN KEY ("chosen_id") REFERENCES "public"."round_options"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_seat_id_round_id_seats_id_round_id_fk" FOREIGN KEY ("seat_id","round_id") REFERENCES "public"."seats"("id","round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_seat_id_owner_id_seat_holders_seat_id_person_id_fk" FOREIGN KEY ("seat_id","owner_id") REFERENCES "public"."seat_holders"("seat_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_sending_group_id_groups_id_fk" FOREIGN KEY ("sending_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballots_seat_id_index" ON "ballots" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "ballots_cast_by_id_index" ON "ballots" USING btree ("cast_by_id");--> statement-breakpoint
CREATE INDEX "objections_round_id_index" ON "objections" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "seats_round_id_index" ON "seats" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_rule_set_per_decision" ON "rule_sets" USING btree ("group_id","given_by") WHERE "rule_sets"."version" > 1;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "papers_are_entered" CHECK (("ballots"."rank" = 'meeting') = ("ballots"."entered_by_id" is not null));--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "reasons_where_needed" CHECK ("ballots"."choice" is null or "ballots"."choice"::text not in ('objection', 'block') or length(trim("ballots"."reason")) > 0);--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "choices_of_their_method" CHECK ("ballots"."choice" is null or "ballots"."choice"::text = 'void' or case "ballots"."method"::text
        when 'consent' then "ballots"."choice"::text in ('consent', 'concern', 'objection')
        when 'majority' then "ballots"."choice"::text in ('yes', 'no', 'abstain')
        when 'consensus' then "ballots"."choice"::text in ('support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block')
        when 'systemic_consensing' then "ballots"."choice"::text = 'rated'
        else false end);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "said_in_plain_words" CHECK (length(trim("decisions"."summary")) > 0);--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_end_after_they_begin" CHECK ("proposals"."in_force_until" >= "proposals"."in_force_from");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "circulars_have_a_preset" CHECK (("rounds"."channel" = 'circular') = ("rounds"."preset" is not null));--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_end_after_they_open" CHECK ("rounds"."closes_at" > greatest("rounds"."opened_at", "rounds"."starts_at"));
