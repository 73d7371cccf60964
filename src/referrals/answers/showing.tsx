import type { Context } from 'hono'
import type { Answering } from '#views/referrals/answer-forms.tsx'
import { ReferralPage } from '#views/referrals/referral-page.tsx'
import type { GroupEnv } from '../../groups/in-group.ts'
import { roleHolders } from '../../groups/people.ts'
import { membersOf } from '../../tasks/adding.ts'
import { findTask } from '../../tasks/model.ts'
import { refuse } from '../../web/answer.ts'
import { dayOf } from '../../web/days.ts'
import { found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import type { ReferralEntry, WholeReferral } from '../entries.ts'
import { usualReturn } from '../forms.ts'
import { findReferral, sameMatter } from '../model.ts'
import { notPlanned, type PlannedFor, withPlanned } from '../planned.ts'
import { mayAnswerReferral } from '../policy.ts'
import { sendingSide } from '../sending/side.ts'
import { afterwards } from './afterwards.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'> & { plannedFor?: PlannedFor }

export const oneReferral = `/referrals/:id{${uuid}}`

/** Seen from one of its two groups; for everybody else it is not there. */
export const referralIn = async ({ actor, ports }: Here, id: string): Promise<WholeReferral> =>
  found(await findReferral(ports.db, actor.group.id, id))

export const facts = ({ actor }: Here, title: string) => ({
  title,
  section: actor.group.kind === 'circle' ? ('circle' as const) : ('groups' as const),
})

export type Refusal = NonNullable<Answering['refused']>

async function answering({ actor, ports, locale }: Here, refusal: Answering['refused']): Promise<Answering> {
  return {
    members: await membersOf(ports.db, actor.group.id),
    me: actor.person.id,
    today: dayOf(locale.now),
    usualReturn: usualReturn(locale.now),
    refused: refusal,
  }
}

export async function referralPage(here: Here, known: WholeReferral, refusal: Answering['refused'] = null) {
  const { actor, ports, locale, plannedFor = notPlanned } = here
  const [entry = known] = await withPlanned(ports.db, plannedFor, [known])
  const matters = await sameMatter(ports.db, actor.group.id, entry)
  const mayAnswer = mayAnswerReferral(actor, entry) && !entry.answer
  return (
    <ReferralPage
      group={actor.group}
      entry={entry}
      task={entry.answer?.taskId ? await findTask(ports.db, entry.fromId, entry.answer.taskId) : null}
      sameMatter={matters}
      side={await sendingSide(ports.db, actor, entry, matters)}
      after={await afterwards(ports.db, actor, entry)}
      answering={mayAnswer ? await answering(here, refusal) : null}
      refused={refusal}
      answerers={
        await roleHolders(
          ports.db,
          entry.toId,
          entry.to.kind === 'circle' ? ['coordinator', 'facilitator', 'lead'] : ['lead', 'facilitator'],
        )
      }
      locale={locale}
    />
  )
}

/** Shows what is true by now, which may be why it was refused. */
export const refuseOn = async (c: Context, here: Here, { id, title }: ReferralEntry, refusal: Refusal) =>
  refuse(c, await referralPage(here, await referralIn(here, id), refusal), facts(here, title))
