CREATE TABLE "sign_in_tries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address_hash" text NOT NULL,
	"network_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "role" "role";--> statement-breakpoint
ALTER TABLE "role_terms" ADD COLUMN "given_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "sign_in_tries_address_hash_created_at_index" ON "sign_in_tries" USING btree ("address_hash","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_tries_network_hash_created_at_index" ON "sign_in_tries" USING btree ("network_hash","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_tries_created_at_index" ON "sign_in_tries" USING btree ("created_at");