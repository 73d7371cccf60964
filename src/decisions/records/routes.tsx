import { NewRecordPage } from '#views/decisions/new-record-page.tsx'
import { RecordPage } from '#views/decisions/record-page.tsx'
import { texts } from '#views/decisions/record-texts.ts'
import { TextPage } from '#views/decisions/text-page.tsx'
import { change } from '../../activity/model.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { type Accepted, form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { officersOf } from '../officers.ts'
import type { OriginOf } from '../origin.ts'
import { snapshotNote, snapshotsToDecide } from '../papers.ts'
import { isSecondPerson, mayDiscard, mayReadDeciding, mayReport, recordAbilities, secondPersons } from '../policy.ts'
import { citation } from '../register/citation.ts'
import type { Following } from '../register/establishing.ts'
import { confirmRecord } from '../register/finalising.ts'
import { type RecordInput, recordForm, recordProblem, reportIn } from './forms.ts'
import { discardRecord, findRecord, type RecordEntry, reportDecision } from './reporting.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneRecord = `/records/:id{${uuid}}` as const

const recordIn = async ({ actor, ports }: Here, id: string): Promise<RecordEntry> => {
  authorize(mayReadDeciding(actor))
  return found(await findRecord(ports.db, actor.group.id, id))
}

const facts = ({ actor }: Here, title: string) =>
  ({ title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

const newPage = async ({ actor, ports, locale }: Here, refusal?: Refused) => (
  <NewRecordPage
    group={actor.group}
    snapshots={await snapshotsToDecide(ports.db, actor.group.id)}
    refused={refusal}
    locale={locale}
  />
)

type Judged<T> = Accepted<T> | Refused

/** It has happened already, and it is about a text of this group, if about any. */
async function judged({ actor, ports, locale }: Here, input: Judged<RecordInput>): Promise<Judged<RecordInput>> {
  if (!input.ok) return input
  const problem = recordProblem(input.value, locale.now)
  if (problem) return refused(input.value, ...problem)
  const { snapshotId } = input.value
  const own = snapshotId ? await snapshotsToDecide(ports.db, actor.group.id) : []
  const isThere = !snapshotId || own.some(({ id }) => id === snapshotId)
  return isThere ? input : refused(input.value, 'snapshotId', 'not_there')
}

/** The short way: what was decided in a meeting, four fields, a second person with one click. */
export const recordRoutes = ({ originOf, ...following }: Following & { originOf: OriginOf }) => {
  const aroundOf = async ({ actor: { group }, ports: { db } }: Here, { record }: RecordEntry) => ({
    officers: await officersOf(db, group.id),
    origin: await originOf(db, group, { recordId: record.id }),
  })
  return inGroup
    .createApp()
    .get('/records', (c) => {
      authorize(mayReadDeciding(c.var.actor))
      return answer(c, paths.proposals(c.var.actor.group))
    })
    .get('/records/new', async (c) => {
      authorize(mayReport(c.var.actor))
      return c.render(await newPage(c.var), facts(c.var, texts[c.var.locale.lang].enter))
    })
    .post('/records', form(recordForm), async (c) => {
      const { actor, ports } = c.var
      authorize(mayReport(actor))
      const input = await judged(c.var, c.var.form)
      if (!input.ok) return refuse(c, await newPage(c.var, input), facts(c.var, texts[c.var.locale.lang].enter))
      const draft = { ...reportIn(input.value), groupId: actor.group.id, reportedById: actor.person.id }
      const report = await change(ports, (tx, record) => reportDecision(tx, record, draft))
      return answer(c, paths.record(actor.group, report))
    })
    .get(oneRecord, async (c) => {
      const { actor, ports, locale } = c.var
      const entry = await recordIn(c.var, c.req.param('id'))
      const around = await aroundOf(c.var, entry)
      return c.render(
        <RecordPage
          {...{ group: actor.group, me: actor.person.id, entry, locale }}
          snapshot={await snapshotNote(ports.db, entry.record.snapshotId)}
          seconds={secondPersons(around.officers, actor.group, entry.record.reportedById)}
          origin={around.origin}
          may={recordAbilities(actor, entry, around)}
        />,
        facts(c.var, entry.record.title),
      )
    })
    .get(`${oneRecord}/text`, async (c) => {
      const { actor, ports, locale } = c.var
      const { record } = await recordIn(c.var, c.req.param('id'))
      const snapshot = found(await snapshotById(ports.db, found(record.snapshotId)))
      const back = { href: paths.record(actor.group, record), label: record.title }
      const pictures = (id: string) => paths.attachment(actor.group, { id })
      const shown = await withNamedRows(ports.db, snapshot)
      return c.render(<TextPage {...{ snapshot: shown, back, pictures, locale }} />, facts(c.var, snapshot.title))
    })
    .post(`${oneRecord}/decision`, async (c) => {
      const { actor, ports } = c.var
      const { record: report } = await recordIn(c.var, c.req.param('id'))
      authorize(isSecondPerson(actor, report.reportedById, await officersOf(ports.db, actor.group.id)))
      const decision = await change(ports, (tx, record) => confirmRecord(tx, record, report, actor, following))
      if (!decision) return answer(c, paths.record(actor.group, report))
      return answer(c, paths.decision(citation(actor.group.prefix, decision.year, decision.number)))
    })
    .post(`${oneRecord}/discard`, async (c) => {
      const { actor, ports } = c.var
      const entry = await recordIn(c.var, c.req.param('id'))
      authorize(mayDiscard(actor, entry, await aroundOf(c.var, entry)))
      await change(ports, (tx, record) => discardRecord(tx, record, entry.record))
      return answer(c, paths.record(actor.group, entry.record))
    })
}
