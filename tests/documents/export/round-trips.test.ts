import { describe, expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import { convertFile } from '#src/documents/conversion/convert.ts'
import { makeFile } from '#src/documents/export/make.ts'
import type { Format } from '#src/documents/export/outgoing.ts'
import { Dice } from '../simulation/dice.ts'
import { comparable, portable } from './portable.ts'
import { sheet } from './sheet.ts'

const none = () => {
  throw new Error('no pages are set here')
}

async function thereAndBack(format: Format, seed: number) {
  const content = portable(new Dice(seed))
  schema.nodeFromJSON(content).check()
  const { bytes } = await makeFile(format, sheet(content), none)
  const back = await convertFile(new Uint8Array(bytes))
  if (!back.ok) throw new Error(`${format} ${seed}: ${back.code}`)
  return { content, back }
}

describe.each(['docx', 'odt'] as const)('a text that leaves as .%s and comes back', (format) => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed))('is the same, whatever is in it (%i)', async (seed) => {
    const { content, back } = await thereAndBack(format, seed)
    expect(comparable(back.content)).toEqual(comparable(schema.nodeFromJSON(content).toJSON()))
    expect(back.title).toBe('Energie bleibt im Dorf: #1 & <mehr>')
  })
})
