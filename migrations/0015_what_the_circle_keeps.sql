-- Once a referral has ended, or is about to end without a decision, nothing that was made of it goes on towards one (DOMAIN.md 3.4).
create function an_ending_leaves_nothing_open() returns trigger language plpgsql as $$
begin
  if new.decision_id is null and (
    exists (
      select from take_ups t left join proposal_withdrawals w on w.proposal_id = t.proposal_id
      where t.referral_id = new.referral_id and w.proposal_id is null
    )
    or exists (
      select from record_take_ups t join records c on c.id = t.record_id
      where t.referral_id = new.referral_id and c.discarded_at is null
    )
  ) then
    raise exception 'what was made of it would still be decided on' using errcode = 'restrict_violation', constraint = 'an_ending_leaves_nothing_open';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger an_ending_leaves_nothing_open before insert on answers
  for each row execute function an_ending_leaves_nothing_open();
--> statement-breakpoint
-- A matter comes back only after an answer, and only from the group that sent it.
create function referrals_follow_what_has_ended() returns trigger language plpgsql as $$
begin
  if new.follows_id is not null and not exists (
    select from referrals r join answers a on a.referral_id = r.id
    where r.id = new.follows_id and r.from_id = new.from_id
  ) then
    raise exception 'a referral follows one of its group that has ended' using errcode = 'check_violation', constraint = 'referrals_follow_what_has_ended';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger referrals_follow_what_has_ended before insert on referrals
  for each row execute function referrals_follow_what_has_ended();
--> statement-breakpoint
-- A newer one of the same group to the same place takes the place of an older one, and both are open.
create function a_successor_is_newer() returns trigger language plpgsql as $$
begin
  if not exists (
    select from referrals old join referrals new_one on new_one.from_id = old.from_id and new_one.to_id = old.to_id
    where old.id = new.referral_id and new_one.id = new.successor_id
      and (old.year, old.number) < (new_one.year, new_one.number)
  ) then
    raise exception 'only a newer referral between the same two takes its place' using errcode = 'check_violation', constraint = 'a_successor_is_newer';
  end if;
  if exists (select from answers where referral_id in (new.referral_id, new.successor_id)) then
    raise exception 'only what is open takes a place or gives way' using errcode = 'restrict_violation', constraint = 'a_successor_is_open';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_successor_is_newer before insert on supersessions
  for each row execute function a_successor_is_newer();
--> statement-breakpoint
create trigger supersessions_never_change before update or delete on supersessions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger supersession_refusals_never_change before update or delete on supersession_refusals
  for each row execute function refuse_change();
--> statement-breakpoint
-- Refused is refused: the older one stays open unless something else ends it.
create function refused_is_refused() returns trigger language plpgsql as $$
begin
  if new.successor_id is not null and exists (
    select from supersessions s join supersession_refusals n on n.supersession_id = s.id
    where s.referral_id = new.referral_id and s.successor_id = new.successor_id
  ) then
    raise exception 'the group has refused this' using errcode = 'restrict_violation', constraint = 'refused_is_refused';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refused_is_refused before insert on answers
  for each row execute function refused_is_refused();
--> statement-breakpoint
-- What the group says to the reasons travels with its next sending and stays as it was sent.
create function answers_to_reasons_travel() returns trigger language plpgsql as $$
begin
  if exists (
    select from return_reasons g join referrals r on r.follows_id = g.referral_id
    where g.id = coalesce(new.reason_id, old.reason_id)
  ) then
    raise exception 'what was answered to a reason never changes once it was sent' using errcode = 'restrict_violation', constraint = 'answers_to_reasons_travel';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger answers_to_reasons_travel before insert or update or delete on reason_answers
  for each row execute function answers_to_reasons_travel();
