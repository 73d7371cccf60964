import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import type { Draft } from '#views/documents/editor-suggest-draft.ts'
import { Overlay } from '#views/documents/editor-suggest-overlay.ts'
import { neighboursOf } from '#views/documents/editor-suggest-patch.ts'
import { piecesIn } from '#views/documents/editor-suggest-pieces.ts'
import { Dice } from '../simulation/dice.ts'
import { propose } from './hands.ts'
import { copyOf, proposer, shownIn, textOf, writer } from './proposer.ts'

type Proposer = ReturnType<typeof proposer>

function hangsOnTextAlone(draft: Draft, base: Y.Doc): void {
  const foreign = [...neighboursOf(draft.patch)].filter((client) => !draft.clients.has(client))
  const unknown = foreign.filter((client) => !base.store.clients.has(client))
  expect(unknown).toEqual([])
  expect(draft.patch.structs.every(({ id }) => draft.clients.has(id.client))).toBe(true)
  expect(draft.patch.structs.some((one) => one instanceof Y.Skip)).toBe(false)
  const copy = copyOf(base)
  Y.applyUpdate(copy, draft.update)
  expect(copy.store.pendingStructs).toBeNull()
  expect(copy.store.pendingDs).toBeNull()
}

/** What somebody sees is the text and what they propose, and nothing else. */
function showsWhatIsProposed({ drafts }: Proposer, base: Y.Doc): void {
  if (drafts.isMended) return
  const copy = copyOf(base)
  for (const draft of drafts.all) if (!draft.isEmpty) Y.applyUpdate(copy, drafts.packed(draft))
  expect(shownIn(drafts.view)).toBe(shownIn(copy))
}

function accept(who: Proposer, base: Y.Doc, dice: Dice): void {
  const open = who.open()
  if (open.length === 0) return
  const draft = dice.pick(open)
  Y.applyUpdate(base, draft.update)
  who.drafts.drop(draft, true)
}

function withdraw({ drafts, open }: Proposer, dice: Dice): void {
  if (open().length > 0) drafts.drop(dice.pick(open()), false)
}

interface Moment {
  who: Proposer
  dice: Dice
  base: Y.Doc
  nele: ReturnType<typeof writer>
}

function proposeBeside({ who, dice, base }: Moment): void {
  const before = [base.store.clients.size, shownIn(base)]
  propose(who, dice)
  expect([base.store.clients.size, shownIn(base)]).toEqual(before)
}

const acts = [
  [75, proposeBeside],
  [8, ({ who }: Moment) => void who.drafts.undo()],
  [5, ({ who }: Moment) => void who.drafts.redo()],
  [4, ({ who, base, dice }: Moment) => accept(who, base, dice)],
  [2, ({ who, dice }: Moment) => withdraw(who, dice)],
  [10, ({ nele, dice }: Moment) => propose(nele, dice)],
] as const

const suggestedBy = ({ drafts }: Proposer) => drafts.all.filter((draft) => !draft.isEmpty)

/** Counting along the text with everything in it arrives where the editors do, in both modes. */
function knowsWhereItShows(people: Proposer[], nele: ReturnType<typeof writer>, base: Y.Doc): void {
  const suggestions = people.flatMap(suggestedBy)
  const doc = new Overlay(base).with(suggestions)
  const isLeaf = (name: string) => schema.nodes[name]?.isLeaf ?? false
  const written = piecesIn(doc, { suggestions, isApplied: () => false, isLeaf })
  if (shownIn(base) === shownIn(copyOf(base))) expect(written.size).toBe(nele.sheet.state.doc.content.size)
  for (const one of people) {
    const own = suggestedBy(one)
    const seen = piecesIn(doc, {
      suggestions,
      isApplied: (suggestion) => own.some(({ id }) => id === suggestion.id),
      isLeaf,
    })
    if (!one.drafts.isMended) expect(seen.size).toBe(one.sheet.state.doc.content.size)
  }
}

function live(seed: number): void {
  const dice = new Dice(seed)
  const base = textOf('Das Wasser ist knapp. Der Boden gehört allen.', 'Wir wollen einen Brunnen.', 'Ende gut.')
  base.clientID = dice.below(2 ** 32)
  const id = () => dice.below(2 ** 32)
  const nele = writer(base)
  const people = [proposer(base, id), proposer(base, id)]
  const ids = new Set<number>()
  for (let step = 0; step < 60; step++) {
    const who = dice.pick(people)
    dice.weighted(acts)({ who, dice, base, nele })
    if (step % 5 === 0) knowsWhereItShows(people, nele, base)
    for (const one of people) showsWhatIsProposed(one, base)
  }
  for (const { drafts } of people)
    for (const draft of drafts.all) {
      for (const client of draft.clients) {
        expect(ids.has(client)).toBe(false)
        ids.add(client)
      }
      hangsOnTextAlone(draft, base)
    }
}

const runs = Number(process.env.RUNS ?? 40)

test('whatever two people propose while the text goes on changing, each suggestion stands for itself', {
  timeout: 120_000,
}, () => {
  for (let seed = 0; seed < runs; seed++)
    try {
      live(seed)
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error })
    }
})
