CREATE TABLE "latest_forms" (
	"session_id" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"led_to" text
);
--> statement-breakpoint
ALTER TABLE "latest_forms" ADD CONSTRAINT "latest_forms_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;