-- What was reported as the circle's answer stays with its referral (DOMAIN.md 3.4, 3.10).
create trigger record_take_ups_never_change before update or delete on record_take_ups
  for each row execute function refuse_change();
--> statement-breakpoint
-- Only the circle that was asked says that it has decided.
create function a_report_answers_for_the_circle() returns trigger language plpgsql as $$
begin
  if not exists (
    select from records c join referrals r on r.to_id = c.group_id
    where c.id = new.record_id and r.id = new.referral_id
  ) then
    raise exception 'a report answers for the circle that was asked' using errcode = 'check_violation', constraint = 'a_report_answers_for_the_circle';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_report_answers_for_the_circle before insert on record_take_ups
  for each row execute function a_report_answers_for_the_circle();
--> statement-breakpoint
-- One way to an answer at a time: a proposal, a report, or the answer itself.
create function one_way_to_an_answer() returns trigger language plpgsql as $$
begin
  if exists (select from answers where referral_id = new.referral_id)
    or exists (
      select from take_ups t left join proposal_withdrawals w on w.proposal_id = t.proposal_id
      where t.referral_id = new.referral_id and w.proposal_id is null
    )
    or exists (
      select from record_take_ups t join records c on c.id = t.record_id
      where t.referral_id = new.referral_id and c.discarded_at is null
    )
  then
    raise exception 'there is one way to an answer at a time' using errcode = 'restrict_violation', constraint = 'one_way_to_an_answer';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger one_way_to_an_answer before insert on take_ups
  for each row execute function one_way_to_an_answer();
--> statement-breakpoint
create trigger one_way_to_an_answer before insert on record_take_ups
  for each row execute function one_way_to_an_answer();
