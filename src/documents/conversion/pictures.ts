import type { Findings } from './findings.ts'

const written = /^data:image\/[a-z+]+;base64,([a-z0-9+/=\s]+)$/i

/** The bytes of a picture that is written down in the address itself. Whatever stands elsewhere is not fetched. */
function bytesIn(src: string): Uint8Array | undefined {
  const base64 = written.exec(src)?.[1]
  if (!base64) return undefined
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
  } catch {
    // Not what it says: counted as lost by whoever asks.
    return undefined
  }
}

/** Pictures that came with the file are kept; of others one knows how many there were. */
export function keepPictures(document: Document, findings: Findings) {
  const known = new Set(findings.pictures.map(({ id }) => id))
  for (const image of document.querySelectorAll('img')) {
    if (known.has(image.getAttribute('data-attachment') ?? '')) continue
    const html = findings.picture(bytesIn(image.getAttribute('src') ?? ''), image.getAttribute('alt') ?? '')
    const frame = document.createElement('div')
    frame.innerHTML = html
    image.replaceWith(...frame.childNodes)
  }
  for (const svg of document.querySelectorAll('svg, canvas, video, audio')) {
    findings.count('picturesLost')
    svg.remove()
  }
}
