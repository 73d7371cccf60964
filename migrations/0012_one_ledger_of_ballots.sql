ALTER TABLE "late_ballots" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "late_ballots" CASCADE;--> statement-breakpoint
ALTER TABLE "seats" DROP CONSTRAINT "seats_roundId_holderId_unique";--> statement-breakpoint
ALTER TABLE "seats" DROP CONSTRAINT "seats_holder_id_people_id_fk";
--> statement-breakpoint
DROP INDEX "seats_holder_id_index";--> statement-breakpoint
ALTER TABLE "ballots" DROP COLUMN "cast_at";--> statement-breakpoint
ALTER TABLE "seats" DROP COLUMN "holder_id";