CREATE TYPE "public"."picture_type" AS ENUM('image/png', 'image/jpeg', 'image/webp', 'image/gif');--> statement-breakpoint
CREATE TYPE "public"."thread_on" AS ENUM('passage', 'text', 'suggestion', 'row');--> statement-breakpoint
CREATE TYPE "public"."suggestion_state" AS ENUM('open', 'accepted', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."point_kind" AS ENUM('automatic', 'named', 'before_restoring', 'frozen');--> statement-breakpoint
ALTER TYPE "public"."document_kind" ADD VALUE 'invitation';--> statement-breakpoint
ALTER TYPE "public"."document_kind" ADD VALUE 'comparison';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'in_review';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'published';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'archived';--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'publisher';--> statement-breakpoint
CREATE TABLE "document_archivings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"archived_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_out_at" timestamp with time zone,
	"taken_out_by_id" uuid,
	CONSTRAINT "archived_for_a_reason" CHECK (length(trim("document_archivings"."reason")) > 0),
	CONSTRAINT "taken_out_by_somebody" CHECK (("document_archivings"."taken_out_at" is null) = ("document_archivings"."taken_out_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "attachment_places" (
	"attachment_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachment_places_attachment_id_document_id_pk" PRIMARY KEY("attachment_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"type" "picture_type" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a_picture_has_an_extent" CHECK ("attachments"."width" > 0 and "attachments"."height" > 0),
	CONSTRAINT "as_large_as_it_says" CHECK ("attachments"."size" = octet_length("attachments"."bytes"))
);
--> statement-breakpoint
CREATE TABLE "document_remarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "document_remarks_said" CHECK (("document_remarks"."deleted_at" is null) = ("document_remarks"."words" <> ''))
);
--> statement-breakpoint
CREATE TABLE "document_threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"on" "thread_on" NOT NULL,
	"anchor" jsonb,
	"quote" text DEFAULT '' NOT NULL,
	"words_before" text DEFAULT '' NOT NULL,
	"words_after" text DEFAULT '' NOT NULL,
	"suggestion_id" uuid,
	"row_id" uuid,
	"snapshot_id" uuid,
	"window_id" uuid,
	"also_for_id" uuid,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_by_id" uuid,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "document_threads_resolved_by_somebody" CHECK (("document_threads"."resolved_at" is null) = ("document_threads"."resolved_by_id" is null)),
	CONSTRAINT "document_threads_quote" CHECK (("document_threads"."on" = 'passage') = ("document_threads"."quote" <> '')),
	CONSTRAINT "document_threads_anchored" CHECK (("document_threads"."anchor" is not null) = ("document_threads"."on" = 'passage' and "document_threads"."snapshot_id" is null)),
	CONSTRAINT "document_threads_window" CHECK (("document_threads"."window_id" is null) = ("document_threads"."also_for_id" is null)),
	CONSTRAINT "document_threads_window_shows" CHECK ("document_threads"."window_id" is null or "document_threads"."snapshot_id" is not null),
	CONSTRAINT "document_threads_on_suggestion" CHECK (("document_threads"."on" = 'suggestion') = ("document_threads"."suggestion_id" is not null)),
	CONSTRAINT "document_threads_on_row" CHECK (("document_threads"."on" = 'row') = ("document_threads"."row_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "mention_mail_refusals" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mention_mails" (
	"person_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mention_mails_person_id_document_id_pk" PRIMARY KEY("person_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "remark_mentions" (
	"remark_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "remark_mentions_remark_id_person_id_pk" PRIMARY KEY("remark_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_imports" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"report" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"original_id" uuid NOT NULL,
	"mandate_id" uuid NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"against" text NOT NULL,
	"words" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"made_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_by_id" uuid,
	"snapshot_id" uuid,
	"discarded_by_id" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "document_corrections_snapshotId_unique" UNIQUE("snapshot_id"),
	CONSTRAINT "nobody_corrects_alone" CHECK ("document_corrections"."confirmed_by_id" <> "document_corrections"."made_by_id"),
	CONSTRAINT "confirmed_corrections_have_a_version" CHECK (("document_corrections"."confirmed_by_id" is null) = ("document_corrections"."snapshot_id" is null)),
	CONSTRAINT "corrections_end_one_way" CHECK (num_nonnulls("document_corrections"."confirmed_by_id", "document_corrections"."discarded_by_id") = case when "document_corrections"."ended_at" is null then 0 else 1 end)
);
--> statement-breakpoint
CREATE TABLE "editorial_mandates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"given_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"ended_by_id" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "nobody_gives_a_mandate_alone" CHECK ("editorial_mandates"."confirmed_by_id" <> "editorial_mandates"."given_by_id"),
	CONSTRAINT "nobody_confirms_their_own_mandate" CHECK ("editorial_mandates"."confirmed_by_id" <> "editorial_mandates"."person_id"),
	CONSTRAINT "mandates_confirmed_by_somebody" CHECK (("editorial_mandates"."confirmed_at" is null) = ("editorial_mandates"."confirmed_by_id" is null)),
	CONSTRAINT "mandates_ended_by_somebody" CHECK (("editorial_mandates"."ended_at" is null) = ("editorial_mandates"."ended_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "edition_takeovers" (
	"document_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_takeovers_document_id_edition_id_pk" PRIMARY KEY("document_id","edition_id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"programme_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"version" text NOT NULL,
	"published_on" date,
	"source" text DEFAULT '' NOT NULL,
	"loaded_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "editions_programmeId_version_unique" UNIQUE("programme_id","version"),
	CONSTRAINT "editions_id_groupId_unique" UNIQUE("id","group_id")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programmes_id_groupId_unique" UNIQUE("id","group_id"),
	CONSTRAINT "programmes_groupId_title_unique" UNIQUE("group_id","title")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"place" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "statements_editionId_position_unique" UNIQUE("edition_id","position")
);
--> statement-breakpoint
CREATE TABLE "export_tries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "co_signatures" (
	"publication_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"organisation" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "co_signatures_publication_id_place_pk" PRIMARY KEY("publication_id","place")
);
--> statement-breakpoint
CREATE TABLE "publication_withdrawals" (
	"publication_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "withdrawn_for_a_reason" CHECK (length(trim("publication_withdrawals"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"decision" text NOT NULL,
	"decided_on" date NOT NULL,
	"publisher" text NOT NULL,
	"venue" text DEFAULT '' NOT NULL,
	"minority_statement" text DEFAULT '' NOT NULL,
	"personal_data_checked" boolean NOT NULL,
	"minority_checked" boolean NOT NULL,
	"accessibility_checked" boolean NOT NULL,
	"published_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_slug_unique" UNIQUE("slug"),
	CONSTRAINT "publications_slug_form" CHECK ("publications"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("publications"."slug") <= 80),
	CONSTRAINT "published_after_checking" CHECK ("publications"."personal_data_checked" and "publications"."minority_checked" and "publications"."accessibility_checked")
);
--> statement-breakpoint
CREATE TABLE "quotations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"snapshot_number" integer,
	"position" jsonb,
	"words" text NOT NULL,
	"left_at" text,
	"quoted_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fixed_or_living" CHECK (num_nonnulls("quotations"."snapshot_number", "quotations"."position") = 1)
);
--> statement-breakpoint
CREATE TABLE "document_replacements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"older_id" uuid NOT NULL,
	"newer_id" uuid,
	"group_id" uuid NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"named_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	"taken_back_by_id" uuid,
	CONSTRAINT "replaced_by_another" CHECK ("document_replacements"."newer_id" is null or "document_replacements"."newer_id" <> "document_replacements"."older_id"),
	CONSTRAINT "replaced_by_text_or_decision" CHECK (("document_replacements"."newer_id" is null) = ("document_replacements"."decision" <> '')),
	CONSTRAINT "replacements_taken_back_by_somebody" CHECK (("document_replacements"."taken_back_at" is null) = ("document_replacements"."taken_back_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "document_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"until" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"started_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_id" uuid,
	CONSTRAINT "document_reviews_documentId_number_unique" UNIQUE("document_id","number"),
	CONSTRAINT "reviews_end_when_somebody_ends_them" CHECK ("document_reviews"."ended_by_id" is null or "document_reviews"."ended_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "review_readers" (
	"review_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "review_readers_review_id_person_id_pk" PRIMARY KEY("review_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_clients" (
	"document_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"suggestion_id" uuid NOT NULL,
	CONSTRAINT "suggestion_clients_document_id_client_id_pk" PRIMARY KEY("document_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"update" "bytea" NOT NULL,
	"touches" jsonb NOT NULL,
	"within" jsonb NOT NULL,
	"between" jsonb NOT NULL,
	"seen" "bytea" NOT NULL,
	"shown" jsonb NOT NULL,
	"state" "suggestion_state" DEFAULT 'open' NOT NULL,
	"settled_by_id" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "suggestions_id_documentId_unique" UNIQUE("id","document_id"),
	CONSTRAINT "suggestions_size" CHECK (octet_length("suggestions"."update") between 3 and 65536),
	CONSTRAINT "suggestions_settled_at" CHECK (("suggestions"."state" = 'open') = ("suggestions"."settled_at" is null)),
	CONSTRAINT "suggestions_settled_by" CHECK (("suggestions"."state" = 'open') = ("suggestions"."settled_by_id" is null)),
	CONSTRAINT "suggestions_withdrawn_by_author" CHECK ("suggestions"."state" <> 'withdrawn' or "suggestions"."settled_by_id" = "suggestions"."author_id")
);
--> statement-breakpoint
CREATE TABLE "document_contents" (
	"document_id" uuid NOT NULL,
	"checksum" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_contents_document_id_checksum_pk" PRIMARY KEY("document_id","checksum")
);
--> statement-breakpoint
CREATE TABLE "document_point_writers" (
	"point_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "document_point_writers_point_id_person_id_pk" PRIMARY KEY("point_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_points" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" "point_kind" NOT NULL,
	"checksum" text NOT NULL,
	"title" text NOT NULL,
	"reached_at" timestamp with time zone NOT NULL,
	"words_added" integer NOT NULL,
	"words_removed" integer NOT NULL,
	"created_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"named_by_id" uuid,
	"snapshot_id" uuid,
	"restored_number" integer,
	"restored_from" timestamp with time zone,
	CONSTRAINT "document_points_snapshotId_unique" UNIQUE("snapshot_id"),
	CONSTRAINT "points_named_by_somebody" CHECK (("document_points"."name" = '') = ("document_points"."named_by_id" is null)),
	CONSTRAINT "points_named_have_a_name" CHECK ("document_points"."kind" <> 'named' or "document_points"."name" <> ''),
	CONSTRAINT "points_frozen_have_a_version" CHECK (("document_points"."kind" = 'frozen') = ("document_points"."snapshot_id" is not null)),
	CONSTRAINT "points_restored_by_somebody" CHECK ("document_points"."kind" = 'automatic' or "document_points"."created_by_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "document_writers" (
	"document_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wrote_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_writers_document_id_person_id_pk" PRIMARY KEY("document_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_visits" (
	"person_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"seen_checksum" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"before_checksum" text,
	"before_at" timestamp with time zone,
	CONSTRAINT "document_visits_person_id_document_id_pk" PRIMARY KEY("person_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "guiding_ideas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "guiding_ideas_code_unique" UNIQUE("code"),
	CONSTRAINT "guiding_ideas_code_form" CHECK ("guiding_ideas"."code" ~ '^[A-Z]{1,3}[0-9]{1,2}$')
);
--> statement-breakpoint
ALTER TABLE "snapshots" DROP CONSTRAINT "snapshots_documentId_number_unique";--> statement-breakpoint
ALTER TABLE "document_guests" ADD COLUMN "may_comment" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_template" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "suffix" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "original_id" uuid;--> statement-breakpoint
ALTER TABLE "document_archivings" ADD CONSTRAINT "document_archivings_archived_by_id_people_id_fk" FOREIGN KEY ("archived_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_archivings" ADD CONSTRAINT "document_archivings_taken_out_by_id_people_id_fk" FOREIGN KEY ("taken_out_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_archivings" ADD CONSTRAINT "document_archivings_document_id_group_id_documents_id_group_id_fk" FOREIGN KEY ("document_id","group_id") REFERENCES "public"."documents"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_places" ADD CONSTRAINT "attachment_places_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_places" ADD CONSTRAINT "attachment_places_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_remarks" ADD CONSTRAINT "document_remarks_thread_id_document_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."document_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_remarks" ADD CONSTRAINT "document_remarks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_threads" ADD CONSTRAINT "document_threads_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_threads" ADD CONSTRAINT "document_threads_also_for_id_groups_id_fk" FOREIGN KEY ("also_for_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_threads" ADD CONSTRAINT "document_threads_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_threads" ADD CONSTRAINT "document_threads_resolved_by_id_people_id_fk" FOREIGN KEY ("resolved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_threads" ADD CONSTRAINT "document_threads_document_id_group_id_documents_id_group_id_fk" FOREIGN KEY ("document_id","group_id") REFERENCES "public"."documents"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_mail_refusals" ADD CONSTRAINT "mention_mail_refusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_mails" ADD CONSTRAINT "mention_mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_mails" ADD CONSTRAINT "mention_mails_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_mentions" ADD CONSTRAINT "remark_mentions_remark_id_document_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."document_remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_mentions" ADD CONSTRAINT "remark_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_imports" ADD CONSTRAINT "document_imports_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_original_id_snapshots_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_mandate_id_editorial_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."editorial_mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_discarded_by_id_people_id_fk" FOREIGN KEY ("discarded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editorial_mandates" ADD CONSTRAINT "editorial_mandates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editorial_mandates" ADD CONSTRAINT "editorial_mandates_given_by_id_people_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editorial_mandates" ADD CONSTRAINT "editorial_mandates_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editorial_mandates" ADD CONSTRAINT "editorial_mandates_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editorial_mandates" ADD CONSTRAINT "editorial_mandates_document_id_group_id_documents_id_group_id_fk" FOREIGN KEY ("document_id","group_id") REFERENCES "public"."documents"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_takeovers" ADD CONSTRAINT "edition_takeovers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_takeovers" ADD CONSTRAINT "edition_takeovers_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_takeovers" ADD CONSTRAINT "edition_takeovers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_loaded_by_id_people_id_fk" FOREIGN KEY ("loaded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_programme_id_group_id_programmes_id_group_id_fk" FOREIGN KEY ("programme_id","group_id") REFERENCES "public"."programmes"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_tries" ADD CONSTRAINT "export_tries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_signatures" ADD CONSTRAINT "co_signatures_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_withdrawals" ADD CONSTRAINT "publication_withdrawals_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_withdrawals" ADD CONSTRAINT "publication_withdrawals_withdrawn_by_id_people_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_id_people_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotations" ADD CONSTRAINT "quotations_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotations" ADD CONSTRAINT "quotations_source_id_documents_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotations" ADD CONSTRAINT "quotations_quoted_by_id_people_id_fk" FOREIGN KEY ("quoted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_replacements" ADD CONSTRAINT "document_replacements_named_by_id_people_id_fk" FOREIGN KEY ("named_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_replacements" ADD CONSTRAINT "document_replacements_taken_back_by_id_people_id_fk" FOREIGN KEY ("taken_back_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_replacements" ADD CONSTRAINT "document_replacements_older_id_group_id_documents_id_group_id_fk" FOREIGN KEY ("older_id","group_id") REFERENCES "public"."documents"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_replacements" ADD CONSTRAINT "document_replacements_newer_id_group_id_documents_id_group_id_fk" FOREIGN KEY ("newer_id","group_id") REFERENCES "public"."documents"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_started_by_id_people_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_document_id_group_id_documents_id_group_id_fk" FOREIGN KEY ("document_id","group_id") REFERENCES "public"."documents"("id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_readers" ADD CONSTRAINT "review_readers_review_id_document_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."document_reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_readers" ADD CONSTRAINT "review_readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_clients" ADD CONSTRAINT "suggestion_clients_suggestion_id_document_id_suggestions_id_document_id_fk" FOREIGN KEY ("suggestion_id","document_id") REFERENCES "public"."suggestions"("id","document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_clients" ADD CONSTRAINT "suggestion_clients_document_id_client_id_document_authors_document_id_client_id_fk" FOREIGN KEY ("document_id","client_id") REFERENCES "public"."document_authors"("document_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_contents" ADD CONSTRAINT "document_contents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_point_writers" ADD CONSTRAINT "document_point_writers_point_id_document_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."document_points"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_point_writers" ADD CONSTRAINT "document_point_writers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_points" ADD CONSTRAINT "document_points_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_points" ADD CONSTRAINT "document_points_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_points" ADD CONSTRAINT "document_points_named_by_id_people_id_fk" FOREIGN KEY ("named_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_points" ADD CONSTRAINT "document_points_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_points" ADD CONSTRAINT "points_content" FOREIGN KEY ("document_id","checksum") REFERENCES "public"."document_contents"("document_id","checksum") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_visits" ADD CONSTRAINT "document_visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_visits" ADD CONSTRAINT "document_visits_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_visits" ADD CONSTRAINT "visits_seen" FOREIGN KEY ("document_id","seen_checksum") REFERENCES "public"."document_contents"("document_id","checksum") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_visits" ADD CONSTRAINT "visits_before" FOREIGN KEY ("document_id","before_checksum") REFERENCES "public"."document_contents"("document_id","checksum") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "archived_once_at_a_time" ON "document_archivings" USING btree ("document_id") WHERE "document_archivings"."taken_out_at" is null;--> statement-breakpoint
CREATE INDEX "attachment_places_document_id_index" ON "attachment_places" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "attachments_group_id_index" ON "attachments" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "attachments_person_id_created_at_index" ON "attachments" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "document_remarks_thread_id_created_at_index" ON "document_remarks" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "document_remarks_author_id_created_at_index" ON "document_remarks" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "document_threads_document_id_created_at_index" ON "document_threads" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE INDEX "document_threads_window_id_index" ON "document_threads" USING btree ("window_id");--> statement-breakpoint
CREATE INDEX "remark_mentions_person_id_read_at_index" ON "remark_mentions" USING btree ("person_id","read_at");--> statement-breakpoint
CREATE INDEX "document_corrections_document_id_created_at_index" ON "document_corrections" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_correction_at_a_time" ON "document_corrections" USING btree ("document_id") WHERE "document_corrections"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_editorial_mandate_each" ON "editorial_mandates" USING btree ("document_id","person_id") WHERE "editorial_mandates"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "edition_takeovers_edition_id_index" ON "edition_takeovers" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "export_tries_person_id_created_at_index" ON "export_tries" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "publications_document_id_index" ON "publications" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "quotations_document_id_index" ON "quotations" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "quotations_source_id_index" ON "quotations" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "replaced_once" ON "document_replacements" USING btree ("older_id") WHERE "document_replacements"."taken_back_at" is null;--> statement-breakpoint
CREATE INDEX "document_replacements_newer_id_index" ON "document_replacements" USING btree ("newer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_review_at_a_time" ON "document_reviews" USING btree ("document_id") WHERE "document_reviews"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "document_reviews_group_id_index" ON "document_reviews" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "review_readers_person_id_read_at_index" ON "review_readers" USING btree ("person_id","read_at");--> statement-breakpoint
CREATE INDEX "suggestion_clients_suggestion_id_index" ON "suggestion_clients" USING btree ("suggestion_id");--> statement-breakpoint
CREATE INDEX "suggestions_document_id_state_created_at_index" ON "suggestions" USING btree ("document_id","state","created_at");--> statement-breakpoint
CREATE INDEX "suggestions_author_id_created_at_index" ON "suggestions" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "document_points_document_id_reached_at_index" ON "document_points" USING btree ("document_id","reached_at");--> statement-breakpoint
CREATE UNIQUE INDEX "points_automatic_once" ON "document_points" USING btree ("document_id","checksum","reached_at") WHERE "document_points"."kind" = 'automatic';--> statement-breakpoint
CREATE INDEX "document_visits_document_id_index" ON "document_visits" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_template_of_a_kind" ON "documents" USING btree ("group_id","kind") WHERE "documents"."is_template";--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_documentId_number_suffix_unique" UNIQUE("document_id","number","suffix");--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_id_documentId_number_unique" UNIQUE("id","document_id","number");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "templates_are_drafts" CHECK (not "documents"."is_template" or "documents"."stage" = 'draft');--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "corrected_versions_have_an_original" CHECK (("snapshots"."suffix" = '') = ("snapshots"."original_id" is null));--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "suffixes_are_letters" CHECK ("snapshots"."suffix" ~ '^[a-z]?$');