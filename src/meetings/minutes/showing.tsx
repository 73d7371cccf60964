import type { Context } from 'hono'
import { MinutesPage } from '#views/meetings/minutes-page.tsx'
import { texts } from '#views/meetings/minutes-texts.ts'
import { placeOf } from '../../groups/actor.ts'
import { refuse } from '../../web/answer.ts'
import type { Refused } from '../../web/form.ts'
import type { MeetingHere } from '../here.ts'
import type { MeetingEntry } from '../model.ts'
import { minutesPageFacts } from './page-facts.ts'

/** What was typed: in which form, and about which item or objection. */
export interface MinutesRefusal {
  form: 'line' | 'circulation' | 'objection' | 'answer' | 'ruling' | 'approval' | 'note'
  at: string
  input: Refused
}

export const facts = ({ actor, locale }: MeetingHere, { cited }: MeetingEntry) => ({
  title: texts[locale.lang].title({ number: cited }),
  section: placeOf(actor),
})

export async function page(here: MeetingHere, meeting: MeetingEntry, refusal: MinutesRefusal | null = null) {
  const { actor, ports, locale } = here
  const known = await minutesPageFacts(ports, actor, meeting)
  return <MinutesPage {...known} {...{ meeting, locale }} group={actor.group} me={actor.person.id} refused={refusal} />
}

/** Shows what is true by now, which may be why it was refused. */
export const refuseOn = async (c: Context, here: MeetingHere, meeting: MeetingEntry, refusal: MinutesRefusal) =>
  refuse(c, await page(here, meeting, refusal), facts(here, meeting))
