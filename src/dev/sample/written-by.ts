import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { firstClientId, schema } from '../../documents/content/codec.ts'
import { type Content, field } from '../../documents/markup.ts'
import type { PersonKey } from '../cast.ts'
import type { PaperDraft } from './paper-draft.ts'
import { text } from './written.ts'

/** How somebody left the text. Without a person nobody wrote it here: it was taken over. */
interface Step {
  content: readonly Content[]
  by: PersonKey | null
}

export interface WrittenPaper {
  state: Uint8Array
  /** Whose client ids stand in it. */
  authors: { clientId: number; by: PersonKey }[]
}

/** Who began and who edited last have both written something, even where no version lies between them. */
function beginning({ by, edited, draft, copied }: PaperDraft): Step[] {
  if (copied) return [{ content: copied, by: null }]
  return by === edited.by ? [] : [{ content: draft.slice(0, -1), by }]
}

const stepsOf = (paper: PaperDraft): Step[] => [
  ...(paper.frozen ?? beginning(paper)),
  { content: paper.draft, by: paper.edited.by },
]

/** As editors would have left it: one after the other, each under a client id of their own. */
export function writtenBy(paper: PaperDraft): WrittenPaper {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment(field)
  const authors: WrittenPaper['authors'] = []
  for (const [index, { content, by }] of stepsOf(paper).entries()) {
    doc.clientID = by ? firstClientId + 1 + index : firstClientId
    if (by) authors.push({ clientId: doc.clientID, by })
    const page = schema.nodeFromJSON(text(...content))
    updateYFragment(doc, body, page, { mapping: new Map(), isOMark: new Map() })
  }
  return { state: Y.encodeStateAsUpdate(doc), authors }
}
