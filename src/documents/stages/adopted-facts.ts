import type { AdoptedPageProps } from '#views/documents/adopted-page.tsx'
import { isMember } from '../../groups/actor.ts'
import type { Here } from '../here.ts'
import type { Paper } from '../model.ts'
import { documentAbilities } from '../policy.ts'
import { readDraft } from '../reading.ts'
import { snapshotsOf } from '../versions/snapshots.ts'
import type { Higher } from '../way.ts'
import { adoptedIn, stageTop } from './top.ts'

/** What readers get first where a text was adopted and its draft has moved on; otherwise nothing. */
export async function adoptedFacts(
  { actor, ports, locale }: Here,
  paper: Paper,
  { adoptionsOf, wayOf }: Higher,
): Promise<AdoptedPageProps | null> {
  const adopted = await adoptedIn({ ports }, paper, adoptionsOf)
  if (!adopted) return null
  const top = await stageTop({ actor, ports }, paper, await readDraft(ports, paper), adopted)
  const { inForce } = top
  if (!inForce || inForce.changed === 0) return null
  return {
    group: actor.group,
    document: paper,
    content: adopted.snapshot,
    top,
    inForce,
    way: await wayOf(ports.db, actor, paper),
    versions: await snapshotsOf(ports.db, paper.id),
    may: documentAbilities(actor, paper),
    isGuest: !isMember(actor),
    me: actor.person,
    locale,
  }
}
