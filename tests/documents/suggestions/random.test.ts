import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Draft } from '#views/documents/editor-suggest-draft.ts'
import { neighboursOf } from '#views/documents/editor-suggest-patch.ts'
import { Dice } from '../simulation/dice.ts'
import { write } from '../simulation/writing.ts'
import { copyOf, proposer, shownIn, textOf } from './proposer.ts'
import { propose } from './proposing.ts'

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
function showsWhatIsProposed({ drafts }: Proposer, base: Y.Doc, mended: boolean): void {
  if (mended) return
  const copy = copyOf(base)
  for (const draft of drafts.all) if (!draft.isEmpty) Y.applyUpdate(copy, draft.update)
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

function live(seed: number): void {
  const dice = new Dice(seed)
  const base = textOf('Das Wasser ist knapp. Der Boden gehört allen.', 'Wir wollen einen Brunnen.', 'Ende gut.')
  const people = [proposer(base), proposer(base)]
  const ids = new Set<number>()
  for (let step = 0; step < 60; step++) {
    const who = dice.pick(people)
    const before = base.store.clients.size
    const textBefore = shownIn(base)
    if (dice.chance(0.75)) {
      propose(who, dice)
      expect([base.store.clients.size, shownIn(base)]).toEqual([before, textBefore])
    } else if (dice.chance(0.3)) who.drafts.undo()
    else if (dice.chance(0.3)) who.drafts.redo()
    else if (dice.chance(0.3)) accept(who, base, dice)
    else if (dice.chance(0.2)) withdraw(who, dice)
    else write(base, dice)
    for (const one of people) showsWhatIsProposed(one, base, false)
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

const runs = Number(process.env.RUNS ?? 100)

test('whatever two people propose while the text goes on changing, each suggestion stands for itself', { timeout: 120_000 }, () => {
  for (let seed = 0; seed < runs; seed++)
    try {
      live(seed)
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error })
    }
})
