import * as decoding from 'lib0/decoding'
import { malformed, Refusal } from './refusal.ts'
import { kinds, type Range, type Section, Struct, types, type Update } from './struct.ts'
import { measureText } from './utf8.ts'

/** No text comes near it, and sums of clocks stay far from where numbers lose their precision. */
const maxClock = 2 ** 31

/** The decoder also lets numbers pass that are larger than any that can be stored or counted with, and such that are none. */
function readNumber(decoder: decoding.Decoder): number {
  const number = decoding.readVarUint(decoder)
  if (!Number.isSafeInteger(number)) throw new Refusal(malformed, 'number')
  return number
}

/**
 * Takes an update in the first encoding apart, without integrating it and without believing any number in it: it is
 * read as far as there are bytes. What is written in the second encoding ends where it should not.
 */
export const readUpdate = (bytes: Uint8Array): Update => read(bytes, true)

/** Only what is where in the bytes, without keeping the runs. */
export const skimUpdate = (bytes: Uint8Array): Update => read(bytes, false)

function read(bytes: Uint8Array, keeps: boolean): Update {
  const decoder = decoding.createDecoder(bytes)
  const sections: Section[] = []
  for (let left = readNumber(decoder); left > 0; left--) sections.push(readSection(decoder, keeps))
  if (sections.length > 1) refuseRepeated(sections)
  const update: Update = { sections, deletionsAt: decoder.pos, deletions: [], deletionsBy: [] }
  for (let left = readNumber(decoder); left > 0; left--) readDeletions(decoder, update)
  if (decoder.pos !== bytes.length) throw new Refusal(malformed, 'trailing')
  return update
}

function refuseRepeated(sections: Section[]): void {
  if (new Set(sections.map(({ client }) => client)).size < sections.length) throw new Refusal(malformed, 'repeated')
}

function readSection(decoder: decoding.Decoder, keeps: boolean): Section {
  const count = readNumber(decoder)
  const client = readNumber(decoder)
  const start = readNumber(decoder)
  const section = { client, count, start, end: start, structs: [], isHoled: false, from: decoder.pos, to: 0 }
  for (let left = count; left > 0; left--) readInto(section, decoder, keeps)
  if (count === 0) throw new Refusal(malformed, 'empty')
  section.to = decoder.pos
  return section
}

function readInto(section: Section, decoder: decoding.Decoder, keeps: boolean): void {
  const struct = readStruct(decoder, section.client, section.end)
  section.end = struct.end
  if (struct.length < 1 || struct.end > maxClock) throw new Refusal(malformed, 'clock')
  if (struct.kind === kinds.skip) section.isHoled = true
  if (keeps) section.structs.push(struct)
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(decoder)
  const struct = new Struct(client, clock, info & 31)
  if (info === kinds.skip || struct.kind === kinds.gone) struct.length = readNumber(decoder)
  else {
    readPlace(decoder, info, struct)
    readContent(decoder, struct)
  }
  return struct
}

function readPlace(decoder: decoding.Decoder, info: number, struct: Struct): void {
  if (info & 128) {
    struct.originClient = readNumber(decoder)
    struct.originClock = readNumber(decoder)
  }
  if (info & 64) {
    struct.rightClient = readNumber(decoder)
    struct.rightClock = readNumber(decoder)
  }
  if ((info & 192) === 0) readParent(decoder, info, struct)
}

function readParent(decoder: decoding.Decoder, info: number, struct: Struct): void {
  if (readNumber(decoder) === 1) struct.parentName = decoding.readVarString(decoder)
  else {
    struct.parentClient = readNumber(decoder)
    struct.parentClock = readNumber(decoder)
  }
  if (info & 32) struct.attribute = decoding.readVarString(decoder)
}

function readContent(decoder: decoding.Decoder, struct: Struct): void {
  if (struct.kind === kinds.text) readText(decoder, struct)
  else if (struct.kind === kinds.deleted) struct.length = readNumber(decoder)
  else if (struct.kind === kinds.mark) readMark(decoder, struct)
  else if (struct.kind === kinds.type) readType(decoder, struct)
  else if (struct.kind === kinds.values) readValues(decoder, struct)
  else skipForeign(decoder, struct)
}

/** The letters themselves are not needed, only how many they are. */
function readText(decoder: decoding.Decoder, struct: Struct): void {
  const bytes = readNumber(decoder)
  const from = decoder.pos
  decoder.pos += bytes
  if (decoder.pos > decoder.arr.length) throw new Refusal(malformed, 'end')
  measureText(struct, decoder.arr, from, decoder.pos)
}

function readMark(decoder: decoding.Decoder, struct: Struct): void {
  struct.name = decoding.readVarString(decoder)
  struct.values = [JSON.parse(decoding.readVarString(decoder))]
}

function readType(decoder: decoding.Decoder, struct: Struct): void {
  struct.type = readNumber(decoder)
  if (struct.type === types.element || struct.type === types.hook) struct.name = decoding.readVarString(decoder)
}

function readValues(decoder: decoding.Decoder, struct: Struct): void {
  struct.length = readNumber(decoder)
  const values: unknown[] = []
  for (let left = struct.length; left > 0; left--) values.push(decoding.readAny(decoder))
  struct.values = values
}

/** What has no place in a text may be in one from earlier times; it is stepped over. */
function skipForeign(decoder: decoding.Decoder, struct: Struct): void {
  if (struct.kind === kinds.json) {
    struct.length = readNumber(decoder)
    for (let left = struct.length; left > 0; left--) decoding.readVarUint8Array(decoder)
  } else if (struct.kind === kinds.binary || struct.kind === kinds.embed || struct.kind === kinds.document) {
    decoding.readVarUint8Array(decoder)
    if (struct.kind === kinds.document) decoding.readAny(decoder)
  } else throw new Refusal(malformed, 'content')
}

function readDeletions(decoder: decoding.Decoder, { deletions, deletionsBy }: Update): void {
  const client = readNumber(decoder)
  const count = readNumber(decoder)
  const from = decoder.pos
  for (let left = count; left > 0; left--) deletions.push(readRange(decoder, client))
  deletionsBy.push({ client, count, from, to: decoder.pos })
}

function readRange(decoder: decoding.Decoder, client: number): Range {
  const range = { client, clock: readNumber(decoder), length: readNumber(decoder) }
  if (range.length < 1 || range.clock + range.length > maxClock) throw new Refusal(malformed, 'clock')
  return range
}
