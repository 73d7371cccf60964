import type { Context } from 'hono'
import type { Database } from './db/database.ts'

/** "Look again at X": carries no content, so it can never show anything to the wrong person. */
export interface Signal {
  /** Sequence number of the event behind it; null when it is so small a thing that none was recorded. */
  id: number | null
  groupId: string
  /** `noun-id` or plural `nouns`, as in `referral-42` and `referrals`. */
  name: string
}

export interface Bus {
  publish(signals: Signal[]): Promise<void>
  /** Ends when `until` aborts. Signals of other groups never pass. */
  subscribe(groupIds: string[], until: AbortSignal): AsyncIterable<Signal>
  /** Tells every process that this person's rights in this group have changed: their sockets and streams end. */
  revoke(revocation: Revocation): Promise<void>
  onRevocation(listener: (revocation: Revocation) => void): () => void
  /** For a while this process was cut off and may have missed a revocation: everybody has to be judged anew. */
  onMissed(listener: () => void): () => void
}

/** `final` = removed or signed out; otherwise the role changed and the client comes back to be judged anew. */
export interface Revocation {
  personId: string
  /** Without a group: everywhere. */
  groupId?: string
  /** Only what hangs on this session (hashed id), for a sign-out. */
  sessionId?: string
  final: boolean
}

export interface Seat {
  documentId: string
  groupId: string
  personId: string
  personName: string
  sessionId: string
  access: 'read' | 'write'
}

/** A change that the server itself brings into a text, in the name of a person. */
export interface Contribution extends Pick<Seat, 'documentId' | 'groupId' | 'personId' | 'personName'> {
  /** Whatever client ids are new in it belong to that person from then on. */
  update: Uint8Array
}

export type Contributed = 'stored' | 'refused'

export interface Rooms {
  /** Upgrades the request to a socket that takes part in this document. The caller has judged the right to do so. */
  join(c: Context, seat: Seat): Promise<Response>
  /** Writes what everybody has typed so far; resolves when it is stored. */
  settle(documentId: string): Promise<void>
  /** As one more seat: judged, stored, then shown to everybody. Fails while it cannot be stored, and may be repeated. */
  contribute(contribution: Contribution): Promise<Contributed>
  /** These rows of the log were stored beside the rooms: whoever has the text open gets them. */
  adopt(documentId: string, seqs: number[]): Promise<void>
  /** False while something that was typed cannot be stored. */
  healthy(): boolean
}

export interface MailMessage {
  to: string
  subject: string
  text: string
  html: string
  /** What has the same one is the same mail, should it arrive twice. */
  id?: string
  /** For the calendar of whoever gets it. */
  ical?: { method: 'REQUEST' | 'CANCEL'; file: string }
}

/** There is no such mailbox: trying again would not help. */
export class Undeliverable extends Error {}

export interface SentMail extends MailMessage {
  sentAt: Date
}

export interface Mail {
  send(message: MailMessage): Promise<void>
  /** The address that mails come from, where there is one. */
  from?: string
  /** Nothing is ever sent: links are handed over by people, and pages say so. */
  none?: true
  /** Where mail stays in the house, as in the demo: what was sent, newest first. */
  kept?: () => readonly SentMail[]
}

export interface Log {
  info(event: string, facts?: Record<string, string | number | boolean>): void
  error(event: string, error: unknown, facts?: Record<string, string | number | boolean>): void
}

/** Everything that a platform must provide. */
export interface Ports {
  db: Database
  bus: Bus
  rooms: Rooms
  mail: Mail
  log: Log
  /** Work that goes on after the answer has been sent. */
  defer(work: Promise<unknown>): void
}

/** Read once at the entry and handed in. */
export interface Settings {
  /** Without a trailing slash; every absolute link starts with it. */
  publicUrl: string
  /** Origins that may send changes and open sockets. */
  origins: string[]
  /** How many proxies in front may be believed when they name the client's address. */
  trustedProxies: number
  mode: 'demo' | 'production' | 'test'
  /** Who runs this server and answers for it, as the imprint says it. */
  operator?: string | undefined
}
