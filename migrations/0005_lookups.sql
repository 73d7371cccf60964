CREATE INDEX "decisions_snapshot_id_index" ON "decisions" USING btree ("snapshot_id");--> statement-breakpoint
CREATE INDEX "late_ballots_round_id_index" ON "late_ballots" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "rounds_snapshot_id_index" ON "rounds" USING btree ("snapshot_id");--> statement-breakpoint
CREATE INDEX "seats_holder_id_index" ON "seats" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "referrals_follows_id_index" ON "referrals" USING btree ("follows_id");