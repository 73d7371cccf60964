import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { until } from '../../documents/editing/co-editing.ts'
import { besieged } from './besieged.ts'
import { frames } from './raw.ts'
import { endure, endureInCamp, openScene, type Scene, type Siege } from './siege.ts'
import { anything, collected, editOf, element, type Id, paragraphOf, skipped, updateOf, words } from './updates.ts'

const set = besieged()

const broken = 1007
const tooMuch = 1013

type Make = (scene: Scene) => Uint8Array | Uint8Array[]

/** Sends it at once and waits for what the server says. */
const sending = (make: Make, closes?: number[]): Siege => ({
  ...(closes ? { closes } : {}),
  prepare: (scene) => [make(scene)].flat(),
  attack: async ({ gerd }, updates) => {
    gerd.update(...updates)
    await gerd.answered()
  },
})

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

/** So few bytes, and so many structs that they claim. */
const claiming = (client: number, claimed: number) => updateOf([{ client, clock: 0, structs: [], claimed }])

/** The second encoding repeats the last value of a column for ever. */
function secondEncoding(client: number, claimed: number): Uint8Array {
  const encoder = new Y.UpdateEncoderV2()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, claimed)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, 0)
  encoder.writeInfo(0)
  encoder.writeLen(1)
  return encoder.toUint8Array()
}

const inBody = (text: string) => words({ within: field }, text)

const claims: Record<string, Siege> = {
  'seven bytes that claim 33 million structs': sending(
    ({ gerd }) => claiming(gerd.doc.clientID % 100, 33_000_000),
    [broken],
  ),
  'eight of them in a row': sending(({ gerd }) => times(8, () => claiming(gerd.doc.clientID, 33_000_000)), [broken]),
  'a claim of 2^53 structs': sending(({ gerd }) => claiming(gerd.doc.clientID, Number.MAX_SAFE_INTEGER), [broken]),
  'a claim of 33 million clients': sending(
    () => encoding.encode((e) => encoding.writeVarUint(e, 33_000_000)),
    [broken],
  ),
  'a claim of 33 million deletions': sending(
    ({ gerd }) =>
      encoding.encode((e) =>
        [0, 1, gerd.doc.clientID, 33_000_000].forEach((n) => {
          encoding.writeVarUint(e, n)
        }),
      ),
    [broken],
  ),
  'a claim of 33 million values': sending(
    ({ gerd }) =>
      updateOf([
        {
          client: gerd.doc.clientID,
          clock: 0,
          structs: [
            (e) =>
              [0x08, 1, 0, 33_000_000].forEach((n) => {
                encoding.writeVarUint(e, n)
              }),
          ],
        },
      ]),
    [broken],
  ),
  '22 bytes of the second encoding that claim 20 million': sending(
    ({ gerd }) => secondEncoding(gerd.doc.clientID, 20_000_000),
    [broken],
  ),
  'an honest update in the second encoding': sending(
    ({ gerd }) =>
      Y.convertUpdateFormatV1ToV2(editOf(gerd.doc, gerd.doc.clientID, (body) => body.push([paragraphOf('x')]))),
    [broken],
  ),
  'the second encoding, twenty times, without an end': sending(
    ({ gerd }) => times(20, () => secondEncoding(gerd.doc.clientID, 0xffffffff)),
    [broken],
  ),
}

const ownRun =
  (clock: number, ...lengths: number[]): Make =>
  ({ gerd }) =>
    updateOf([{ client: gerd.doc.clientID, clock, structs: lengths.map(collected) }])

const clocks: Record<string, Siege> = {
  'a run that ends behind all clocks': sending(ownRun(0, 2 ** 31 + 1), [broken]),
  'a run of 2^53': sending(ownRun(0, Number.MAX_SAFE_INTEGER), [broken]),
  'runs whose sum is more than numbers can hold': sending(ownRun(0, 2 ** 30, 2 ** 30, 2 ** 30), [broken]),
  'a run of nothing': sending(ownRun(0, 0), [broken]),
  'a beginning at 2^53': sending(ownRun(Number.MAX_SAFE_INTEGER, 1), [broken]),
  'a beginning at 2^31': sending(ownRun(2 ** 31, 1), [broken]),
  'a client beyond 2^53': sending(() => new Uint8Array([1, 1, ...times(9, () => 0xff), 0x7f, 0, 0, 1, 0]), [broken]),
  'a client of 2^53': sending(
    () => updateOf([{ client: Number.MAX_SAFE_INTEGER, clock: 0, structs: [inBody('x')] }]),
    [broken],
  ),
  'a client of 2^32': sending(() => updateOf([{ client: 2 ** 32, clock: 0, structs: [inBody('x')] }]), [broken]),
  'one client twice': sending(
    ({ gerd }) => updateOf(times(2, () => ({ client: gerd.doc.clientID, clock: 0, structs: [collected(1)] }))),
    [broken],
  ),
  'a client without structs': sending(
    ({ gerd }) => updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [] }]),
    [broken],
  ),
  'garbage where words could be: collected from the beginning': sending(ownRun(0, 1_000_000)),
  'a long stretch skipped and one struct behind it': sending(({ gerd }) =>
    updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [skipped(1_000_000), collected(1)] }]),
  ),
}

