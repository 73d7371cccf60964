import { commentsScript } from '#views/documents/comments-block.tsx'
import { DifferencePage, differenceScript } from '#views/documents/difference-page.tsx'
import { ReadingPage } from '#views/documents/reading-page.tsx'
import { SnapshotPage } from '#views/documents/snapshot-page.tsx'
import { texts } from '#views/documents/version-texts.ts'
import { change } from '../../activity/model.ts'
import { isMember, placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, type PageFacts, refuse } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { commentsOnVersion } from '../comments/on-version.ts'
import { withNames } from '../comparisons/naming.ts'
import { freezeForm } from '../forms.ts'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import { readingFacts } from '../page-facts.ts'
import { mayComment, mayEditDocument, mayFreeze } from '../policy.ts'
import type { Higher } from '../way.ts'
import { compareVersions } from './comparing.ts'
import { freezeDraft } from './freezing.ts'
import { draftRef, frozenRef } from './looking.ts'
import { mayRestore } from './policy.ts'
import { correctedAfter, latestSnapshot, numberedSnapshot, snapshotAuthor } from './snapshots.ts'
import { timelineRoutes } from './timeline-routes.tsx'

const oneVersion = `${oneDocument}/snapshots/:number{[1-9][0-9]{0,5}[a-z]?}` as const

/** "3a": its number, and the letter of what was put right in it. */
const versionIn = (asked: string): [number, string] => [Number.parseInt(asked, 10), asked.replace(/^\d+/, '')]

async function differencePage({ actor, ports, locale }: Here, paper: Paper, refs: { older: string; newer: string }) {
  const compared = found(await compareVersions(ports, paper, refs))
  return <DifferencePage group={actor.group} document={paper} compared={compared} locale={locale} />
}

const differenceFacts = ({ actor, locale }: Here, { title }: Paper): PageFacts => ({
  title: `${title}, ${texts[locale.lang].compare}`,
  section: placeOf(actor),
  scripts: [differenceScript],
})

/** Frozen versions: making one, reading it for ever, and what is different from the one before. */
export const snapshotRoutes = (higher: Higher) =>
  inGroup
    .createApp()
    .post(`${oneDocument}/snapshots`, form(freezeForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayFreeze(actor, paper))
      const facts = { title: paper.title, section: placeOf(actor) }
      if (!input.ok) {
        return refuse(
          c,
          <ReadingPage {...(await readingFacts(c.var, paper, higher, { refused: { form: 'freeze', input } }))} />,
          facts,
        )
      }
      await ports.rooms.settle(paper.id)
      const { snapshot, isNew } = await change(ports, (tx, record) =>
        freezeDraft(tx, record, paper, actor, input.value.note),
      )
      if (isNew) return answer(c, paths.snapshot(actor.group, paper, snapshot.number))
      return c.render(
        <ReadingPage {...(await readingFacts(c.var, paper, higher, { unchangedSince: snapshot.number }))} />,
        facts,
      )
    })
    .get(oneVersion, async (c) => {
      const { actor, ports, locale } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const [number, suffix] = versionIn(c.req.param('number'))
      const snapshot = found(await numberedSnapshot(ports.db, paper.id, number, suffix))
      const createdBy = await snapshotAuthor(ports.db, snapshot)
      const adoptions = isMember(actor) ? await higher.adoptionsOf(ports.db, [paper.id]) : []
      const commented = await commentsOnVersion(c.var, paper, snapshot)
      const facts = {
        group: actor.group,
        snapshot,
        createdBy,
        adoptions: adoptions.filter(({ snapshotId }) => snapshotId === snapshot.id),
        corrected: await correctedAfter(ports.db, snapshot),
        mayDecide: mayEditDocument(actor, paper),
        mayRestore: mayRestore(actor, paper),
        mayComment: mayComment(actor, paper),
        me: actor.person,
        commented: { ...commented, content: await withNames(ports.db, commented.content) },
        locale,
      }
      const version = texts[locale.lang].version({ number: `${snapshot.number}${snapshot.suffix}` })
      return c.render(<SnapshotPage {...facts} />, {
        title: `${snapshot.title}, ${version}`,
        section: placeOf(actor),
        scripts: [commentsScript],
      })
    })
    .get(`${oneVersion}/difference`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const [number, suffix] = versionIn(c.req.param('number'))
      const refs = { older: frozenRef(suffix ? number : number - 1), newer: frozenRef(number, suffix) }
      return c.render(await differencePage(c.var, paper, refs), differenceFacts(c.var, paper))
    })
    .get(`${oneDocument}/difference`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const older = found(await latestSnapshot(c.var.ports.db, paper.id))
      const refs = { older: frozenRef(older.number, older.suffix), newer: draftRef }
      return c.render(await differencePage(c.var, paper, refs), differenceFacts(c.var, paper))
    })
    .route('/', timelineRoutes(higher))
