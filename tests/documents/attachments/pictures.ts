import { crc32, deflateSync } from 'node:zlib'

const number = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const latin = (text: string) => Buffer.from(text, 'latin1')

const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts))

const chunk = (name: string, data: Uint8Array) => {
  const named = Buffer.concat([latin(name), data])
  return Buffer.concat([number(data.length), named, number(crc32(named))])
}

/** A real picture in one colour, with further chunks in front of its pixels if wished. */
export const png = (width = 3, height = 2, more: Record<string, string> = {}): Uint8Array<ArrayBuffer> =>
  joined(
    latin('\x89PNG\r\n\x1A\n'),
    chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 0, 0, 0, 0])])),
    ...Object.entries(more).map(([name, text]) => chunk(name, latin(text))),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 0))),
    chunk('IEND', Buffer.alloc(0)),
  )

/** Says only how large it is; enough for whoever does not look at its pixels. */
export const hugePng = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  joined(
    latin('\x89PNG\r\n\x1A\n'),
    chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('IEND', Buffer.alloc(0)),
  )

const segment = (code: number, data: Uint8Array) =>
  Buffer.concat([Buffer.from([0xff, code, (data.length + 2) >> 8, (data.length + 2) & 255]), data])

/** As a camera writes it that knows how it was held, and where. */
const exif = (orientation: number) =>
  Buffer.concat([
    latin('Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'),
    Buffer.from([orientation, 0, 0, 0, 0, 0, 0]),
    latin('GPS 52.5 13.4'),
  ])

const frame = (width: number, height: number) =>
  Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])

const scan = Buffer.from([1, 1, 0, 0, 63, 0])

/** The shape of a photograph; its pixels are none, with what may stand between them. */
export const jpeg = (width = 40, height = 30, orientation = 1, behind = ''): Uint8Array<ArrayBuffer> =>
  joined(
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    segment(0xe1, exif(orientation)),
    segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Swantje</x:xmpmeta>')),
    segment(0xed, latin('Photoshop 3.0\0Tannrode')),
    segment(0xe2, latin('ICC_PROFILE\0\x01\x01colours')),
    segment(0xe2, latin('MPF\0further pictures')),
    segment(0xfe, latin('taken by Swantje')),
    segment(0xc0, frame(width, height)),
    segment(0xda, scan),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd1, 4]),
    segment(0xda, scan),
    Buffer.from([5, 6]),
    Buffer.from([0xff, 0xd9]),
    latin(behind),
  )

const little = (value: number) => Buffer.from(new Uint32Array([value]).buffer)

const riff = (name: string, data: Uint8Array) =>
  Buffer.concat([latin(name), little(data.length), data, Buffer.alloc(data.length % 2)])

/** With the place of a camera in it. */
export function webp(width = 20, height = 10): Uint8Array<ArrayBuffer> {
  const size = Buffer.from([0b1100, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0])
  const parts = Buffer.concat([
    riff('VP8X', size),
    riff('VP8L', Buffer.from([0x2f, 1, 2, 3, 4])),
    riff('EXIF', latin('GPS 52.5')),
    riff('XMP ', latin('<x>Swantje</x>')),
  ])
  return joined(latin('RIFF'), little(parts.length + 4), latin('WEBP'), parts)
}

export const gif = (): Uint8Array<ArrayBuffer> =>
  joined(latin('GIF89a'), Buffer.from([7, 0, 5, 0, 0, 0, 0]), latin(';'))

const pieces = (...data: Uint8Array[]) =>
  Buffer.concat([...data.flatMap((one) => [Buffer.from([one.length]), one]), Buffer.from([0])])

const extension = (kind: number, ...data: Uint8Array[]) => Buffer.concat([Buffer.from([0x21, kind]), pieces(...data)])

/** Two frames, one with colours of its own, and all that programs write along. */
export const movingGif = (behind = ''): Uint8Array<ArrayBuffer> =>
  joined(
    latin('GIF89a'),
    Buffer.from([7, 0, 5, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6]),
    extension(0xff, latin('NETSCAPE2.0'), Buffer.from([1, 0, 0])),
    extension(0xff, latin('XMP DataXMP'), latin('<x>Swantje</x>')),
    extension(0xfe, latin('taken by Swantje'), latin('in Tannrode')),
    extension(0xf9, Buffer.from([0, 10, 0, 0])),
    Buffer.from([0x2c, 0, 0, 0, 0, 7, 0, 5, 0, 0, 2]),
    pieces(Buffer.from([0x3b, 0x21, 0xfe])),
    extension(0x01, latin('words that nobody sees')),
    Buffer.from([0x2c, 0, 0, 0, 0, 7, 0, 5, 0, 0x80, 9, 9, 9, 8, 8, 8, 2]),
    pieces(Buffer.from([0x44, 0x01])),
    latin(`;${behind}`),
  )