const gap = (client: number, n: number) => updateOf([{ client, clock: 10 + 2 * n, structs: [collected(1)] }])

const gaps: Record<string, Siege> = {
  '6,000 small updates with missing parts': sending(
    ({ gerd }) => times(6_000, (n) => gap(gerd.doc.clientID % 100_000, n)),
    [tooMuch],
  ),
  '6,000 of them from as many clients': sending(() => times(6_000, (n) => gap(70_000 + n, n)), [tooMuch]),
  '1,500 that hang on words which do not exist': sending(
    ({ gerd }) =>
      times(1_500, (n) =>
        updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [words({ after: [123, n] }, 'x')] }]),
      ),
    [tooMuch],
  ),
  '1,500 that hang on themselves': sending(
    ({ gerd }) =>
      times(1_500, () =>
        updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [words({ after: [gerd.doc.clientID, 5] }, 'x')] }]),
      ),
    [tooMuch, broken],
  ),
  '1,500 within an element that does not exist': sending(
    ({ gerd }) =>
      times(1_500, (n) =>
        updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [words({ within: [123, n] }, 'x')] }]),
      ),
    [tooMuch],
  ),
}

const nextOf = ({ swantje }: Scene): Id => [swantje.doc.clientID, Y.getState(swantje.doc.store, swantje.doc.clientID)]

const deletions: Record<string, Siege> = {
  'the words that somebody will write next, deleted beforehand': sending((scene) => {
    const [client, clock] = nextOf(scene)
    return updateOf([], { [client]: [[clock + 3, 100_000]] })
  }),
  'all words of a client that is not known yet': sending(({ tarek }) =>
    updateOf([], { [tarek.doc.clientID]: [[0, 1_000_000]] }),
  ),
  'a deletion of 2^53 clocks': sending(({ gerd }) =>
    updateOf([], { [gerd.doc.clientID]: [[0, Number.MAX_SAFE_INTEGER]] }),
  ),
  'a deletion of nothing': sending(({ swantje }) => updateOf([], { [swantje.doc.clientID]: [[0, 0]] })),
  'six thousand deletions of what does not exist': sending(
    ({ swantje }) => times(6_000, (n) => updateOf([], { [swantje.doc.clientID]: [[1_000_000 + 2 * n, 1]] })),
    [tooMuch],
  ),
  '100,000 ranges in one deletion': sending(({ swantje }) =>
    updateOf([], { [swantje.doc.clientID]: times(100_000, (n): Id => [1_000_000 + 2 * n, 1]) }),
  ),
}

/** Elements within one another, each in the one before. */
const nested = (client: number, from: number, depth: number, name: string) =>
  times(depth, (n) => element({ within: from + n === 0 ? field : [client, from + n - 1] }, name))

const deep = (depth: number) => {
  let value: unknown = 1
  for (let n = 0; n < depth; n++) value = [value]
  return value
}

/** The encoder of the library is recursive, so the bytes are made by hand: arrays of one value each. */
const deepAny =
  (depth: number, opening: number[]) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeUint8(encoder, 0x08)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, field)
    encoding.writeVarUint(encoder, 1)
    for (let n = 0; n < depth; n++) for (const byte of opening) encoding.writeUint8(encoder, byte)
    encoding.writeUint8(encoder, 126)
  }

