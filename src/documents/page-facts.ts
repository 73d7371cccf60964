import type { ReadingPageProps } from '#views/documents/reading-page.tsx'
import { isMember } from '../groups/actor.ts'
import { authorshipOf } from './authorship/authorship.ts'
import { countOpenCollisions } from './collisions/model.ts'
import { conversationOf, passagesOf } from './comments/conversation.ts'
import { markPassages } from './comments/marking.ts'
import { factsFor } from './comparisons/facts.ts'
import { rowsOf } from './comparisons/rows.ts'
import { guestsIn } from './guests.ts'
import type { Here } from './here.ts'
import type { Content } from './markup.ts'
import type { Paper } from './model.ts'
import { documentAbilities } from './policy.ts'
import { quotationsFor } from './quotations/standing.ts'
import { changedSince, readDraft } from './reading.ts'
import { adoptedIn, stageTop } from './stages/top.ts'
import { countOpenSuggestions } from './suggestions/listing.ts'
import { latestSnapshot, snapshotsOf } from './versions/snapshots.ts'
import { newsOnPage } from './visits/on-page.ts'
import type { Higher } from './way.ts'

type Extra = Partial<Pick<ReadingPageProps, 'imported' | 'refused' | 'unchangedSince'>> & {
  withAuthors?: boolean
  /** Somebody has come to read. */
  isLook?: boolean
  sinceVisit?: boolean
  onDraft?: boolean
}

/** Everything that the reading view shows; the same for a look, a refused form and a refresh. */
export async function readingFacts(
  { actor, ports, locale, ...known }: Here,
  paper: Paper,
  { wayOf, cited, adoptionsOf }: Higher,
  { withAuthors = false, isLook = false, sinceVisit = false, onDraft = false, ...extra }: Extra = {},
): Promise<ReadingPageProps> {
  const { db } = ports
  const [draft, last, adopted] = await Promise.all([
    readDraft(ports, paper),
    latestSnapshot(db, paper.id),
    adoptedIn({ ports }, paper, adoptionsOf),
  ])
  const rows = rowsOf(draft.content)
  const asking = { groupId: actor.group.id, personId: actor.person.id, cited }
  const [threads, authorship, quotations, facts, way, stage, versions, news, changed, guests, open] = await Promise.all(
    [
      conversationOf({ actor, ports, ...known }, paper, async () => draft.state),
      withAuthors ? authorshipOf(db, paper, draft.state) : null,
      quotationsFor(db, actor.person, paper.id, draft.content),
      rows.length > 0 ? factsFor(db, rows, asking) : null,
      wayOf(db, actor, paper),
      stageTop({ actor, ports }, paper, draft, adopted),
      snapshotsOf(db, paper.id),
      newsOnPage({ actor, ports }, paper, draft, isLook),
      changedSince(last, paper, draft),
      guestsIn(db, actor.group.id),
      Promise.all([countOpenCollisions(db, paper.id), countOpenSuggestions(db, paper.id)]),
    ],
  )
  const marked = (content: Content) => markPassages(content, passagesOf(threads))
  return {
    group: actor.group,
    document: { ...paper, wordCount: draft.words },
    content: marked(draft.content),
    comparison: facts && { rows, facts },
    authorship: authorship && { ...authorship, content: marked(authorship.content) },
    me: actor.person,
    ...{ quotations, threads, way, stage, versions, news, changed, guests, sinceVisit, onDraft },
    collisions: open[0],
    suggestions: open[1],
    may: documentAbilities(actor, paper),
    isGuest: !isMember(actor),
    imported: null,
    ...extra,
    locale,
  }
}
