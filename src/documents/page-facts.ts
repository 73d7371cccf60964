import type { ReadingPageProps } from '#views/documents/reading-page.tsx'
import { isMember } from '../groups/actor.ts'
import { authorshipOf } from './authorship/authorship.ts'
import { countOpenCollisions } from './collisions/model.ts'
import { guestsIn } from './guests.ts'
import type { Here } from './here.ts'
import type { Paper } from './model.ts'
import { documentAbilities } from './policy.ts'
import { changedSince, readDraft } from './reading.ts'
import { latestSnapshot, snapshotsOf } from './versions/snapshots.ts'
import type { WayOf } from './way.ts'

type Extra = Partial<Pick<ReadingPageProps, 'imported' | 'refused' | 'unchangedSince'>> & { withAuthors?: boolean }

/** Everything that the reading view shows; the same for a look, a refused form and a refresh. */
export async function readingFacts(
  { actor, ports, locale }: Here,
  paper: Paper,
  wayOf: WayOf,
  { withAuthors = false, ...extra }: Extra = {},
): Promise<ReadingPageProps> {
  const draft = await readDraft(ports, paper)
  const last = await latestSnapshot(ports.db, paper.id)
  return {
    group: actor.group,
    document: { ...paper, wordCount: draft.words },
    content: draft.content,
    authorship: withAuthors ? await authorshipOf(ports.db, paper, draft.state) : null,
    way: await wayOf(ports.db, actor, paper),
    versions: await snapshotsOf(ports.db, paper.id),
    collisions: await countOpenCollisions(ports.db, paper.id),
    changed: await changedSince(last, paper, draft),
    guests: await guestsIn(ports.db, actor.group.id),
    may: documentAbilities(actor),
    isGuest: !isMember(actor),
    imported: null,
    ...extra,
    locale,
  }
}