const depths: Record<string, Siege> = {
  '3,000 nested lists': sending(
    ({ gerd: { doc } }) =>
      updateOf([{ client: doc.clientID, clock: 0, structs: nested(doc.clientID, 0, 3_000, 'blockquote') }]),
    [broken],
  ),
  '200 nested quotes, each in an update of its own': {
    ...sending(
      ({ gerd: { doc } }) =>
        times(200, (n) =>
          updateOf([{ client: doc.clientID, clock: n, structs: nested(doc.clientID, n, 1, 'blockquote') }]),
        ),
      [broken],
    ),
    adds: true,
    untidy: true,
  },
  'a value nested 20,000 deep in arrays': sending(
    ({ gerd }) => updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [deepAny(20_000, [117, 1])] }]),
    [broken],
  ),
  'a value nested 20,000 deep in objects': sending(
    ({ gerd }) => updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [deepAny(20_000, [118, 1, 1, 97])] }]),
    [broken],
  ),
  'a mark that is nested 3,000 deep': sending(
    ({ gerd }) => editOf(gerd.doc, gerd.doc.clientID, (body) => textOfFirst(body).format(0, 4, { bold: deep(3_000) })),
    [broken],
  ),
  'a link that is nested 200 deep': sending(
    ({ gerd }) =>
      updateOf([{ client: gerd.doc.clientID, clock: 0, structs: [anything({ within: field }, { href: deep(200) })] }]),
    [broken],
  ),
}

const textOfFirst = (body: Y.XmlFragment) => (body.get(0) as Y.XmlElement).get(0) as Y.XmlText

const floods: Record<string, Siege> = {
  '5,000 marks of unknown names on one character': sending(
    ({ gerd }) =>
      editOf(gerd.doc, gerd.doc.clientID, (body) => {
        const text = textOfFirst(body)
        text.format(0, 1, Object.fromEntries(times(5_000, (n) => [`mark${n}`, true])))
      }),
    [broken],
  ),
  '5,000 marks of known names on one character': { ...sending((scene) => marksOn(scene, 5_000)), adds: true },
  '30,000 marks of known names on one character': sending((scene) => marksOn(scene, 30_000), [broken]),
  '10,000 empty paragraphs in one update': {
    ...sending(({ gerd: { doc } }) =>
      editOf(doc, doc.clientID, (body) =>
        body.insert(
          1,
          times(10_000, () => new Y.XmlElement('paragraph')),
        ),
      ),
    ),
    adds: true,
  },
}

/** One behind the other, each taking back what the one before has done. */
function marksOn({ gerd: { doc } }: Scene, count: number): Uint8Array {
  const letter = textOfFirst(doc.getXmlFragment(field))._start?.id
  const before: Id = [letter?.client ?? 0, letter?.clock ?? 0]
  const structs = times(count, (n) => markOf({ after: n === 0 ? before : [doc.clientID, n - 1] }, n))
  return updateOf([{ client: doc.clientID, clock: 0, structs }])
}

const markOf = (place: { after: Id }, n: number) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 0x86)
  for (const part of place.after) encoding.writeVarUint(encoder, part)
  encoding.writeVarString(encoder, 'bold')
  encoding.writeVarString(encoder, n % 2 === 0 ? '{}' : 'null')
}

test.each(Object.entries({ ...claims, ...clocks, ...gaps, ...deletions, ...depths, ...floods }))(
  '%s (S-37): harm nobody',
  async (title, siege) => {
    // Whoever may add something does so to a text of its own.
    if (siege.adds || !siege.closes) await endure(set.there, set.door.pulse, title, siege)
    else await endureInCamp(set.there, set.door.pulse, title, siege)
  },
)

test('a deletion beforehand does not swallow what is written afterwards', async () => {
  const scene = await openScene(set.there)
  const [client, clock] = nextOf(scene)
  scene.gerd.update(updateOf([], { [client]: [[clock, 100_000]] }))
  await scene.gerd.answered()
  scene.swantje.write('Das bleibt stehen')
  await until(() => scene.tarek.text().endsWith('Das bleibt stehen'), 'it is seen')
  const late = await scene.tab('bjarne')
  expect(late.text()).toBe(scene.swantje.text())
})

test('who has missing parts is asked for them, and what was missing heals it', async () => {
  const scene = await openScene(set.there)
  const { gerd } = scene
  const asked = gerd.asked()
  const doc = new Y.Doc()
  doc.clientID = gerd.doc.clientID
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(gerd.doc))
  const before = Y.encodeStateVector(doc)
  doc.getXmlFragment(field).push([paragraphOf('erst dies')])
  const between = Y.encodeStateVector(doc)
  doc.getXmlFragment(field).push([paragraphOf('dann das')])
  gerd.update(Y.encodeStateAsUpdate(doc, between))
  await until(() => gerd.asked() > asked, 'the server asks')
  gerd.send(frames.missing(Y.encodeStateAsUpdate(doc, before)))
  await until(() => scene.tarek.text().endsWith('erst dies\ndann das'), 'both arrive')
  expect(gerd.code()).toBeUndefined()
})
