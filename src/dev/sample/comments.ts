import { eq } from 'drizzle-orm'
import { anchorAt, layOut } from '../../documents/comments/anchors.ts'
import { findQuote, quoteAt } from '../../documents/comments/finding.ts'
import { documentRemarks, documentThreads } from '../../documents/comments/schema.ts'
import { documentStates } from '../../documents/schema.ts'
import type { PersonKey } from '../cast.ts'
import type { Paper } from './papers.ts'
import type { Scene } from './scene.ts'

interface Talk {
  /** Without words it is about the whole text. */
  on?: string
  resolvedBy?: PersonKey
  said: { by: PersonKey; daysAgo: number; clock: string; words: string }[]
}

const talks: Talk[] = [
  {
    on: 'mindestens ein Drittel jeder neuen Anlage',
    said: [
      { by: 'gerd', daysAgo: 6, clock: '19:40', words: 'Reicht „Umkreis“ bis in die Nachbargemeinde?' },
      { by: 'tarek', daysAgo: 5, clock: '08:15', words: 'Im Entwurf stehen fünf Kilometer. Ich schreibe es dazu.' },
    ],
  },
  {
    on: 'zum Kauf angeboten',
    said: [{ by: 'fritjof', daysAgo: 5, clock: '20:05', words: 'Hier fehlt noch, ab welchem Betrag.' }],
  },
  {
    resolvedBy: 'swantje',
    said: [{ by: 'bjarne', daysAgo: 8, clock: '18:20', words: 'Die Zwischentitel helfen sehr beim Vorlesen.' }],
  },
]

async function hangingOn(scene: Scene, { id }: Paper, words: string | undefined) {
  const [stored] = await scene.db.select().from(documentStates).where(eq(documentStates.documentId, id))
  if (!words || !stored) return { on: 'text' as const }
  const laid = layOut(stored.bytes)
  const from = findQuote(laid.line.text, { words, before: '', after: '' })
  if (from === null) throw new Error(`The sample's text does not say "${words}"`)
  const stretch = { from, to: from + words.length }
  const { words: quote, before, after } = quoteAt(laid.line.text, stretch.from, stretch.to)
  return { on: 'passage' as const, anchor: anchorAt(laid, stretch), quote, wordsBefore: before, wordsAfter: after }
}

/** What people say beside the text of AG Energie. */
export async function talkBeside(scene: Scene, paper: Paper): Promise<void> {
  for (const { on, resolvedBy, said } of talks) {
    const [first] = said
    if (!first) continue
    const [thread] = await scene.db
      .insert(documentThreads)
      .values({
        ...(await hangingOn(scene, paper, on)),
        documentId: paper.id,
        groupId: scene.group('en'),
        createdById: scene.person(first.by),
        createdAt: scene.ago(first.daysAgo, first.clock),
        ...(resolvedBy && { resolvedById: scene.person(resolvedBy), resolvedAt: scene.ago(4, '09:10') }),
      })
      .returning()
    if (!thread) continue
    await scene.db.insert(documentRemarks).values(
      said.map(({ by, daysAgo, clock, words }) => ({
        threadId: thread.id,
        authorId: scene.person(by),
        words,
        createdAt: scene.ago(daysAgo, clock),
      })),
    )
  }
}
