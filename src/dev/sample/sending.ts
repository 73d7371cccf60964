import { answers, type Referral, referrals } from '../../referrals/schema.ts'
import type { GroupKey, PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { Scene } from './scene.ts'

export const citeReferral = (scene: Scene, number: number) => `W-${scene.year}-${String(number).padStart(2, '0')}`

type Sending = Pick<typeof referrals.$inferInsert, 'title' | 'request' | 'wish'> &
  Partial<Pick<typeof referrals.$inferInsert, 'decisionId' | 'reason' | 'snapshotId' | 'wishedBy'>> & {
    number: number
    from: GroupKey
    by: PersonKey
    at: Date
  }

/** Hands a matter to the circle. */
export async function send(scene: Scene, { from, by, at, ...matter }: Sending): Promise<Referral> {
  const row = {
    ...matter,
    year: scene.year,
    fromId: scene.group(from),
    toId: scene.group('kk'),
    forwardedById: scene.person(by),
    createdAt: at,
  }
  const referral = first(await scene.db.insert(referrals).values(row).returning())
  const facts = { title: referral.title, number: citeReferral(scene, referral.number) }
  scene.note({ kind: 'referral.forwarded', group: from, also: 'kk', by, subjectId: referral.id, facts, at })
  return referral
}

type Reply = Pick<typeof answers.$inferInsert, 'kind'> &
  Partial<typeof answers.$inferInsert> & { by: PersonKey; at: Date; to: GroupKey }

/** What the circle said to it. */
export async function answer(scene: Scene, referral: Referral, { by, at, to, ...reply }: Reply): Promise<void> {
  const row = { ...reply, referralId: referral.id, answeredById: scene.person(by), createdAt: at }
  await scene.db.insert(answers).values(row)
  const facts = { title: referral.title, number: citeReferral(scene, referral.number), answer: reply.kind }
  scene.note({ kind: 'referral.answered', group: 'kk', also: to, by, subjectId: referral.id, facts, at })
}
