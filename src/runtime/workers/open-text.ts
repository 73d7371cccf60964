import { DurableObject, type ObjectState } from 'cloudflare:workers'
import { contribute } from '../../documents/editing/contributing.ts'
import { readPresence, writePresence } from '../../documents/editing/elsewhere.ts'
import type { Room } from '../../documents/editing/room.ts'
import type { OpenSeat } from '../../documents/editing/seat.ts'
import type { Contributed, Contribution, Revocation, Seat } from '../../ports.ts'
import { codeFor, concerns, judgeAnew } from '../co-editing/revoked.ts'
import { type Environment, hubOf } from './environment.ts'
import { end, keep, placeOf, seatAt } from './place.ts'
import { printedLog } from './printed-log.ts'
import { createEngine } from './text-engine.ts'
import { readTicket, type Ticket } from './ticket.ts'

const notBinary = 1003
const tooLarge = 1009
const restarting = 1012

/** The largest change that is taken, and what the protocol puts around it. */
const maxMessage = 1024 * 1024 + 64
const socketsPerPerson = 40

/**
 * One text that is open. Sockets stay while the object itself sleeps or is moved to another machine; what it has to know
 * of them it finds in their places. What has been acknowledged is in PostgreSQL, or on the shelf on its way there.
 */
export class OpenText extends DurableObject<Environment> {
  readonly #engine: ReturnType<typeof createEngine>
  readonly #seats = new Map<CloudflareSocket, OpenSeat>()
  #waking: Promise<Room | undefined> | undefined

  constructor(ctx: ObjectState, env: Environment) {
    super(ctx, env)
    this.#engine = createEngine(env, ctx.storage, (bytes) => this.#keepPresence(bytes))
  }

