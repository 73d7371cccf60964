import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { WordPart } from '#src/documents/comparisons/wording.ts'
import { paths } from '#src/paths.ts'
import { WordDifference } from '../documents/word-parts.tsx'
import { Fold } from '../kit/dialog.tsx'
import { texts } from './answer-texts.ts'
import type { RoundPageProps } from './round-page.tsx'

/** What the round before this one was about. */
export interface EarlierRound {
  snapshot: SnapshotNote | null
  /** What has become of its wording; nothing when it is the same. */
  changes: WordPart[]
  /** Only what was equal there is rated here. */
  isRunOff: boolean
}

const label = ({ number, suffix }: SnapshotNote) => `${number}${suffix}`

/** Two frozen versions of one text of the own group can be laid over each other. */
const TextDifference = ({ group, before, snapshot, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const old = before?.snapshot
  if (!old || !snapshot || old.id === snapshot.id) return null
  if (old.documentId !== snapshot.documentId || snapshot.groupId !== group.id) return null
  const [older, newer] = [label(old), label(snapshot)]
  const href = paths.versionDifference(group, { id: snapshot.documentId }, { older: `v${older}`, newer: `v${newer}` })
  return (
    <p class="meta">
      <a href={href}>{t.textChanged}</a> · {t.fromTo({ from: older, to: newer })}
    </p>
  )
}

/** Whoever has answered before sees at once what is different now. */
export const ChangedSince = (props: RoundPageProps) => {
  const { before, locale } = props
  const t = texts[locale.lang]
  if (!before) return null
  return (
    <>
      {before.isRunOff && <p>{t.isRunOff}</p>}
      {before.changes.length > 0 ? (
        <Fold id="changed-since" label={t.changed} rank="quiet">
          <p class="wortlaut">
            <WordDifference parts={before.changes} />
          </p>
        </Fold>
      ) : (
        <p class="meta">{t.sameWording}</p>
      )}
      <TextDifference {...props} />
    </>
  )
}
