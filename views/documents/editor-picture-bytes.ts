import type { PictureProblem } from './editor-nodes-texts.ts'

const longestSide = 2_000
const largest = 5 * 1024 * 1024
/** A screenshot stays sharp as PNG; what is larger is a photograph. */
const largestDrawing = 1024 * 1024

export interface Shrunk {
  blob: Blob
  /** To be looked at while it is described. */
  canvas: HTMLCanvasElement
}

function drawnSmaller(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context) context.imageSmoothingQuality = 'high'
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

const encoded = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.86))

function isSeeThrough(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

async function packed(file: Blob, canvas: HTMLCanvasElement): Promise<Blob | null> {
  // Written again, a moving picture would stand still.
  if (file.type === 'image/gif' && Math.max(canvas.width, canvas.height) < longestSide) return file
  if (file.type === 'image/jpeg') return encoded(canvas, 'image/jpeg')
  const drawing = await encoded(canvas, 'image/png')
  return drawing && drawing.size > largestDrawing && !isSeeThrough(canvas) ? encoded(canvas, 'image/jpeg') : drawing
}

/** Small enough for a page, and without what a camera writes along: where it was taken, when, with what. */
export async function shrunk(file: Blob): Promise<Shrunk | PictureProblem> {
  if (file.size === 0) return 'nothing_in_it'
  if (!/^image\/(png|jpeg|webp|gif)$/.test(file.type)) return 'not_a_picture'
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return 'broken'
  const canvas = drawnSmaller(bitmap)
  bitmap.close()
  const blob = await packed(file, canvas)
  if (!blob) return 'broken'
  return blob.size > largest ? 'too_large' : { blob, canvas }
}

export type Sent = { id: string; width: number; height: number } | PictureProblem

const problems: Record<number, PictureProblem> = {
  0: 'offline',
  403: 'not_allowed',
  404: 'not_allowed',
  413: 'too_large',
}

function outcome({ status, response }: XMLHttpRequest): Sent {
  if (status === 201 && response) return response
  return problems[status] ?? response?.code ?? 'failed'
}

/** Sends it and tells how much has gone out; no other way of asking tells that. */
export const send = (address: string, blob: Blob, tell: (percent: number) => void): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(Math.floor((100 * loaded) / (total || 1))))
    request.addEventListener('loadend', () => resolve(outcome(request)))
    request.send(blob)
  })