  /** Only the app gets here, after it has judged who may. */
  async fetch(request: Request): Promise<Response> {
    const ticket = readTicket(request)
    const { documentId, personId } = ticket.seat
    if (this.#socketsOf(personId).length >= socketsPerPerson) return new Response(null, { status: 429 })
    const revoked = await hubOf(this.env).seated(documentId, personId)
    const room = await this.#open(documentId)
    if (!room) return new Response(null, { status: 503 })
    const { 0: theirs, 1: ours } = new WebSocketPair()
    this.ctx.acceptWebSocket(ours)
    const stillMay = !revoked.some((revocation) => concerns(revocation, ticket.seat))
    this.#seat(ours, ticket, room, stillMay)
    return new Response(null, { status: 101, webSocket: theirs })
  }

  async webSocketMessage(socket: CloudflareSocket, data: ArrayBuffer | string): Promise<void> {
    const room = await this.#awake(socket)
    const seat = this.#seats.get(socket)
    if (!room || !seat || placeOf(socket).ended) return
    if (typeof data === 'string') room.close(seat, notBinary)
    else if (data.byteLength > maxMessage) room.close(seat, tooLarge)
    else room.receive(seat, new Uint8Array(data))
    keep(socket, seat)
    await this.#engine.committer.idle()
    keep(socket, seat)
  }

  async webSocketClose(socket: CloudflareSocket): Promise<void> {
    const room = await this.#awake(socket)
    const seat = this.#seats.get(socket)
    this.#seats.delete(socket)
    if (room && seat) {
      this.#engine.rooms.leave(room, seat)
      room.forgetElsewhere(asleep(seat))
    }
    const { documentId, personId } = placeOf(socket).seat
    const others = this.#socketsOf(personId).filter((other) => other !== socket)
    if (others.length === 0) await hubOf(this.env).unseated(documentId, personId)
  }

  async webSocketError(socket: CloudflareSocket): Promise<void> {
    await this.webSocketClose(socket)
  }

  /** What lies on the shelf is tried again, whether anybody is here or not. */
  async alarm(): Promise<void> {
    await this.#engine.shelf.empty()
  }

  /** True when everything that was received until now is in the database. */
  async settle(documentId: string): Promise<boolean> {
    await this.#engine.rooms.find(documentId)?.settle()
    return this.#engine.shelf.empty()
  }

  async contribute(contribution: Contribution): Promise<Contributed> {
    if (!(await this.#open(contribution.documentId))) throw new Error('the text cannot be read now')
    return contribute(this.#engine.rooms, contribution)
  }

  /** Something was stored beside this object, which is read if anybody is here. */
  async adopt(documentId: string): Promise<void> {
    const { rooms } = this.#engine
    const isNeeded = rooms.find(documentId) !== undefined || this.ctx.getWebSockets().length > 0
    const room = isNeeded ? await this.#open(documentId) : undefined
    if (room) await rooms.catchUp(room)
  }

  /** Also while everything sleeps: only the sockets are needed. */
  revoke(revocation: Revocation): void {
    for (const socket of this.#socketsOf(revocation.personId))
      if (concerns(revocation, placeOf(socket).seat)) this.#sendOff(socket, codeFor(revocation))
  }

  #sendOff(socket: CloudflareSocket, code: number): void {
    const seat = this.#seats.get(socket)
    if (seat) this.#engine.rooms.find(seat.documentId)?.leave(seat)
    end(socket, code)
  }

  #seat(socket: CloudflareSocket, { seat, wantsSaved }: Ticket, room: Room, stillMay: boolean): void {
    socket.serializeAttachment({ seat, wantsSaved, received: 0, stored: 0 })
    if (stillMay) this.#enter(socket, room)
    else end(socket, judgeAnew)
  }

  #enter(socket: CloudflareSocket, room: Room): void {
    const open = seatAt(socket)
    this.#seats.set(socket, open)
    this.#engine.rooms.enter(room, open)
    keep(socket, open)
  }

  #socketsOf(personId: string): CloudflareSocket[] {
    return this.ctx
      .getWebSockets()
      .filter((socket) => socket.readyState === WebSocket.OPEN && placeOf(socket).seat.personId === personId)
  }

  /** The room with everybody in it who was in it before. Undefined when the text cannot be read: they come back later. */
  async #open(documentId: string): Promise<Room | undefined> {
    const known = this.#engine.rooms.find(documentId)
    if (known) return known
    this.#waking ??= this.#wake(documentId).finally(() => {
      this.#waking = undefined
    })
    return this.#waking
  }

  #awake(socket: CloudflareSocket): Promise<Room | undefined> {
    return this.#open(placeOf(socket).seat.documentId)
  }

  async #wake(documentId: string): Promise<Room | undefined> {
    const { rooms } = this.#engine
    const isReady = await rooms.prepare(documentId).then(
      () => true,
      (error) => printedLog.error('documents.unread', error, { documentId }),
    )
    const room = isReady && rooms.find(documentId)
    if (!room) return this.#sendAllAway()
    for (const socket of this.ctx.getWebSockets()) this.#resume(socket, room)
    for (const [socket, seat] of this.#seats) remindOf(socket, seat, room)
    return room
  }

  #sendAllAway(): undefined {
    for (const socket of this.ctx.getWebSockets()) if (!placeOf(socket).ended) this.#sendOff(socket, restarting)
  }

  /** What was received but not stored when everything stopped is lost here; its client still has it and brings it again. */
  #resume(socket: CloudflareSocket, room: Room): void {
    const { ended, received, stored } = placeOf(socket)
    if (ended) return
    if (received === stored) this.#bringBack(socket, room)
    else end(socket, restarting)
  }

  #bringBack(socket: CloudflareSocket, room: Room): void {
    const seat = seatAt(socket)
    this.#seats.set(socket, seat)
    room.resume(seat)
  }

  /** Each person's own news goes into their place, so that its count never runs backwards. */
  #keepPresence(bytes: Uint8Array): void {
    const news = new Map(readPresence(bytes))
    for (const [socket, seat] of this.#seats) {
      const told = seat.clientId === undefined ? undefined : news.get(seat.clientId)
      if (told && seat.clientId !== undefined) keep(socket, seat, { presence: writePresence([[seat.clientId, told]]) })
    }
  }
}

/** To the others somebody who has not spoken since is heard from before. */
const asleep = ({ personId, clientId }: Pick<OpenSeat, 'clientId'> & Seat) => `${personId} ${clientId}`

function remindOf(socket: CloudflareSocket, seat: OpenSeat, room: Room): void {
  const { presence } = placeOf(socket)
  if (presence) room.hearElsewhere(asleep(seat), presence)
}
