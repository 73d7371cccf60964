import type { Editor } from '@tiptap/core'
import type { NodeKit } from './editor-nodes.ts'
import { send, shrunk } from './editor-picture-bytes.ts'
import { say } from './editor-saying.ts'

/** Its bytes, where they came along or lie with us; of other servers nothing is asked. */
async function bytesOf(image: Element): Promise<Blob | null> {
  const src = image.getAttribute('src') ?? ''
  if (image.hasAttribute('data-attachment')) {
    const address = image.getAttribute('data-from') ?? ''
    const answer = /^\/groups\/[a-z0-9-]+\/attachments\/[0-9a-f-]{36}$/.test(address) && (await fetch(address))
    return answer !== false && answer.ok ? answer.blob() : null
  }
  const [, type = '', base64 = ''] = /^data:(image\/[a-z]+);base64,([a-z0-9+/=\s]+)$/i.exec(src) ?? []
  return base64
    ? new Blob([Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))], { type })
    : null
}

async function take(image: Element, { page }: NodeKit): Promise<boolean> {
  const bytes = await bytesOf(image).catch(() => null)
  const small = bytes && (await shrunk(bytes))
  const sent =
    small && typeof small !== 'string' && (await send(page.dataset.attachments ?? '', small.blob, () => undefined))
  if (!sent || typeof sent === 'string') return false
  const { id, width, height } = sent
  const facts = { 'data-attachment': id, 'data-document': page.dataset.document, width, height }
  for (const [name, value] of Object.entries(facts)) image.setAttribute(name, String(value))
  return true
}

/** Sends the pictures that came along with what was copied, and pastes it with them. */
export async function pasteWithPictures(editor: Editor, kit: NodeKit, html: string): Promise<void> {
  const { page, t } = kit
  say(page, t.fetching)
  const document = new DOMParser().parseFromString(html, 'text/html')
  const images = [...document.querySelectorAll('img')].filter(
    (image) => image.getAttribute('data-document') !== page.dataset.document,
  )
  const taken = navigator.onLine ? await Promise.all(images.map((image) => take(image, kit))) : []
  if (editor.isDestroyed || !editor.isEditable) return
  editor.view.pasteHTML(document.body.innerHTML)
  const lost = images.length - taken.filter(Boolean).length
  const words = (t.pasted[lost - 1] ?? t.pasted.at(-1) ?? '').replace('{n}', String(lost))
  say(page, lost > 0 ? `${words} ${navigator.onLine ? t.pastedHow : t.refused.offline}` : '')
}
