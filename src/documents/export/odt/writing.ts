import type { Content } from '../../markup.ts'
import type { Outgoing, OutgoingThread } from '../outgoing.ts'
import { type PictureFile, pictureFiles } from '../pictures.ts'
import { changeOf, nodesOf, threadsAt } from '../reading.ts'
import { escaped } from './xml.ts'

/** What is counted and gathered while one text is written as OpenDocument. */
export class Writing {
  readonly outgoing: Outgoing
  readonly pictures: Map<string, PictureFile>
  /** Every change that is only suggested, for the list at the beginning. */
  readonly regions: string[] = []
  notes = 0
  readonly #threads: Map<string, OutgoingThread>
  readonly #last = new Map<string, Content>()
  readonly #begun = new Set<string>()

  constructor(outgoing: Outgoing) {
    this.outgoing = outgoing
    this.pictures = new Map(pictureFiles(outgoing, 'Pictures').map((file) => [file.id, file]))
    this.#threads = new Map(outgoing.threads.map((thread) => [thread.id, thread]))
    for (const node of nodesOf(outgoing.content)) for (const id of threadsAt(node)) this.#last.set(id, node)
  }

  /** These words with the comments that begin and end at them. */
  remarked(node: Content, xml: string): string {
    const here = threadsAt(node).flatMap((id) => this.#threads.get(id) ?? [])
    const fresh = here.filter(({ id }) => !this.#begun.has(id))
    for (const { id } of fresh) this.#begun.add(id)
    const ended = here.filter(({ id }) => this.#last.get(id) === node)
    return `${fresh.map(annotations).join('')}${xml}${ended.map(({ id }) => end(id)).join('')}`
  }

  /** What is said about the whole text. */
  unplaced = (xml: string): string => {
    const threads = [...this.#threads.values()].filter(({ id }) => !this.#last.has(id))
    return `${threads.map(annotations).join('')}${xml}${threads.map(({ id }) => end(id)).join('')}`
  }

  /** Words that somebody wants in or out, as a tracked change. */
  changed(node: Content, xml: string): string {
    const change = changeOf(node)
    const from = change && this.outgoing.changes[change.by]
    if (!change || !from) return xml
    const id = `c${this.regions.length + 1}`
    const info = `<office:change-info><dc:creator>${escaped(from.author)}</dc:creator><dc:date>${from.at}</dc:date></office:change-info>`
    const gone = change.kind === 'deleted' ? `<text:p>${xml}</text:p>` : ''
    const kind = change.kind === 'deleted' ? 'deletion' : 'insertion'
    this.regions.push(
      `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}>${info}${gone}</text:${kind}></text:changed-region>`,
    )
    if (change.kind === 'deleted') return `<text:change text:change-id="${id}"/>`
    return `<text:change-start text:change-id="${id}"/>${xml}<text:change-end text:change-id="${id}"/>`
  }
}

const named = (id: string, index: number) => `k-${id}${index > 0 ? `-${index}` : ''}`

const annotations = ({ id, resolved, remarks }: OutgoingThread) =>
  remarks
    .map(({ author, at, words }, index) => {
      const answers = index > 0 ? ` loext:parent-name="${named(id, 0)}"` : ''
      const said = words.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`)
      return `<office:annotation office:name="${named(id, index)}" loext:resolved="${resolved}"${answers}><dc:creator>${escaped(author)}</dc:creator><dc:date>${at.replace(/\.\d+Z$/, '')}</dc:date>${said.join('')}</office:annotation>`
    })
    .join('')

const end = (id: string) => `<office:annotation-end office:name="${named(id, 0)}"/>`
