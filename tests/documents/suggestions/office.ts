import * as Y from 'yjs'
import { SuggestMode } from '#views/documents/editor-suggest-mode.ts'
import type { Decided, Saved, Told, Withdrawn } from '#views/documents/editor-suggest-office.ts'
import { patchOf } from '#views/documents/editor-suggest-patch.ts'
import type { Place, Unsent } from '#views/documents/editor-suggest-saving.ts'
import { suggestSync } from '#views/documents/editor-suggest-sync.ts'
import { sheetOf } from './proposer.ts'

/** What the server keeps, and how it answers when there is a line to it. */
export class Server {
  readonly open = new Map<string, Told>()
  readonly withdrawn: string[] = []
  saves = 0
  reachable = true
  readonly decided = new Map<string, Decided>()

  async save({ id, update, clients, version }: Unsent): Promise<Saved> {
    if (!this.reachable) return { kind: 'later' }
    const decided = this.decided.get(id)
    if (decided) return decided
    const taken = [...this.open.values(), ...[...this.decided.values()].flatMap(({ told }) => told ?? [])]
    if (taken.some((one) => one.id !== id && clients.some((client) => one.clients.has(client))))
      return { kind: 'refused', problem: 'foreign' }
    this.saves += 1
    const stored = this.open.get(id)
    if (stored && stored.version > version) return { kind: 'older', told: stored }
    if (this.withdrawn.includes(id)) return { kind: 'settled', state: 'withdrawn' }
    const told = toldOf(id, update, clients, version + 1)
    this.open.set(id, told)
    return { kind: 'saved', told }
  }

  async withdraw(id: string): Promise<Withdrawn> {
    if (!this.reachable) return { kind: 'later' }
    const decided = this.decided.get(id)
    if (decided) return decided
    this.open.delete(id)
    this.withdrawn.push(id)
    return { kind: 'done' }
  }

  decide(id: string, state: 'accepted' | 'rejected', base?: Y.Doc): void {
    const told = this.open.get(id)
    if (!told) throw new Error('There is no such suggestion')
    this.open.delete(id)
    this.decided.set(id, { kind: 'settled', state, told })
    if (base) Y.applyUpdate(base, told.update)
  }
}

export const toldOf = (id: string, update: Uint8Array, clients: Iterable<number>, version: number): Told => ({
  ...{ id, update, clients: new Set(clients), version, patch: patchOf(update), mine: true },
  ...{
    author: { id: 'me', name: 'Tarek' },
    changedAt: '',
    changes: [],
    collision: false,
    gone: false,
    doubles: '',
    threadCount: 0,
  },
  may: { accept: false, reject: false, withdraw: true, comment: true },
})

/** Somebody in the mode of suggesting, and what their device has kept. */
export function tarekIn(base: Y.Doc, server: Place, freshId?: () => number) {
  const mode = new SuggestMode(base, server, freshId)
  const kept: Unsent[][] = []
  const said: string[] = []
  const wentOn = () => void said.push('went on')
  mode.attend({ changed: () => {}, keep: (unsent) => kept.push(unsent), look: () => {}, wentOn })
  const sheet = sheetOf(suggestSync(mode.drafts))
  mode.bind(sheet)
  const type = (words: string, at: number, to = at) => sheet.dispatch(sheet.state.tr.insertText(words, at, to))
  return { mode, kept, said, sheet, type, text: () => sheet.state.doc.textContent }
}
