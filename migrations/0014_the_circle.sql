CREATE TYPE "public"."calendar_deadline_kind" AS ENUM('consultation', 'event', 'other');--> statement-breakpoint
CREATE TYPE "public"."reminder_lead" AS ENUM('two_months', 'two_weeks');--> statement-breakpoint
CREATE TYPE "public"."destination" AS ENUM('heir', 'kept', 'dropped', 'withdrawn', 'noted', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."held_fate" AS ENUM('handed_over', 'nobody', 'ended', 'stays');--> statement-breakpoint
CREATE TYPE "public"."held_kind" AS ENUM('task', 'draft', 'proposal', 'role', 'referral', 'answer', 'editorial_mandate', 'seat');--> statement-breakpoint
CREATE TYPE "public"."open_kind" AS ENUM('document', 'task', 'proposal', 'referral_sent', 'referral_received', 'wish', 'meeting', 'deadline');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_end" AS ENUM('done', 'carried_over', 'removed');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_source" AS ENUM('opening', 'minutes', 'carried_over', 'report', 'referral', 'proposal', 'wish', 'deadline', 'review', 'tasks', 'free', 'miscellaneous', 'next_date');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_type" AS ENUM('information', 'discussion', 'decision', 'election');--> statement-breakpoint
CREATE TYPE "public"."quorum_unit" AS ENUM('persons', 'seats');--> statement-breakpoint
CREATE TYPE "public"."minutes_approval_kind" AS ENUM('meeting', 'expiry');--> statement-breakpoint
CREATE TYPE "public"."minutes_link_kind" AS ENUM('decision', 'task');--> statement-breakpoint
CREATE TYPE "public"."poll_choice" AS ENUM('yes', 'if_need_be', 'no');--> statement-breakpoint
CREATE TYPE "public"."meeting_letter_kind" AS ENUM('invitation', 'change', 'cancellation');--> statement-breakpoint
CREATE TYPE "public"."meeting_form" AS ENUM('on_site', 'online', 'hybrid');--> statement-breakpoint
CREATE TYPE "public"."task_notice" AS ENUM('soon', 'late');--> statement-breakpoint
CREATE TYPE "public"."rhythm_unit" AS ENUM('week', 'month');--> statement-breakpoint
CREATE TYPE "public"."thing_kind" AS ENUM('document', 'proposal', 'decision', 'task', 'referral');--> statement-breakpoint
ALTER TYPE "public"."agenda_reason" ADD VALUE 'reservation';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'approved';--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'deputy_lead';--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'deputy_delegate';--> statement-breakpoint
ALTER TYPE "public"."answer_kind" ADD VALUE 'withdrawn';--> statement-breakpoint
ALTER TYPE "public"."answer_kind" ADD VALUE 'superseded';--> statement-breakpoint
ALTER TYPE "public"."answer_kind" ADD VALUE 'adopted_with_changes';--> statement-breakpoint
ALTER TYPE "public"."task_origin" ADD VALUE 'meeting';--> statement-breakpoint
ALTER TYPE "public"."task_origin" ADD VALUE 'comment';--> statement-breakpoint
CREATE TABLE "calendar_deadlines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "calendar_deadline_kind" NOT NULL,
	"title" text NOT NULL,
	"counterpart" text DEFAULT '' NOT NULL,
	"due_on" date NOT NULL,
	"group_id" uuid NOT NULL,
	"document_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_id" uuid,
	"outcome" text DEFAULT '' NOT NULL,
	CONSTRAINT "settled_by_somebody" CHECK (num_nonnulls("calendar_deadlines"."settled_at", "calendar_deadlines"."settled_by_id") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "approved_documents" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_replacements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"older_id" uuid NOT NULL,
	"newer_id" uuid NOT NULL,
	"named_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idea_replacements_olderId_unique" UNIQUE("older_id"),
	CONSTRAINT "ideas_replaced_by_others" CHECK ("idea_replacements"."older_id" <> "idea_replacements"."newer_id")
);
--> statement-breakpoint
CREATE TABLE "term_reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"term_id" uuid,
	"mandate_id" uuid,
	"person_id" uuid NOT NULL,
	"lead" "reminder_lead" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	CONSTRAINT "about_a_term_or_a_mandate" CHECK (num_nonnulls("term_reminders"."term_id", "term_reminders"."mandate_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "dissolution_completions" (
	"dissolution_id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"completed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dissolution_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dissolution_id" uuid NOT NULL,
	"kind" "open_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"destination" "destination" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_id" uuid NOT NULL,
	"became_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dissolution_items_dissolutionId_kind_subjectId_unique" UNIQUE("dissolution_id","kind","subject_id"),
	CONSTRAINT "letting_go_has_a_reason" CHECK ("dissolution_items"."destination" in ('heir', 'kept') or length(trim("dissolution_items"."reason")) > 0),
	CONSTRAINT "each_kind_has_its_ways" CHECK (case "dissolution_items"."kind"::text
        when 'document' then "dissolution_items"."destination" in ('heir', 'kept')
        when 'task' then "dissolution_items"."destination" in ('heir', 'dropped')
        when 'proposal' then "dissolution_items"."destination" in ('heir', 'withdrawn')
        when 'referral_sent' then "dissolution_items"."destination" = 'withdrawn'
        when 'referral_received' then "dissolution_items"."destination" = 'noted'
        when 'wish' then "dissolution_items"."destination" in ('heir', 'dropped')
        when 'meeting' then "dissolution_items"."destination" = 'cancelled'
        when 'deadline' then "dissolution_items"."destination" in ('heir', 'dropped')
      end)
);
--> statement-breakpoint
CREATE TABLE "dissolutions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"heir_id" uuid NOT NULL,
	"started_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dissolutions_groupId_unique" UNIQUE("group_id"),
	CONSTRAINT "no_group_inherits_from_itself" CHECK ("dissolutions"."heir_id" <> "dissolutions"."group_id")
);
--> statement-breakpoint
CREATE TABLE "dormancies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"began_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"woken_at" timestamp with time zone,
	"woken_by_id" uuid,
	CONSTRAINT "resting_has_a_reason" CHECK (length(trim("dormancies"."reason")) > 0),
	CONSTRAINT "woken_by_somebody" CHECK (num_nonnulls("dormancies"."woken_at", "dormancies"."woken_by_id") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "handover_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handover_id" uuid NOT NULL,
	"kind" "held_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"fate" "held_fate" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handover_items_handoverId_kind_subjectId_unique" UNIQUE("handover_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"successor_id" uuid,
	"given_by" text DEFAULT '' NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "nobody_succeeds_themselves" CHECK ("handovers"."successor_id" <> "handovers"."person_id")
);
--> statement-breakpoint
CREATE TABLE "account_closings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"closed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reopened_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"source" "agenda_item_source" NOT NULL,
	"type" "agenda_item_type" NOT NULL,
	"title" text NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"minutes" integer DEFAULT 10 NOT NULL,
	"brought_by_id" uuid,
	"brought_by_group_id" uuid,
	"referral_id" uuid,
	"proposal_id" uuid,
	"wish_id" uuid,
	"report_id" uuid,
	"deadline_id" uuid,
	"decision_id" uuid,
	"minutes_of_id" uuid,
	"carried_from_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "carried_over_from_somewhere" CHECK (("agenda_items"."source" = 'carried_over') = ("agenda_items"."carried_from_id" is not null)),
	CONSTRAINT "nothing_is_decided_under_miscellaneous" CHECK ("agenda_items"."source" <> 'miscellaneous' or "agenda_items"."type" not in ('decision', 'election')),
	CONSTRAINT "an_item_is_about_one_thing" CHECK (num_nonnulls("agenda_items"."referral_id", "agenda_items"."proposal_id", "agenda_items"."wish_id", "agenda_items"."report_id", "agenda_items"."deadline_id", "agenda_items"."decision_id", "agenda_items"."minutes_of_id") < 2),
	CONSTRAINT "items_take_time" CHECK ("agenda_items"."minutes" between 1 and 480)
);
--> statement-breakpoint
CREATE TABLE "agenda_item_endings" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"kind" "agenda_item_end" NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"ended_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "removing_has_a_reason" CHECK ("agenda_item_endings"."kind" <> 'removed' or length(trim("agenda_item_endings"."words")) > 0)
);
--> statement-breakpoint
CREATE TABLE "attendance_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"attendance_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"corrected_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendance_corrections_attendanceId_number_unique" UNIQUE("attendance_id","number"),
	CONSTRAINT "nobody_is_corrected_to_leave_before_coming" CHECK ("attendance_corrections"."left_at" >= "attendance_corrections"."arrived_at")
);
--> statement-breakpoint
CREATE TABLE "conflict_questions" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item_conflicts" (
	"item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"category" text NOT NULL,
	"noted_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_item_conflicts_item_id_person_id_pk" PRIMARY KEY("item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_item_quorums" (
	"item_id" uuid NOT NULL,
	"number" integer DEFAULT 1 NOT NULL,
	"unit" "quorum_unit" NOT NULL,
	"entitled" integer NOT NULL,
	"present" integer NOT NULL,
	"recused" integer NOT NULL,
	"is_quorate" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_item_quorums_item_id_number_pk" PRIMARY KEY("item_id","number"),
	CONSTRAINT "no_more_there_than_entitled" CHECK ("agenda_item_quorums"."present" between 0 and "agenda_item_quorums"."entitled")
);
--> statement-breakpoint
CREATE TABLE "agenda_item_times" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_attendances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"noted_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "somebody_attends" CHECK (("meeting_attendances"."person_id" is not null) <> (length(trim("meeting_attendances"."name")) > 0)),
	CONSTRAINT "nobody_leaves_before_coming" CHECK ("meeting_attendances"."left_at" >= "meeting_attendances"."arrived_at")
);
--> statement-breakpoint
CREATE TABLE "meeting_minutes" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_minutes_documentId_unique" UNIQUE("document_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_approvals" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"circulation_id" uuid NOT NULL,
	"kind" "minutes_approval_kind" NOT NULL,
	"in_meeting_id" uuid,
	"entered_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_meeting_approves_or_time_does" CHECK (("minutes_approvals"."kind" = 'meeting') = ("minutes_approvals"."in_meeting_id" is not null and "minutes_approvals"."entered_by_id" is not null)),
	CONSTRAINT "no_meeting_approves_itself" CHECK ("minutes_approvals"."in_meeting_id" <> "minutes_approvals"."meeting_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_circulations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"minute_taker_id" uuid NOT NULL,
	"facilitator_id" uuid NOT NULL,
	"objections_until" timestamp with time zone NOT NULL,
	"circulated_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_circulations_meetingId_number_unique" UNIQUE("meeting_id","number"),
	CONSTRAINT "minutes_circulations_id_meetingId_unique" UNIQUE("id","meeting_id"),
	CONSTRAINT "two_sign_the_minutes" CHECK ("minutes_circulations"."minute_taker_id" <> "minutes_circulations"."facilitator_id"),
	CONSTRAINT "circulations_count_from_one" CHECK ("minutes_circulations"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "minutes_headings" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_headings_meetingId_number_unique" UNIQUE("meeting_id","number")
);
--> statement-breakpoint
CREATE TABLE "minutes_letters" (
	"circulation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	CONSTRAINT "minutes_letters_circulation_id_person_id_pk" PRIMARY KEY("circulation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" "minutes_link_kind" NOT NULL,
	"quote" text NOT NULL,
	"record_id" uuid,
	"task_id" uuid,
	"made_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_links_recordId_unique" UNIQUE("record_id"),
	CONSTRAINT "minutes_links_taskId_unique" UNIQUE("task_id"),
	CONSTRAINT "a_line_becomes_what_it_says" CHECK (("minutes_links"."kind" = 'decision') = ("minutes_links"."record_id" is not null)),
	CONSTRAINT "a_line_becomes_one_thing" CHECK (num_nonnulls("minutes_links"."record_id", "minutes_links"."task_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "minutes_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"present" text NOT NULL,
	"wished" text NOT NULL,
	"reason" text NOT NULL,
	"first_person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"second_person_id" uuid,
	"signed_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "nobody_puts_minutes_right_alone" CHECK ("minutes_notes"."second_person_id" <> "minutes_notes"."first_person_id"),
	CONSTRAINT "minutes_notes_are_signed_whole" CHECK (num_nonnulls("minutes_notes"."second_person_id", "minutes_notes"."signed_at") in (0, 2)),
	CONSTRAINT "minutes_notes_end_once" CHECK (num_nonnulls("minutes_notes"."signed_at", "minutes_notes"."discarded_at") < 2)
);
--> statement-breakpoint
CREATE TABLE "minutes_objection_handings" (
	"objection_id" uuid PRIMARY KEY NOT NULL,
	"wish_id" uuid,
	"handed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes_objection_rulings" (
	"objection_id" uuid PRIMARY KEY NOT NULL,
	"accepts" boolean NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"in_meeting_id" uuid NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes_objection_views" (
	"objection_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"accepts" boolean NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_objection_views_objection_id_person_id_pk" PRIMARY KEY("objection_id","person_id"),
	CONSTRAINT "refusing_has_a_reason" CHECK ("minutes_objection_views"."accepts" or length(trim("minutes_objection_views"."words")) > 0)
);
--> statement-breakpoint
CREATE TABLE "minutes_objections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"circulation_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"present" text NOT NULL,
	"wished" text NOT NULL,
	"raised_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "an_objection_names_both_wordings" CHECK (length(trim("minutes_objections"."present")) > 0 and length(trim("minutes_objections"."wished")) > 0)
);
--> statement-breakpoint
CREATE TABLE "meeting_polls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"form" "meeting_form" DEFAULT 'on_site' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"answer_by" date NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "polled_meetings_take_their_time" CHECK ("meeting_polls"."minutes" between 15 and 1440)
);
--> statement-breakpoint
CREATE TABLE "poll_closings" (
	"poll_id" uuid PRIMARY KEY NOT NULL,
	"date_id" uuid,
	"meeting_id" uuid,
	"closed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "poll_closings_meetingId_unique" UNIQUE("meeting_id"),
	CONSTRAINT "a_chosen_date_has_its_meeting" CHECK (num_nonnulls("poll_closings"."date_id", "poll_closings"."meeting_id") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "poll_dates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"poll_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	CONSTRAINT "poll_dates_pollId_startsAt_unique" UNIQUE("poll_id","starts_at"),
	CONSTRAINT "poll_dates_id_pollId_unique" UNIQUE("id","poll_id")
);
--> statement-breakpoint
CREATE TABLE "poll_replies" (
	"date_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choice" "poll_choice" NOT NULL,
	"replied_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "poll_replies_date_id_person_id_pk" PRIMARY KEY("date_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_cancellations" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"cancelled_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cancelling_has_a_reason" CHECK (length(trim("meeting_cancellations"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "meeting_endings" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"ended_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_invitations" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"sent_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_letters" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "meeting_letter_kind" NOT NULL,
	"sequence" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	CONSTRAINT "meeting_letters_meeting_id_person_id_sequence_pk" PRIMARY KEY("meeting_id","person_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "meeting_openings" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"form" "meeting_form" DEFAULT 'on_site' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"access_link" text DEFAULT '' NOT NULL,
	"facilitator_id" uuid,
	"minute_taker_id" uuid,
	"lead_days" integer DEFAULT 7 NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meetings_groupId_number_unique" UNIQUE("group_id","number"),
	CONSTRAINT "meetings_id_groupId_unique" UNIQUE("id","group_id"),
	CONSTRAINT "meetings_end_after_they_begin" CHECK ("meetings"."ends_at" > "meetings"."starts_at"),
	CONSTRAINT "meetings_lead_in_days" CHECK ("meetings"."lead_days" between 0 and 90)
);
--> statement-breakpoint
CREATE TABLE "adopted_changes" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"snapshot_id" uuid,
	"proposed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changed_texts" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"started_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changed_texts_referralId_unique" UNIQUE("referral_id")
);
--> statement-breakpoint
CREATE TABLE "deferrals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"round_id" uuid,
	"open_objections" text[] DEFAULT '{}'::text[] NOT NULL,
	"deferred_by_id" uuid,
	"task_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deferrals_roundId_unique" UNIQUE("round_id"),
	CONSTRAINT "a_deferral_has_a_reason" CHECK ("deferrals"."round_id" is not null or length(trim("deferrals"."reason")) > 0),
	CONSTRAINT "deferred_by_somebody" CHECK ("deferrals"."round_id" is not null or "deferrals"."deferred_by_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "heard_voices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"name" text NOT NULL,
	"added_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "heard_voices_referralId_name_unique" UNIQUE("referral_id","name"),
	CONSTRAINT "a_voice_has_a_name" CHECK (length(trim("heard_voices"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"wish_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reservations_wishId_unique" UNIQUE("wish_id"),
	CONSTRAINT "a_reservation_has_words" CHECK (length(trim("reservations"."words")) > 0)
);
--> statement-breakpoint
CREATE TABLE "reason_answers" (
	"reason_id" uuid PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"passage" text DEFAULT '' NOT NULL,
	"answered_by_id" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "an_answer_to_a_reason_has_words" CHECK (length(trim("reason_answers"."words")) > 0)
);
--> statement-breakpoint
CREATE TABLE "supersession_refusals" (
	"supersession_id" uuid PRIMARY KEY NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"refused_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supersessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_successor_is_proposed_once" UNIQUE("referral_id","successor_id"),
	CONSTRAINT "superseded_by_another" CHECK ("supersessions"."referral_id" <> "supersessions"."successor_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"achieved" text DEFAULT '' NOT NULL,
	"stuck" text DEFAULT '' NOT NULL,
	"needed" text DEFAULT '' NOT NULL,
	"numbers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"written_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_report_says_something" CHECK (length(trim("reports"."achieved" || "reports"."stuck" || "reports"."needed")) > 0),
	CONSTRAINT "reports_end_after_they_begin" CHECK ("reports"."until" >= "reports"."since")
);
--> statement-breakpoint
CREATE TABLE "similar_lookups" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lookups_are_counted" CHECK ("similar_lookups"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "task_mail_refusals" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_notices" (
	"task_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "task_notice" NOT NULL,
	"due_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	CONSTRAINT "task_notices_task_id_person_id_kind_due_on_pk" PRIMARY KEY("task_id","person_id","kind","due_on")
);
--> statement-breakpoint
CREATE TABLE "task_rhythms" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"every" integer NOT NULL,
	"unit" "rhythm_unit" NOT NULL,
	"anchor_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_rhythms_come_again" CHECK ("task_rhythms"."every" between 1 and 52)
);
--> statement-breakpoint
CREATE TABLE "task_beginnings" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"begun_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_remarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "task_remarks_said" CHECK (("task_remarks"."deleted_at" is null) = ("task_remarks"."words" <> ''))
);
--> statement-breakpoint
CREATE TABLE "task_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"words" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by_id" uuid,
	CONSTRAINT "task_steps_say_something" CHECK ("task_steps"."words" <> ''),
	CONSTRAINT "task_steps_done_by_somebody" CHECK (("task_steps"."done_at" is null) = ("task_steps"."done_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "task_turns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thing" "thing_kind" NOT NULL,
	"thing_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"cause_id" uuid NOT NULL,
	"words" text NOT NULL,
	"checked_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checks_thingId_thing_causeId_unique" UNIQUE("thing_id","thing","cause_id"),
	CONSTRAINT "checking_says_something" CHECK (length(trim("checks"."words")) > 0)
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"thing" "thing_kind" NOT NULL,
	"thing_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"cited" text NOT NULL,
	CONSTRAINT "citations_thing_id_thing_cited_pk" PRIMARY KEY("thing_id","thing","cited")
);
--> statement-breakpoint
CREATE TABLE "idea_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid,
	"task_id" uuid,
	"referral_id" uuid,
	"idea_id" uuid NOT NULL,
	"linked_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idea_links_documentId_ideaId_unique" UNIQUE("document_id","idea_id"),
	CONSTRAINT "idea_links_taskId_ideaId_unique" UNIQUE("task_id","idea_id"),
	CONSTRAINT "idea_links_referralId_ideaId_unique" UNIQUE("referral_id","idea_id"),
	CONSTRAINT "an_idea_of_one_thing" CHECK (num_nonnulls(document_id, task_id, referral_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "topic_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid,
	"task_id" uuid,
	"referral_id" uuid,
	"topic" text NOT NULL,
	"linked_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topic_links_documentId_topic_unique" UNIQUE("document_id","topic"),
	CONSTRAINT "topic_links_taskId_topic_unique" UNIQUE("task_id","topic"),
	CONSTRAINT "topic_links_referralId_topic_unique" UNIQUE("referral_id","topic"),
	CONSTRAINT "a_topic_of_one_thing" CHECK (num_nonnulls(document_id, task_id, referral_id) = 1),
	CONSTRAINT "topics_have_words" CHECK (length(trim("topic_links"."topic")) between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "referrals" DROP CONSTRAINT "referrals_decisionId_unique";--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "deciding_needs_a_decision";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "row_decisions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "row_ideas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mandates" ADD COLUMN "deliverables" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mandates" ADD COLUMN "report_months" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "mandates" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "external_deadline" date;--> statement-breakpoint
ALTER TABLE "return_reasons" ADD COLUMN "is_question" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "details" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "follows_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "place" numeric DEFAULT -extract(epoch from clock_timestamp()) - random()::numeric / 1000000 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "is_open" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_documents" ADD CONSTRAINT "approved_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_replacements" ADD CONSTRAINT "idea_replacements_older_id_guiding_ideas_id_fk" FOREIGN KEY ("older_id") REFERENCES "public"."guiding_ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_replacements" ADD CONSTRAINT "idea_replacements_newer_id_guiding_ideas_id_fk" FOREIGN KEY ("newer_id") REFERENCES "public"."guiding_ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_replacements" ADD CONSTRAINT "idea_replacements_named_by_id_people_id_fk" FOREIGN KEY ("named_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_reminders" ADD CONSTRAINT "term_reminders_term_id_role_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."role_terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_reminders" ADD CONSTRAINT "term_reminders_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_reminders" ADD CONSTRAINT "term_reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolution_completions" ADD CONSTRAINT "dissolution_completions_dissolution_id_dissolutions_id_fk" FOREIGN KEY ("dissolution_id") REFERENCES "public"."dissolutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolution_completions" ADD CONSTRAINT "dissolution_completions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolution_completions" ADD CONSTRAINT "dissolution_completions_completed_by_id_people_id_fk" FOREIGN KEY ("completed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolution_items" ADD CONSTRAINT "dissolution_items_dissolution_id_dissolutions_id_fk" FOREIGN KEY ("dissolution_id") REFERENCES "public"."dissolutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolution_items" ADD CONSTRAINT "dissolution_items_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolutions" ADD CONSTRAINT "dissolutions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolutions" ADD CONSTRAINT "dissolutions_heir_id_groups_id_fk" FOREIGN KEY ("heir_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissolutions" ADD CONSTRAINT "dissolutions_started_by_id_people_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dormancies" ADD CONSTRAINT "dormancies_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dormancies" ADD CONSTRAINT "dormancies_began_by_id_people_id_fk" FOREIGN KEY ("began_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dormancies" ADD CONSTRAINT "dormancies_woken_by_id_people_id_fk" FOREIGN KEY ("woken_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_items" ADD CONSTRAINT "handover_items_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_successor_id_people_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_closings" ADD CONSTRAINT "account_closings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_closings" ADD CONSTRAINT "account_closings_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_brought_by_id_people_id_fk" FOREIGN KEY ("brought_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_brought_by_group_id_groups_id_fk" FOREIGN KEY ("brought_by_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_wish_id_agenda_wishes_id_fk" FOREIGN KEY ("wish_id") REFERENCES "public"."agenda_wishes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_deadline_id_calendar_deadlines_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."calendar_deadlines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_minutes_of_id_meetings_id_fk" FOREIGN KEY ("minutes_of_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_carried_from_id_agenda_items_id_fk" FOREIGN KEY ("carried_from_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "items_of_the_group_that_meets" FOREIGN KEY ("meeting_id","group_id") REFERENCES "public"."meetings"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_endings" ADD CONSTRAINT "agenda_item_endings_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_endings" ADD CONSTRAINT "agenda_item_endings_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "attendance_corrections_attendance_id_meeting_attendances_id_fk" FOREIGN KEY ("attendance_id") REFERENCES "public"."meeting_attendances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "attendance_corrections_corrected_by_id_people_id_fk" FOREIGN KEY ("corrected_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_questions" ADD CONSTRAINT "conflict_questions_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_questions" ADD CONSTRAINT "conflict_questions_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_conflicts" ADD CONSTRAINT "agenda_item_conflicts_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_conflicts" ADD CONSTRAINT "agenda_item_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_conflicts" ADD CONSTRAINT "agenda_item_conflicts_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_quorums" ADD CONSTRAINT "agenda_item_quorums_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_times" ADD CONSTRAINT "agenda_item_times_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_minutes" ADD CONSTRAINT "meeting_minutes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_minutes" ADD CONSTRAINT "meeting_minutes_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_approvals" ADD CONSTRAINT "minutes_approvals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_approvals" ADD CONSTRAINT "minutes_approvals_circulation_id_minutes_circulations_id_fk" FOREIGN KEY ("circulation_id") REFERENCES "public"."minutes_circulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_approvals" ADD CONSTRAINT "minutes_approvals_in_meeting_id_meetings_id_fk" FOREIGN KEY ("in_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_approvals" ADD CONSTRAINT "minutes_approvals_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_circulations" ADD CONSTRAINT "minutes_circulations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_circulations" ADD CONSTRAINT "minutes_circulations_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_circulations" ADD CONSTRAINT "minutes_circulations_minute_taker_id_people_id_fk" FOREIGN KEY ("minute_taker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_circulations" ADD CONSTRAINT "minutes_circulations_facilitator_id_people_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_circulations" ADD CONSTRAINT "minutes_circulations_circulated_by_id_people_id_fk" FOREIGN KEY ("circulated_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_headings" ADD CONSTRAINT "minutes_headings_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_headings" ADD CONSTRAINT "minutes_headings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_letters" ADD CONSTRAINT "minutes_letters_circulation_id_minutes_circulations_id_fk" FOREIGN KEY ("circulation_id") REFERENCES "public"."minutes_circulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_letters" ADD CONSTRAINT "minutes_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_links" ADD CONSTRAINT "minutes_links_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_links" ADD CONSTRAINT "minutes_links_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_links" ADD CONSTRAINT "minutes_links_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_links" ADD CONSTRAINT "minutes_links_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_links" ADD CONSTRAINT "minutes_links_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_notes" ADD CONSTRAINT "minutes_notes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_notes" ADD CONSTRAINT "minutes_notes_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_notes" ADD CONSTRAINT "minutes_notes_first_person_id_people_id_fk" FOREIGN KEY ("first_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_notes" ADD CONSTRAINT "minutes_notes_second_person_id_people_id_fk" FOREIGN KEY ("second_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_handings" ADD CONSTRAINT "minutes_objection_handings_objection_id_minutes_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."minutes_objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_handings" ADD CONSTRAINT "minutes_objection_handings_wish_id_agenda_wishes_id_fk" FOREIGN KEY ("wish_id") REFERENCES "public"."agenda_wishes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_handings" ADD CONSTRAINT "minutes_objection_handings_handed_by_id_people_id_fk" FOREIGN KEY ("handed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_rulings" ADD CONSTRAINT "minutes_objection_rulings_objection_id_minutes_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."minutes_objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_rulings" ADD CONSTRAINT "minutes_objection_rulings_in_meeting_id_meetings_id_fk" FOREIGN KEY ("in_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_rulings" ADD CONSTRAINT "minutes_objection_rulings_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_views" ADD CONSTRAINT "minutes_objection_views_objection_id_minutes_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."minutes_objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objection_views" ADD CONSTRAINT "minutes_objection_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objections" ADD CONSTRAINT "minutes_objections_circulation_id_minutes_circulations_id_fk" FOREIGN KEY ("circulation_id") REFERENCES "public"."minutes_circulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objections" ADD CONSTRAINT "minutes_objections_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objections" ADD CONSTRAINT "minutes_objections_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_objections" ADD CONSTRAINT "minutes_objections_raised_by_id_people_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_polls" ADD CONSTRAINT "meeting_polls_opened_by_id_people_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_closings" ADD CONSTRAINT "poll_closings_poll_id_meeting_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."meeting_polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_closings" ADD CONSTRAINT "poll_closings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_closings" ADD CONSTRAINT "poll_closings_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_closings" ADD CONSTRAINT "poll_closings_date_id_poll_id_poll_dates_id_poll_id_fk" FOREIGN KEY ("date_id","poll_id") REFERENCES "public"."poll_dates"("id","poll_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_dates" ADD CONSTRAINT "poll_dates_poll_id_meeting_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."meeting_polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_replies" ADD CONSTRAINT "poll_replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_replies" ADD CONSTRAINT "poll_replies_date_id_poll_id_poll_dates_id_poll_id_fk" FOREIGN KEY ("date_id","poll_id") REFERENCES "public"."poll_dates"("id","poll_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cancellations" ADD CONSTRAINT "meeting_cancellations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cancellations" ADD CONSTRAINT "meeting_cancellations_cancelled_by_id_people_id_fk" FOREIGN KEY ("cancelled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_endings" ADD CONSTRAINT "meeting_endings_meeting_id_meeting_openings_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting_openings"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_endings" ADD CONSTRAINT "meeting_endings_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_sent_by_id_people_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_letters" ADD CONSTRAINT "meeting_letters_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_letters" ADD CONSTRAINT "meeting_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_openings" ADD CONSTRAINT "meeting_openings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_openings" ADD CONSTRAINT "meeting_openings_opened_by_id_people_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_facilitator_id_people_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_minute_taker_id_people_id_fk" FOREIGN KEY ("minute_taker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adopted_changes" ADD CONSTRAINT "adopted_changes_referral_id_answers_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."answers"("referral_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adopted_changes" ADD CONSTRAINT "adopted_changes_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adopted_changes" ADD CONSTRAINT "adopted_changes_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changed_texts" ADD CONSTRAINT "changed_texts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changed_texts" ADD CONSTRAINT "changed_texts_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changed_texts" ADD CONSTRAINT "changed_texts_started_by_id_people_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deferrals" ADD CONSTRAINT "deferrals_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deferrals" ADD CONSTRAINT "deferrals_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deferrals" ADD CONSTRAINT "deferrals_deferred_by_id_people_id_fk" FOREIGN KEY ("deferred_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deferrals" ADD CONSTRAINT "deferrals_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heard_voices" ADD CONSTRAINT "heard_voices_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heard_voices" ADD CONSTRAINT "heard_voices_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_referral_id_adopted_changes_referral_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."adopted_changes"("referral_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_wish_id_agenda_wishes_id_fk" FOREIGN KEY ("wish_id") REFERENCES "public"."agenda_wishes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason_answers" ADD CONSTRAINT "reason_answers_reason_id_return_reasons_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."return_reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason_answers" ADD CONSTRAINT "reason_answers_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supersession_refusals" ADD CONSTRAINT "supersession_refusals_supersession_id_supersessions_id_fk" FOREIGN KEY ("supersession_id") REFERENCES "public"."supersessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supersession_refusals" ADD CONSTRAINT "supersession_refusals_refused_by_id_people_id_fk" FOREIGN KEY ("refused_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supersessions" ADD CONSTRAINT "supersessions_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supersessions" ADD CONSTRAINT "supersessions_successor_id_referrals_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supersessions" ADD CONSTRAINT "supersessions_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_written_by_id_people_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_lookups" ADD CONSTRAINT "similar_lookups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_mail_refusals" ADD CONSTRAINT "task_mail_refusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_notices" ADD CONSTRAINT "task_notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_notices" ADD CONSTRAINT "task_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_rhythms" ADD CONSTRAINT "task_rhythms_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_beginnings" ADD CONSTRAINT "task_beginnings_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_beginnings" ADD CONSTRAINT "task_beginnings_begun_by_id_people_id_fk" FOREIGN KEY ("begun_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_remarks" ADD CONSTRAINT "task_remarks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_remarks" ADD CONSTRAINT "task_remarks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_steps" ADD CONSTRAINT "task_steps_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_steps" ADD CONSTRAINT "task_steps_done_by_id_people_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_turns" ADD CONSTRAINT "task_turns_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_turns" ADD CONSTRAINT "task_turns_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_checked_by_id_people_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_links" ADD CONSTRAINT "idea_links_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_links" ADD CONSTRAINT "idea_links_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_links" ADD CONSTRAINT "idea_links_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_links" ADD CONSTRAINT "idea_links_idea_id_guiding_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."guiding_ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_links" ADD CONSTRAINT "idea_links_linked_by_id_people_id_fk" FOREIGN KEY ("linked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_linked_by_id_people_id_fk" FOREIGN KEY ("linked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_deadlines_due_on_index" ON "calendar_deadlines" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "calendar_deadlines_group_id_index" ON "calendar_deadlines" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "idea_replacements_newer_id_index" ON "idea_replacements" USING btree ("newer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a_term_is_told_once" ON "term_reminders" USING btree ("term_id","person_id","lead") WHERE "term_reminders"."term_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_mandate_is_told_once" ON "term_reminders" USING btree ("mandate_id","person_id","lead") WHERE "term_reminders"."mandate_id" is not null;--> statement-breakpoint
CREATE INDEX "term_reminders_unsent" ON "term_reminders" USING btree ("created_at") WHERE "term_reminders"."sent_at" is null and "term_reminders"."gave_up_at" is null;--> statement-breakpoint
CREATE INDEX "dissolution_items_became_id_index" ON "dissolution_items" USING btree ("became_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a_group_rests_once_at_a_time" ON "dormancies" USING btree ("group_id") WHERE "dormancies"."woken_at" is null;--> statement-breakpoint
CREATE INDEX "handovers_group_id_created_at_index" ON "handovers" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "handovers_person_id_index" ON "handovers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "an_account_is_closed_once" ON "account_closings" USING btree ("person_id") WHERE "account_closings"."reopened_at" is null;--> statement-breakpoint
CREATE INDEX "agenda_items_meeting_id_position_index" ON "agenda_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "agenda_items_referral_id_index" ON "agenda_items" USING btree ("referral_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carried_over_once" ON "agenda_items" USING btree ("carried_from_id") WHERE "agenda_items"."carried_from_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_referral_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","referral_id") WHERE "agenda_items"."referral_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_proposal_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","proposal_id") WHERE "agenda_items"."proposal_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_wish_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","wish_id") WHERE "agenda_items"."wish_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_report_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","report_id") WHERE "agenda_items"."report_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_deadline_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","deadline_id") WHERE "agenda_items"."deadline_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_decision_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","decision_id") WHERE "agenda_items"."decision_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","minutes_of_id") WHERE "agenda_items"."minutes_of_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_of_each_frame_per_meeting" ON "agenda_items" USING btree ("meeting_id","source") WHERE "agenda_items"."source" in ('opening', 'tasks', 'miscellaneous', 'next_date');--> statement-breakpoint
CREATE INDEX "meeting_attendances_meeting_id_index" ON "meeting_attendances" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "nobody_is_there_twice" ON "meeting_attendances" USING btree ("meeting_id","person_id") WHERE "meeting_attendances"."left_at" is null;--> statement-breakpoint
CREATE INDEX "minutes_letters_to_send" ON "minutes_letters" USING btree ("created_at") WHERE "minutes_letters"."sent_at" is null and "minutes_letters"."gave_up_at" is null;--> statement-breakpoint
CREATE INDEX "minutes_links_meeting_id_index" ON "minutes_links" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a_line_becomes_it_once" ON "minutes_links" USING btree ("item_id","kind",md5("quote"));--> statement-breakpoint
CREATE INDEX "minutes_notes_meeting_id_index" ON "minutes_notes" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "minutes_objections_meeting_id_index" ON "minutes_objections" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "minutes_objections_item_id_index" ON "minutes_objections" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "meeting_polls_group_id_index" ON "meeting_polls" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "poll_replies_poll_id_index" ON "poll_replies" USING btree ("poll_id");--> statement-breakpoint
CREATE INDEX "meetings_group_id_starts_at_index" ON "meetings" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "deferrals_referral_id_index" ON "deferrals" USING btree ("referral_id");--> statement-breakpoint
CREATE INDEX "supersessions_successor_id_index" ON "supersessions" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "reports_group_id_created_at_index" ON "reports" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "task_notices_person_id_index" ON "task_notices" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "task_notices_created_at_index" ON "task_notices" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "task_remarks_task_id_created_at_index" ON "task_remarks" USING btree ("task_id","created_at");--> statement-breakpoint
CREATE INDEX "task_steps_task_id_position_index" ON "task_steps" USING btree ("task_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "task_turns_one_at_a_time" ON "task_turns" USING btree ("task_id","person_id") WHERE "task_turns"."until" is null;--> statement-breakpoint
CREATE INDEX "task_turns_task_id_index" ON "task_turns" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "citations_cited_index" ON "citations" USING btree ("cited");--> statement-breakpoint
CREATE INDEX "idea_links_idea_id_index" ON "idea_links" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "topic_links_topic_index" ON "topic_links" USING btree ("topic");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "superseded_as_proposed" FOREIGN KEY ("referral_id","successor_id") REFERENCES "public"."supersessions"("referral_id","successor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_follows_id_tasks_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_created_at_index" ON "events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "decisions_decided_on_index" ON "decisions" USING btree ("decided_on");--> statement-breakpoint
CREATE INDEX "decisions_review_on_index" ON "decisions" USING btree ("review_on");--> statement-breakpoint
CREATE INDEX "documents_row_ideas_index" ON "documents" USING gin ("row_ideas");--> statement-breakpoint
CREATE INDEX "answers_successor_id_index" ON "answers" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "answers_draft_id_index" ON "answers" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "referrals_snapshot_id_index" ON "referrals" USING btree ("snapshot_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a_decision_is_sent_once" ON "referrals" USING btree ("decision_id") WHERE "referrals"."follows_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "and_once_after_each_answer" ON "referrals" USING btree ("decision_id","follows_id");--> statement-breakpoint
CREATE INDEX "task_endings_created_at_index" ON "task_endings" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "open_tasks_by_day" ON "tasks" USING btree ("group_id","due_on") WHERE "tasks"."is_open";--> statement-breakpoint
CREATE INDEX "open_tasks_by_place" ON "tasks" USING btree ("group_id","place") WHERE "tasks"."is_open";--> statement-breakpoint
CREATE INDEX "open_tasks_by_origin" ON "tasks" USING btree ("origin_id") WHERE "tasks"."is_open";--> statement-breakpoint
CREATE INDEX "open_tasks_due" ON "tasks" USING btree ("due_on") WHERE "tasks"."is_open";--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_followsId_unique" UNIQUE("follows_id");--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "reports_come_now_and_then" CHECK ("mandates"."report_months" between 1 and 24);--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_end_after_they_begin" CHECK ("mandates"."valid_until" >= "mandates"."valid_from");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "superseding_needs_a_successor" CHECK (("answers"."kind"::text = 'superseded') = ("answers"."successor_id" is not null));--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "withdrawn_with_a_reason" CHECK ("answers"."kind"::text <> 'withdrawn' or length(trim("answers"."statement")) > 0);--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "changes_bring_a_task_to_look_at_them" CHECK ("answers"."kind"::text <> 'adopted_with_changes' or "answers"."task_id" is not null);--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "deciding_needs_a_decision" CHECK (("answers"."kind"::text in ('adopted', 'adopted_with_changes', 'rejected')) = ("answers"."decision_id" is not null));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "begins_before_it_is_due" CHECK ("tasks"."starts_on" <= "tasks"."due_on");