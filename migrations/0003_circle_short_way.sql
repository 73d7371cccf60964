CREATE TABLE "record_take_ups" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "outcome" "final_outcome" DEFAULT 'adopted' NOT NULL;--> statement-breakpoint
ALTER TABLE "record_take_ups" ADD CONSTRAINT "record_take_ups_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_take_ups" ADD CONSTRAINT "record_take_ups_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;