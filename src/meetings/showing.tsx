import { MeetingPage } from '#views/meetings/meeting-page.tsx'
import { SessionLinks } from '#views/meetings/session-links.tsx'
import { currentRules } from '../groups/rule-sets.ts'
import { openTasksWithoutAnybody, overdueTasks } from '../tasks/attention.ts'
import { dayOf } from '../web/days.ts'
import type { Refused } from '../web/form.ts'
import { type AgendaEntry, agendaOf } from './agenda/entries.ts'
import { newFor } from './agenda/news.ts'
import { warningsOf } from './agenda/warnings.ts'
import type { MeetingHere } from './here.ts'
import type { MeetingEntry } from './model.ts'
import { mayArrangeAgenda, mayPlanMeetings } from './policy.ts'
import { isMissed, isOver, isToCome } from './standing.ts'

const none = { count: 0, first: [] }

/** Asked for only where an item is about them. */
async function tasksFor({ actor, ports, locale }: MeetingHere, agenda: AgendaEntry[]) {
  if (!agenda.some(({ source }) => source === 'tasks')) return { nobodys: none, overdue: none }
  const { id } = actor.group
  return {
    nobodys: await openTasksWithoutAnybody(ports.db, id),
    overdue: await overdueTasks(ports.db, id, dayOf(locale.now)),
  }
}

/** A meeting with its agenda, as whoever looks may see and arrange it. */
export async function meetingPage(here: MeetingHere, meeting: MeetingEntry, refused: Refused | null = null) {
  const { actor, ports, locale } = here
  const agenda = await agendaOf(ports.db, meeting.id)
  const mayArrange = mayArrangeAgenda(actor) && !isOver(meeting)
  const [{ rules }, fresh, tasks] = await Promise.all([
    currentRules(ports.db, actor.group.id),
    mayArrange ? newFor(ports.db, meeting, agenda) : [],
    tasksFor(here, agenda),
  ])
  return (
    <MeetingPage
      group={actor.group}
      meeting={meeting}
      agenda={agenda}
      method={rules.defaultMethod}
      warnings={warningsOf(meeting, agenda, locale.now)}
      waiting={fresh.length}
      tasks={tasks}
      isToCome={isToCome(meeting)}
      isMissed={isMissed(meeting, locale.now)}
      mayPlan={mayPlanMeetings(actor)}
      mayArrange={mayArrange}
      refused={refused}
      more={<SessionLinks meeting={meeting} locale={locale} />}
      locale={locale}
    />
  )
}
