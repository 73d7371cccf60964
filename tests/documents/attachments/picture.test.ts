import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import { pictureIn } from '#src/documents/attachments/picture.ts'
import { gif, hugePng, jpeg, movingGif, png, webp } from './pictures.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function taken(bytes: Uint8Array) {
  const judged = pictureIn(bytes)
  if (!judged.ok) throw new Error(judged.code)
  return judged.picture
}

const codeOf = (bytes: Uint8Array) => {
  const judged = pictureIn(bytes)
  return judged.ok ? judged.picture.type : judged.code
}

test('what a picture is says its first bytes', () => {
  expect([png(), jpeg(), webp(), gif()].map(codeOf)).toEqual(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])
  expect([png(30, 20), jpeg(40, 30), webp(20, 10), gif()].map((one) => [taken(one).width, taken(one).height])).toEqual([
    [30, 20],
    [40, 30],
    [20, 10],
    [7, 5],
  ])
})

describe('S-57: what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  test.each<[string, Uint8Array, string]>([
    ['SVG', bytesOf(svg), 'not_a_picture'],
    ['SVG behind a prologue', bytesOf(`<?xml version="1.0"?>${svg}`), 'not_a_picture'],
    ['HTML', bytesOf('<!doctype html><script>alert(1)</script>'), 'not_a_picture'],
    ['HTML that begins nearly like a GIF', bytesOf('GIF90a<script>alert(1)</script>'), 'not_a_picture'],
    ['PDF', bytesOf('%PDF-1.7'), 'not_a_picture'],
    ['a bitmap', bytesOf('BM\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'), 'not_a_picture'],
    ['nothing', new Uint8Array(), 'nothing_in_it'],
    ['half a PNG', png().subarray(0, 12), 'broken'],
    ['a PNG that claims to go on', png().subarray(0, 60), 'broken'],
    ['half a JPEG', jpeg().subarray(0, 60), 'broken'],
    ['half a GIF', gif().subarray(0, 7), 'broken'],
    ['a GIF that claims to go on', movingGif().subarray(0, 60), 'broken'],
    ['half a WebP', webp().subarray(0, 40), 'broken'],
    ['a PNG without extent', hugePng(0, 9), 'broken'],
    ['more than 40 megapixels', hugePng(8_001, 5_000), 'too_many_pixels'],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'too_large'],
  ])('%s is refused', (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('exactly 40 megapixels are taken', () => {
    expect(taken(hugePng(8_000, 5_000)).width).toBe(8_000)
  })

  test('whatever the bytes are, it is a picture or it is said why not', () => {
    for (const whole of [png(), jpeg(), webp(), gif(), movingGif()])
      for (let at = 0; at < whole.length; at++)
        for (const value of [0, 0x41, 0xff]) {
          const changed = whole.slice()
          changed[at] = value
          expect(codeOf(changed)).toEqual(expect.any(String))
        }
  })
})

describe('what a camera writes along goes', () => {
  test('from a photograph: place, person, time, comments, further pictures and what hangs behind its end', () => {
    const { bytes } = taken(jpeg(40, 30, 1, '<script>alert(1)</script>'))
    const left = latin(bytes)
    for (const word of ['GPS', 'Exif', 'xmpmeta', 'Photoshop', 'Swantje', 'MPF', 'script'])
      expect(left).not.toContain(word)
    expect(left).toContain('ICC_PROFILE')
    expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9])
    // Both of its scans, with what is escaped in them.
    expect(left).toContain('\x01\x02\xff\x00\x03\xff\xd1\x04\xff\xda')
  })

  test('how it was held stays, and on its side it is as high as it is wide', () => {
    const { width, height, bytes } = taken(jpeg(40, 30, 6))
    expect([width, height]).toEqual([30, 40])
    expect(imageSize(bytes)).toMatchObject({ width: 40, height: 30, orientation: 6 })
    expect(latin(bytes)).not.toContain('GPS')
    expect(taken(bytes).bytes).toEqual(bytes)
  })

  test('from PNG and WebP, and they are still what they were', () => {
    const drawn = taken(png(3, 2, { tEXt: 'Author\0Swantje', eXIf: 'MM GPS', iTXt: 'x', gAMA: '\0\0\0\x01' }))
    expect(latin(drawn.bytes)).not.toMatch(/Swantje|GPS|iTXt/)
    expect(latin(drawn.bytes)).toContain('gAMA')
    expect(imageSize(drawn.bytes)).toMatchObject({ width: 3, height: 2 })
    const small = taken(webp())
    expect(latin(small.bytes)).not.toMatch(/Swantje|GPS|EXIF/)
    expect(imageSize(small.bytes)).toMatchObject({ width: 20, height: 10 })
    expect(taken(small.bytes).bytes).toEqual(small.bytes)
  })

  test('from a GIF, which moves as it did', () => {
    const { bytes, width, height } = taken(movingGif('<script>alert(1)</script>'))
    expect(latin(bytes)).not.toMatch(/Swantje|Tannrode|XMP|nobody sees|script/)
    expect(latin(bytes)).toContain('NETSCAPE2.0')
    expect([width, height]).toEqual([7, 5])
    // Its colours, how long a frame is shown, both frames with what looks like an end in them, and the end.
    expect(latin(bytes)).toContain('\x01\x02\x03\x04\x05\x06!')
    expect(latin(bytes)).toContain('!\xf9\x04\x00\x0a\x00\x00\x00,')
    expect(latin(bytes)).toContain('\x02\x03\x3b\x21\xfe\x00,')
    expect(latin(bytes).endsWith('\x09\x09\x09\x08\x08\x08\x02\x02D\x01\x00;')).toBe(true)
    expect(taken(bytes).bytes).toEqual(bytes)
  })
})
