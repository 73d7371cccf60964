import type { Place } from '../load/seat.ts'
import type { Child } from '../running/child.ts'
import type { Ground } from '../running/postgres.ts'

export const subjectNames = ['kreislauf', 'hocuspocus', 'y-websocket', 'echo'] as const
export type SubjectName = (typeof subjectNames)[number]

/** A text that was written beforehand: what had been merged of it, and what came after. */
export interface OldText {
  state: Uint8Array
  updates: Uint8Array[]
}

export interface Surroundings {
  ground: Ground
  /** For files of its own. */
  folder: string
}

export type Door = Pick<Place, 'port' | 'path' | 'name' | 'dialect' | 'headers'>

/** A server that runs, with a place of its own for what it keeps. */
export interface Stage {
  server: Child
  /** So many texts, blank ones or copies of an old one, under names that go with `door`. */
  texts(count: number, old?: OldText): Promise<string[]>
  /** How one client gets to a text; each has a number of its own. */
  door(text: string, client: number): Door
  /** A second process on the same data, where there can be one. */
  another?(): Promise<Pick<Stage, 'server' | 'door'> & { end(): Promise<void> }>
  /** Starts anew on what was kept, after the server has ended in whichever way. */
  again(nodeArgs?: string[]): Promise<void>
  end(): Promise<void>
}

export interface Subject {
  name: SubjectName
  title: string
  /** Whether it keeps texts at all. */
  keeps: boolean
  begin(around: Surroundings, nodeArgs?: string[]): Promise<Stage>
}
