import type { Ports } from '../../ports.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import { keptContent } from './contents.ts'
import { findPoint } from './points.ts'
import { numberedSnapshot } from './snapshots.ts'

/** How a version is called in an address: the draft as it is, a frozen one (`v3`), or the id of a point. */
export type VersionRef = string

export const draftRef: VersionRef = 'now'
export const frozenRef = (number: number, suffix = ''): VersionRef => `v${number}${suffix}`

/** What the draft says, or said at some time. */
export interface Version {
  ref: VersionRef
  kind: 'draft' | 'frozen' | 'point'
  /** Of a frozen one. */
  number: number | null
  /** "a" for a frozen one in which something was put right. */
  suffix: string
  /** That people gave to a point. */
  name: string
  title: string
  content: Content
  /** Since when it was so; nothing for the draft. */
  reachedAt: Date | null
  /** The shared state, as far as there is one: it knows whose words are whose. */
  state: Uint8Array | null
}

const frozen = /^v([1-9][0-9]{0,5})([a-z]?)$/

export async function findVersion(
  ports: Pick<Ports, 'db' | 'rooms'>,
  paper: Paper,
  ref: VersionRef,
): Promise<Version | null> {
  if (ref === draftRef) return draftOf(ports, paper)
  const [, number, suffix = ''] = frozen.exec(ref) ?? []
  return number ? frozenOf(ports, paper, Number(number), suffix) : pointOf(ports, paper, ref)
}

async function draftOf(ports: Pick<Ports, 'db' | 'rooms'>, paper: Paper): Promise<Version> {
  const { content, state } = await readDraft(ports, paper)
  const of = { number: null, suffix: '', name: '', title: paper.title, reachedAt: null }
  return { ref: draftRef, kind: 'draft', ...of, content, state }
}

async function frozenOf(
  { db }: Pick<Ports, 'db'>,
  paper: Paper,
  number: number,
  suffix: string,
): Promise<Version | null> {
  const snapshot = await numberedSnapshot(db, paper.id, number, suffix)
  if (!snapshot) return null
  const { title, createdAt: reachedAt } = snapshot
  const content = snapshot.content as Content
  const ref = frozenRef(number, suffix)
  return { ref, kind: 'frozen', number, suffix, name: '', title, content, reachedAt, state: null }
}

const isId = (ref: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref)

async function pointOf({ db }: Pick<Ports, 'db'>, paper: Paper, ref: VersionRef): Promise<Version | null> {
  const point = isId(ref) ? await findPoint(db, paper.id, ref) : null
  const content = point && (await keptContent(db, paper.id, point.checksum))
  if (!point || !content) return null
  const { name, title, reachedAt } = point
  return { ref, kind: 'point', number: null, suffix: '', name, title, content, reachedAt, state: null }
}
