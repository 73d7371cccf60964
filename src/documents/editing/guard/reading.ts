import * as decoding from 'lib0/decoding'
import { malformed, Refusal } from './refusal.ts'
import { kinds, type Range, type Section, Struct, types, type Update } from './struct.ts'
import { measureText } from './utf8.ts'

/** No text comes near it, and sums of clocks stay far from where numbers lose their precision. */
const maxClock = 2 ** 31

const read = decoding.readVarUint

/**
 * Takes an update in the first encoding apart, without integrating it and without believing any number in it: it is
 * read as far as there are bytes. What is written in the second encoding ends where it should not.
 */
export function readUpdate(bytes: Uint8Array): Update {
  const decoder = decoding.createDecoder(bytes)
  const sections: Section[] = []
  for (let left = read(decoder); left > 0; left--) sections.push(readSection(decoder))
  if (sections.length > 1) refuseRepeated(sections)
  const deletionsAt = decoder.pos
  const deletions = readDeletions(decoder)
  if (decoder.pos !== bytes.length) throw new Refusal(malformed, 'trailing')
  return { sections, deletions, deletionsAt }
}

function refuseRepeated(sections: Section[]): void {
  if (new Set(sections.map(({ client }) => client)).size < sections.length) throw new Refusal(malformed, 'repeated')
}

function readSection(decoder: decoding.Decoder): Section {
  const count = read(decoder)
  const client = read(decoder)
  const start = read(decoder)
  const structs: Struct[] = []
  let end = start
  for (let left = count; left > 0; left--) {
    const struct = readStruct(decoder, client, end)
    end = struct.end
    if (struct.length < 1 || end > maxClock) throw new Refusal(malformed, 'clock')
    structs.push(struct)
  }
  if (count === 0) throw new Refusal(malformed, 'empty')
  return { client, start, end, structs }
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(decoder)
  const struct = new Struct(client, clock, info & 31)
  if (info === kinds.skip || struct.kind === kinds.gone) struct.length = read(decoder)
  else {
    readPlace(decoder, info, struct)
    readContent(decoder, struct)
  }
  return struct
}

function readPlace(decoder: decoding.Decoder, info: number, struct: Struct): void {
  if (info & 128) {
    struct.originClient = read(decoder)
    struct.originClock = read(decoder)
  }
  if (info & 64) {
    struct.rightClient = read(decoder)
    struct.rightClock = read(decoder)
  }
  if ((info & 192) === 0) readParent(decoder, info, struct)
}

function readParent(decoder: decoding.Decoder, info: number, struct: Struct): void {
  if (read(decoder) === 1) struct.parentName = decoding.readVarString(decoder)
  else {
    struct.parentClient = read(decoder)
    struct.parentClock = read(decoder)
  }
  if (info & 32) struct.attribute = decoding.readVarString(decoder)
}

function readContent(decoder: decoding.Decoder, struct: Struct): void {
  if (struct.kind === kinds.text) readText(decoder, struct)
  else if (struct.kind === kinds.deleted) struct.length = read(decoder)
  else if (struct.kind === kinds.mark) readMark(decoder, struct)
  else if (struct.kind === kinds.type) readType(decoder, struct)
  else if (struct.kind === kinds.values) readValues(decoder, struct)
  else skipForeign(decoder, struct)
}

/** The letters themselves are not needed, only how many they are. */
function readText(decoder: decoding.Decoder, struct: Struct): void {
  const bytes = read(decoder)
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
  struct.type = read(decoder)
  if (struct.type === types.element || struct.type === types.hook) struct.name = decoding.readVarString(decoder)
}

function readValues(decoder: decoding.Decoder, struct: Struct): void {
  struct.length = read(decoder)
  const values: unknown[] = []
  for (let left = struct.length; left > 0; left--) values.push(decoding.readAny(decoder))
  struct.values = values
}

/** What has no place in a text may be in one from earlier times; it is stepped over. */
function skipForeign(decoder: decoding.Decoder, struct: Struct): void {
  if (struct.kind === kinds.json) {
    struct.length = read(decoder)
    for (let left = struct.length; left > 0; left--) decoding.readVarUint8Array(decoder)
  } else if (struct.kind === kinds.binary || struct.kind === kinds.embed || struct.kind === kinds.document) {
    decoding.readVarUint8Array(decoder)
    if (struct.kind === kinds.document) decoding.readAny(decoder)
  } else throw new Refusal(malformed, 'content')
}

function readDeletions(decoder: decoding.Decoder): Range[] {
  const deletions: Range[] = []
  for (let clients = read(decoder); clients > 0; clients--) {
    const client = read(decoder)
    for (let left = read(decoder); left > 0; left--) deletions.push(readRange(decoder, client))
  }
  return deletions
}

function readRange(decoder: decoding.Decoder, client: number): Range {
  const range = { client, clock: read(decoder), length: read(decoder) }
  if (range.length < 1 || range.clock + range.length > maxClock) throw new Refusal(malformed, 'clock')
  return range
}
