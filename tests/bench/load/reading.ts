/** Reads what lib0 has written, in place and without making anything. */
export class Reading {
  bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  number(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  skipString(): void {
    const length = this.number()
    this.at += length
  }

  /** Letters of a text, counted as JavaScript does; ours are all plain. */
  letters(): number {
    const length = this.number()
    this.at += length
    return length
  }

  slice(): Uint8Array {
    const length = this.number()
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}

const gone = 0
const deleted = 1
const letters = 4
const format = 6
const type = 7
const skipped = 10
const namedTypes = [3, 5]

/** Length of what a struct carries; only what our own writers send needs to be known. */
function lengthOf(reading: Reading, kind: number): number {
  if (kind === gone || kind === deleted || kind === skipped) return reading.number()
  if (kind === letters) return reading.letters()
  if (kind === format) {
    reading.skipString()
    reading.skipString()
    return 1
  }
  if (kind !== type) throw new Error(`content ${kind} was never sent`)
  if (namedTypes.includes(reading.number())) reading.skipString()
  return 1
}

function skipId(reading: Reading): void {
  reading.number()
  reading.number()
}

function skipPlace(reading: Reading, info: number): void {
  if (info & 0x80) skipId(reading)
  if (info & 0x40) skipId(reading)
  if (info & 0xc0) return
  if (reading.number() === 1) reading.skipString()
  else skipId(reading)
  if (info & 0x20) reading.skipString()
}

/** Tells which clocks of which clients an update brings words for, be it one keystroke or many merged ones. */
export function structsOf(update: Uint8Array, tell: (client: number, clock: number, length: number) => void): void {
  const reading = new Reading(update)
  for (let clients = reading.number(); clients > 0; clients--) {
    const structs = reading.number()
    const client = reading.number()
    let clock = reading.number()
    for (let i = 0; i < structs; i++) {
      const info = reading.bytes[reading.at++] ?? 0
      const kind = info & 31
      if (kind !== gone && kind !== skipped) skipPlace(reading, info)
      const length = lengthOf(reading, kind)
      if (kind === letters) tell(client, clock, length)
      clock += length
    }
  }
}
