import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

/** Everybody types in a copy of their own, under a client id of their own, and hands over what the others lack. */
export class Typist {
  readonly doc = new Y.Doc()

  constructor(clientId: number) {
    this.doc.clientID = clientId
  }

  get body(): Y.XmlFragment {
    return this.doc.getXmlFragment(field)
  }

  take(state: Uint8Array): this {
    Y.applyUpdate(this.doc, state)
    return this
  }

  paragraph(words: string, name = 'paragraph'): this {
    const paragraph = new Y.XmlElement(name)
    paragraph.insert(0, [new Y.XmlText(words)])
    this.body.push([paragraph])
    return this
  }

  /** Types into the paragraph with this number. */
  type(paragraph: number, at: number, words: string): this {
    this.textOf(paragraph).insert(at, words)
    return this
  }

  textOf(paragraph: number): Y.XmlText {
    return (this.body.get(paragraph) as Y.XmlElement).get(0) as Y.XmlText
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }
}
