import { cleanText } from '../../../web/clean.ts'
import type { Archive } from '../archive.ts'
import type { SaidRemark } from '../converted.ts'
import { escaped, type Findings } from '../findings.ts'
import type { NamedThread } from '../html.ts'
import { milestone } from '../milestones.ts'
import { allOf, attr, childOf, childrenOf } from '../parts.ts'
import type { Styles } from './styles.ts'

/** What is known and gathered while one file is read. */
export class Reading {
  readonly archive: Archive
  readonly styles: Styles
  readonly findings: Findings
  readonly #threads = new Map<string, NamedThread>()
  readonly #counted = new Map<string, number>()

  constructor(archive: Archive, styles: Styles, findings: Findings) {
    this.archive = archive
    this.styles = styles
    this.findings = findings
  }

  threads = (): NamedThread[] => [...this.#threads.values()]

  /** A comment at its place; one that answers another goes to that. */
  annotation(element: Element): string {
    const remark = remarkIn(element)
    const name = attr(element, 'office:name') ?? `#${this.#threads.size}`
    const answered = this.#threads.get(attr(element, 'loext:parent-name') ?? '')
    if (remark.words === '') return ''
    if (answered) {
      answered.remarks.push(remark)
      return ''
    }
    this.#threads.set(name, { name, resolved: attr(element, 'loext:resolved') === 'true', remarks: [remark] })
    return escaped(milestone('from', name))
  }

  annotationEnd(element: Element): string {
    const name = attr(element, 'office:name') ?? ''
    return this.#threads.has(name) ? escaped(milestone('to', name)) : ''
  }

  /** Where a list goes on counting that was begun before. */
  counted(name: string | undefined, items: number): number {
    const before = this.#counted.get(name ?? '') ?? 0
    this.#counted.set(name ?? '', before + items)
    return before
  }

  begin(name: string | undefined, at: number) {
    this.#counted.set(name ?? '', at)
  }

  frame(frame: Element): string {
    const alt = ['svg:desc', 'svg:title'].map((tag) => childOf(frame, tag)?.textContent?.trim()).find(Boolean) ?? ''
    const images = childrenOf(frame, 'draw:image')
    const [image] = images
    const object = childOf(frame, 'draw:object') ?? childOf(frame, 'draw:object-ole')
    if (object) this.findings.count(childOf(object, 'math:math') ? 'formulas' : 'drawings')
    if (!image || object) return ''
    return this.findings.picture(this.#bytesOf(image), alt)
  }

  #bytesOf(image: Element): Uint8Array | undefined {
    const inside = childOf(image, 'office:binary-data')?.textContent
    if (inside) return Uint8Array.from(atob(inside.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
    return this.archive.parts.get((attr(image, 'xlink:href') ?? '').replace(/^\.\//, ''))
  }
}

function remarkIn(annotation: Element): SaidRemark {
  const said = (tag: string) => cleanText(childOf(annotation, tag)?.textContent ?? '').trim()
  const at = said('dc:date')
  const words = [...allOf(annotation, 'text:p')].map((paragraph) => paragraph.textContent ?? '').join('\n')
  return {
    author: said('dc:creator').slice(0, 200),
    at: Number.isNaN(Date.parse(at)) ? null : new Date(at).toISOString(),
    words: cleanText(words).trim(),
  }
}
