import * as Y from 'yjs'

/** Letters that were written here, and where they stood among those that the other side knew. */
interface Run {
  at: number
  words: string
}

export interface Swept {
  inNote: boolean
  /** What the other side knew of the same run of words. */
  known: string
  /** It knew nothing at all of what stands in the same paragraph or footnote. */
  isFirst: boolean
  runs: Run[]
}

type DeleteSet = Y.Transaction['deleteSet']

export const isNote = (part: unknown) => part instanceof Y.XmlElement && part.nodeName === 'footnote'

export const isWords = (item: unknown): item is Y.Item & { content: Y.ContentString; parent: Y.XmlText } =>
  item instanceof Y.Item && item.content instanceof Y.ContentString && item.parent instanceof Y.XmlText

export const isNew = ({ id }: Y.Item, { beforeState }: Y.Transaction) => id.clock >= (beforeState.get(id.client) ?? 0)

/** Pieces of own words that went because what they stand in went. */
export function textsSwept(transaction: Y.Transaction, own: number): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
    if (isWords(item) && item.id.client === own && item.parent._item?.deleted) texts.add(item.parent)
  })
  return texts
}

/** Whether the other side knew of something in the paragraph of these words. */
function knewOfOthers(text: Y.XmlText, meant: DeleteSet): boolean {
  const parent = text.parent as Y.XmlElement
  for (let item = parent._start; item; item = item.right)
    if (item !== text._item && Y.isDeleted(meant, item.id)) return true
  return false
}

/** What stood in it until now: what the other side knew, and between it what was written here meanwhile. */
export function sweptIn(text: Y.XmlText, transaction: Y.Transaction, meant: DeleteSet, own: number): Swept {
  const swept: Swept = { inNote: isNote(text.parent), known: '', isFirst: !knewOfOthers(text, meant), runs: [] }
  for (let item = text._start; item; item = item.right) {
    if (!isWords(item) || isNew(item, transaction) || !Y.isDeleted(transaction.deleteSet, item.id)) continue
    const { str } = item.content
    if (Y.isDeleted(meant, item.id)) swept.known += str
    else if (item.id.client === own) swept.runs.push({ at: swept.known.length, words: str })
  }
  return swept
}
