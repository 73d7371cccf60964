import { DurableObject } from 'cloudflare:workers'
import type { Revocation, Signal } from '../../ports.ts'
import type { Environment } from './environment.ts'
import { printedLog } from './printed-log.ts'

/** What listeners are told. */
export interface Note {
  signals?: Signal[]
  revocation?: Revocation
}

/** Longer than it takes from judging a request to its line being open. */
const lately = 5_000

const groupsHeader = 'Kreislauf-Groups'

/** Asks for a line on which the signals of these groups come. */
export const takeListener = (groupIds: string[]) =>
  new Request('https://hub/', { headers: { Upgrade: 'websocket', [groupsHeader]: groupIds.join() } })

const seats = 'create table if not exists seats (person text, document text, primary key (person, document))'

/**
 * There is one: it hears what happens from whoever did it and tells everybody whom it concerns. Which texts a person
 * sits in is written down here, so that a right that ends is heard there even when everything was asleep.
 */
export class Hub extends DurableObject<Environment> {
  #recent: (Note & { at: number })[] = []

  /** A line for one stream. It begins with what was said while the line was being laid. */
  fetch(request: Request): Response {
    const groupIds = (request.headers.get(groupsHeader) ?? '').split(',')
    const { 0: theirs, 1: ours } = new WebSocketPair()
    this.ctx.acceptWebSocket(ours)
    ours.serializeAttachment(groupIds)
    for (const { signals, revocation } of this.#lately()) this.#tell(ours, groupIds, { signals, revocation })
    return new Response(null, { status: 101, webSocket: theirs })
  }

  publish(signals: Signal[]): void {
    this.#tellAll({ signals })
  }

  /** Resolves when every stream and every text has been told. */
  async revoke(revocation: Revocation): Promise<void> {
    this.#tellAll({ revocation })
    const asked = this.#documentsOf(revocation.personId).map((id) => this.env.TEXTS.getByName(id).revoke(revocation))
    for (const told of await Promise.allSettled(asked))
      if (told.status === 'rejected') printedLog.error('hub.revoke', told.reason)
  }

  /** A person is about to open this text. What was revoked while that was being judged is the answer. */
  seated(document: string, person: string): Revocation[] {
    this.#sql(seats)
    this.#sql('insert or ignore into seats (person, document) values (?, ?)', person, document)
    return this.#lately()
      .map(({ revocation }) => revocation)
      .filter((revocation) => revocation?.personId === person)
      .filter((revocation) => revocation !== undefined)
  }

  /** The last seat of this person in this text is empty. */
  unseated(document: string, person: string): void {
    this.#sql(seats)
    this.#sql('delete from seats where person = ? and document = ?', person, document)
  }

  webSocketClose(socket: WebSocket): void {
    socket.close()
  }

  #documentsOf(person: string): string[] {
    this.#sql(seats)
    return this.#sql<{ document: string }>('select document from seats where person = ?', person).map(
      ({ document }) => document,
    )
  }

  #sql<T>(query: string, ...values: unknown[]): T[] {
    return this.ctx.storage.sql.exec<T>(query, ...values).toArray()
  }

  #lately(): (Note & { at: number })[] {
    const since = Date.now() - lately
    this.#recent = this.#recent.filter(({ at }) => at >= since)
    return this.#recent
  }

  #tellAll(note: Note): void {
    this.#lately().push({ ...note, at: Date.now() })
    for (const socket of this.ctx.getWebSockets()) this.#tell(socket, socket.deserializeAttachment() as string[], note)
  }

  #tell(socket: WebSocket, groupIds: string[], { signals = [], revocation }: Note): void {
    const heard = signals.filter(({ groupId }) => groupIds.includes(groupId))
    if (socket.readyState !== WebSocket.OPEN || (heard.length === 0 && !revocation)) return
    socket.send(JSON.stringify({ signals: heard, revocation }))
  }
}
