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
  { actor, ports, locale }: Here,
  paper: Paper,
  { wayOf, cited, adoptionsOf }: Higher,
  { withAuthors = false, isLook = false, sinceVisit = false, onDraft = false, ...extra }: Extra = {},
): Promise<ReadingPageProps> {
  const draft = await readDraft(ports, paper)
  const last = await latestSnapshot(ports.db, paper.id)
  const threads = await conversationOf(ports.db, actor, paper, async () => draft.state)
  const authorship = withAuthors ? await authorshipOf(ports.db, paper, draft.state) : null
  const marked = (content: Content) => markPassages(content, passagesOf(threads))
  const rows = rowsOf(draft.content)
  const asking = { groupId: actor.group.id, personId: actor.person.id, cited }
  return {
    group: actor.group,
    quotations: await quotationsFor(ports.db, actor.person, paper.id, draft.content),
    comparison: rows.length > 0 ? { rows, facts: await factsFor(ports.db, rows, asking) } : null,
    document: { ...paper, wordCount: draft.words },
    content: marked(draft.content),
    authorship: authorship && { ...authorship, content: marked(authorship.content) },
    threads,
    me: actor.person,
    way: await wayOf(ports.db, actor, paper),
    stage: await stageTop({ actor, ports }, paper, draft, await adoptedIn({ ports }, paper, adoptionsOf)),
    versions: await snapshotsOf(ports.db, paper.id),
    collisions: await countOpenCollisions(ports.db, paper.id),
    news: await newsOnPage({ actor, ports }, paper, draft, isLook),
    sinceVisit,
    onDraft,
    suggestions: await countOpenSuggestions(ports.db, paper.id),
    changed: await changedSince(last, paper, draft),
    guests: await guestsIn(ports.db, actor.group.id),
    may: documentAbilities(actor, paper),
    isGuest: !isMember(actor),
    imported: null,
    ...extra,
    locale,
  }
}
