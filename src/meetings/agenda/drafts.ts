import type { CalendarDeadline } from '../../calendar/schema.ts'
import type { WishEntry } from '../../decisions/agenda/wishes.ts'
import type { Matter } from '../../decisions/proposals/matters.ts'
import type { Decision } from '../../decisions/register/schema.ts'
import type { Referral } from '../../referrals/schema.ts'
import type { Report } from '../../reports/schema.ts'
import type { AgendaItem, agendaItems } from './schema.ts'

/** An item that is not on an agenda yet. */
export type ItemDraft = Omit<typeof agendaItems.$inferInsert, 'meetingId' | 'groupId' | 'position' | 'id' | 'createdAt'>

/** What stands on every agenda; its words are those of the page, in the language of whoever reads. */
const frame = (source: AgendaItem['source'], minutes: number): ItemDraft => ({
  ...{ source, minutes, title: '' },
  type: 'information',
})

export const frames: ItemDraft[] = [
  frame('opening', 10),
  { ...frame('miscellaneous', 10), type: 'discussion' },
  frame('next_date', 5),
]

export const minutesDraft = (minutesOfId: string): ItemDraft => ({
  ...{ source: 'minutes', type: 'decision', title: '', minutes: 5, minutesOfId },
})

/** Once more what was not finished, with everything that belonged to it. */
export const carriedDraft = (item: AgendaItem): ItemDraft => {
  const { id, meetingId, groupId, position, createdAt, ...same } = item
  return { ...same, source: 'carried_over', carriedFromId: id }
}

export const reportDraft = ({ id, groupId, writtenById }: Report): ItemDraft => ({
  ...{ source: 'report', type: 'information', title: '', minutes: 5 },
  ...{ reportId: id, broughtByGroupId: groupId, broughtById: writtenById },
})

/** What a group asks for says what the circle does with it. */
const asked: Record<Referral['request'], AgendaItem['type']> = {
  adopt: 'decision',
  decide: 'decision',
  take_note: 'information',
  mediate: 'discussion',
}

export const referralDraft = (
  referral: Pick<Referral, 'id' | 'title' | 'wish' | 'request' | 'fromId' | 'forwardedById'>,
): ItemDraft => ({
  ...{ source: 'referral', type: asked[referral.request], title: referral.title, goal: referral.wish, minutes: 20 },
  ...{ referralId: referral.id, broughtByGroupId: referral.fromId, broughtById: referral.forwardedById },
})

export const proposalDraft = ({ proposal }: Pick<Matter, 'proposal'>): ItemDraft => ({
  ...{ source: 'proposal', type: 'decision', title: proposal.title, goal: proposal.summary, minutes: 15 },
  ...{ proposalId: proposal.id, broughtById: proposal.authorId },
})

const isToDecide = ['undecided', 'procedure_objection', 'in_doubt']

export const wishDraft = ({ wish }: Pick<WishEntry, 'wish'>): ItemDraft => ({
  ...{ source: 'wish', title: wish.title, minutes: 15, wishId: wish.id, broughtById: wish.addedById },
  type: isToDecide.includes(wish.why) ? 'decision' : 'discussion',
})

export const deadlineDraft = ({ id, title, groupId }: CalendarDeadline): ItemDraft => ({
  ...{ source: 'deadline', type: 'information', title, minutes: 5, deadlineId: id, broughtByGroupId: groupId },
})

export const reviewDraft = ({ id, title }: Pick<Decision, 'id' | 'title'>): ItemDraft => ({
  ...{ source: 'review', type: 'discussion', title, minutes: 10, decisionId: id },
})

export const tasksDraft: ItemDraft = { ...frame('tasks', 10), type: 'discussion' }
