import { cleanText } from '../../../web/clean.ts'
import type { Archive } from '../archive.ts'
import type { SaidRemark } from '../converted.ts'
import type { NamedThread } from '../html.ts'
import { allOf, attr, childrenOf, rootOf, textOfPart } from '../parts.ts'

interface Written {
  id: string
  /** Word names a comment by its last paragraph where it tells what answers what. */
  paragraph: string | undefined
  remark: SaidRemark
}

const wordsOf = (paragraph: Element) => [...allOf(paragraph, 'w:t')].map((text) => text.textContent ?? '').join('')

const instant = (written: string | undefined) =>
  written && !Number.isNaN(Date.parse(written)) ? new Date(written).toISOString() : null

function written(comment: Element): Written {
  const paragraphs = childrenOf(comment, 'w:p')
  const last = paragraphs.at(-1)
  const words = paragraphs.map(wordsOf).join('\n')
  const author = cleanText(attr(comment, 'w:author') ?? '').trim()
  return {
    id: attr(comment, 'w:id') ?? '',
    paragraph: last && attr(last, 'w14:paraId'),
    remark: { author: author.slice(0, 200), at: instant(attr(comment, 'w:date')), words: cleanText(words).trim() },
  }
}

/** Which comment answers which, and which are settled; older files do not tell. */
function extended(archive: Archive) {
  const root = rootOf(textOfPart(archive, 'word/commentsExtended.xml'))
  return new Map(
    childrenOf(root, 'w15:commentEx').map((entry) => [
      attr(entry, 'w15:paraId'),
      { parent: attr(entry, 'w15:paraIdParent'), done: attr(entry, 'w15:done') === '1' },
    ]),
  )
}

/** The comments of a file from Word, answers with what they answer. */
export function threadsOf(archive: Archive): NamedThread[] {
  const comments = childrenOf(rootOf(textOfPart(archive, 'word/comments.xml')), 'w:comment').map(written)
  const links = extended(archive)
  const threads = new Map<string | undefined, NamedThread>()
  for (const { id, paragraph, remark } of comments) {
    if (remark.words === '') continue
    const link = links.get(paragraph)
    const answered = link?.parent ? threads.get(link.parent) : undefined
    if (answered) answered.remarks.push(remark)
    else threads.set(paragraph ?? `#${id}`, { name: id, resolved: link?.done ?? false, remarks: [remark] })
  }
  return [...threads.values()]
}
