import { eq } from 'drizzle-orm'
import { ApprovedMinutesPage } from '#views/meetings/minutes-approved-page.tsx'
import { texts } from '#views/meetings/minutes-texts.ts'
import { mayReadDecisions } from '../../decisions/policy.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { groupsOf } from '../../groups/membership.ts'
import { signedIn } from '../../identity/signed-in.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { meetingEntries } from '../model.ts'
import { meetings } from '../schema.ts'
import { minutesFacts } from './model.ts'
import { notesOn } from './noting.ts'

/** Once they are approved the whole alliance reads minutes; before, they are not there for others (`DOMAIN.md 5.5`). */
export const approvedMinutesRoutes = signedIn.createApp().get(`/minutes/:id{${uuid}}`, async (c) => {
  const { ports, person, locale } = c.var
  const mine = await groupsOf(ports.db, person.id)
  authorize(mayReadDecisions(mine))
  const [entry] = await meetingEntries(ports.db, eq(meetings.id, c.req.param('id')))
  const meeting = found(entry)
  const minutes = await minutesFacts(ports.db, meeting.id)
  const approved = found(minutes.circulations.find(({ id }) => id === minutes.approval?.circulationId))
  const snapshot = found(await snapshotById(ports.db, approved.snapshotId))
  const notes = (await notesOn(ports.db, meeting.id)).filter(({ signedAt }) => signedAt !== null)
  const isInside = mine.some(({ id, standing }) => id === meeting.groupId && standing === 'member')
  return c.render(
    <ApprovedMinutesPage
      {...{ meeting, minutes, approved, notes, isInside, locale }}
      snapshot={await withNamedRows(ports.db, snapshot)}
    />,
    { title: texts[locale.lang].title({ number: meeting.cited }), section: 'decisions' },
  )
})
