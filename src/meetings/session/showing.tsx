import type { Context } from 'hono'
import { SessionPage } from '#views/meetings/session-page.tsx'
import { texts } from '#views/meetings/session-texts.ts'
import { placeOf } from '../../groups/actor.ts'
import { refuse } from '../../web/answer.ts'
import type { Refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { mayRunMeeting } from '../attendance/policy.ts'
import { type MeetingHere, meetingHere } from '../here.ts'
import type { MeetingEntry } from '../model.ts'
import { sessionFacts } from './page-facts.ts'

export const facts = ({ actor, locale }: MeetingHere, { cited }: MeetingEntry) => ({
  title: texts[locale.lang].title({ number: cited }),
  section: placeOf(actor),
})

/** What was typed, and at which item. */
export interface SessionRefusal {
  at: string
  input: Refused
}

export async function page(
  { actor, ports, locale }: MeetingHere,
  meeting: MeetingEntry,
  refusal: SessionRefusal | null = null,
) {
  const known = await sessionFacts(ports.db, actor, meeting)
  return <SessionPage {...known} {...{ meeting, locale, me: actor.person.id }} group={actor.group} refused={refusal} />
}

/** Shows what is true by now, which may be why it was refused. */
export const refuseOn = async (c: Context, here: MeetingHere, meeting: MeetingEntry, refusal: SessionRefusal) =>
  refuse(c, await page(here, meeting, refusal), facts(here, meeting))

/** Who runs this meeting, while it goes on; what comes later finds it over and changes nothing. */
export async function runningHere(here: MeetingHere, id: string): Promise<MeetingEntry> {
  const meeting = await meetingHere(here, id)
  authorize(mayRunMeeting(here.actor, meeting))
  return meeting
}
