CREATE TYPE "public"."calendar_deadline_kind" AS ENUM('consultation', 'event', 'other');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_end" AS ENUM('done', 'carried_over', 'removed');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_source" AS ENUM('opening', 'minutes', 'carried_over', 'report', 'referral', 'proposal', 'wish', 'deadline', 'review', 'tasks', 'free', 'miscellaneous', 'next_date');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_type" AS ENUM('information', 'discussion', 'decision', 'election');--> statement-breakpoint
CREATE TYPE "public"."meeting_letter_kind" AS ENUM('invitation', 'change', 'cancellation');--> statement-breakpoint
CREATE TYPE "public"."meeting_form" AS ENUM('on_site', 'online', 'hybrid');--> statement-breakpoint
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
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_deadlines" ADD CONSTRAINT "calendar_deadlines_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "agenda_item_endings" ADD CONSTRAINT "agenda_item_endings_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_endings" ADD CONSTRAINT "agenda_item_endings_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_questions" ADD CONSTRAINT "conflict_questions_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_questions" ADD CONSTRAINT "conflict_questions_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_conflicts" ADD CONSTRAINT "agenda_item_conflicts_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_conflicts" ADD CONSTRAINT "agenda_item_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_conflicts" ADD CONSTRAINT "agenda_item_conflicts_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_times" ADD CONSTRAINT "agenda_item_times_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cancellations" ADD CONSTRAINT "meeting_cancellations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cancellations" ADD CONSTRAINT "meeting_cancellations_cancelled_by_id_people_id_fk" FOREIGN KEY ("cancelled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_endings" ADD CONSTRAINT "meeting_endings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "reports" ADD CONSTRAINT "reports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_written_by_id_people_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_deadlines_due_on_index" ON "calendar_deadlines" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "calendar_deadlines_group_id_index" ON "calendar_deadlines" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting_id_position_index" ON "agenda_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "agenda_items_referral_id_index" ON "agenda_items" USING btree ("referral_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carried_over_once" ON "agenda_items" USING btree ("carried_from_id") WHERE "agenda_items"."carried_from_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "a_referral_once_per_meeting" ON "agenda_items" USING btree ("meeting_id","referral_id") WHERE "agenda_items"."referral_id" is not null;--> statement-breakpoint
CREATE INDEX "meeting_attendances_meeting_id_index" ON "meeting_attendances" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meetings_group_id_starts_at_index" ON "meetings" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "reports_group_id_created_at_index" ON "reports" USING btree ("group_id","created_at");