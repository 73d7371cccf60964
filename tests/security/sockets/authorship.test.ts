import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { textOf, until } from '../../documents/editing/co-editing.ts'
import { besieged } from './besieged.ts'
import { frames } from './raw.ts'
import { endure, expectSound, openScene, type Scene, type Siege, secretWord, storedDoc, textIn } from './siege.ts'
import { collected, copyOf, editOf, paragraphOf, skipped, updateOf } from './updates.ts'

const set = besieged()

/** What this person writes next. */
const clockOf = (doc: Y.Doc) => Y.getState(doc.store, doc.clientID)

const adding = (text: string) => (body: Y.XmlFragment) => body.push([paragraphOf(text)])

const sieges: Record<string, Siege> = {
  'garbage in the place of what somebody will write next (S-35)': {
    attack: async ({ gerd, swantje }) => {
      const { doc } = swantje
      gerd.update(updateOf([{ client: doc.clientID, clock: clockOf(doc) + 4, structs: [collected(500)] }]))
      await gerd.answered()
    },
  },
  'garbage right behind what somebody has written': {
    attack: async ({ gerd, swantje }) => {
      const { doc } = swantje
      for (let n = 0; n < 5; n++) {
        gerd.update(updateOf([{ client: doc.clientID, clock: clockOf(doc), structs: [collected(50)] }]))
        await gerd.answered()
      }
    },
  },
  'words under the name of somebody who is there': {
    attack: async ({ gerd, tarek }) => {
      gerd.update(editOf(gerd.doc, tarek.doc.clientID, adding(secretWord)))
      await gerd.answered()
    },
  },
  'words under somebody else among one’s own': {
    attack: async ({ gerd, swantje }) => {
      const own = editOf(gerd.doc, gerd.doc.clientID, (body) => body.delete(0, 0))
      const foreign = editOf(gerd.doc, swantje.doc.clientID, adding(secretWord))
      gerd.update(Y.mergeUpdates([own, foreign]))
      await gerd.answered()
    },
  },
  'foreign words in an answer to what is missing': {
    attack: async ({ gerd, swantje }) => {
      gerd.send(frames.missing(editOf(gerd.doc, swantje.doc.clientID, adding(secretWord))))
      await gerd.answered()
    },
  },
  'a skipped stretch under a foreign client': {
    attack: async ({ gerd, tarek }) => {
      const client = tarek.doc.clientID
      gerd.update(updateOf([{ client, clock: 0, structs: [skipped(clockOf(tarek.doc)), collected(9)] }]))
      await gerd.answered()
    },
  },
  'the words of somebody who has gone, with other words behind them': {
    attack: async (scene) => {
      const bjarne = await scene.tab('bjarne')
      bjarne.write('ich war da')
      await until(() => scene.tarek.text().includes('ich war da'), 'his words are seen')
      bjarne.close()
      scene.gerd.update(editOf(bjarne.doc, bjarne.doc.clientID, adding(secretWord)))
      await scene.gerd.answered()
    },
    adds: true,
  },
}

test.each(Object.entries(sieges))('%s: nobody is silenced or spoken for', async (title, siege) => {
  const scene = await endure(set.there, set.door.pulse, title, siege)
  scene.swantje.write('und ich schreibe weiter')
  scene.tarek.write('ich auch')
  const seen = (text: string) => text.includes('schreibe weiter') && text.includes('ich auch')
  await until(() => [scene.swantje, scene.tarek].every((tab) => seen(tab.text())), 'all is seen')
  expect(textIn(await storedDoc(scene))).not.toContain(secretWord)
})

/** Somebody is there and has not written yet. */
async function silent(scene: Scene, at = scene.target) {
  const bjarne = await scene.tab('bjarne', at)
  bjarne.provider.awareness.setLocalStateField('cursor', null)
  return bjarne
}

const heard = (gerd: Scene['gerd'], clientId: number) =>
  until(() => gerd.presences.has(clientId), 'the presence is known')

test('a client that has only been seen belongs to whoever was seen, before a first word', async () => {
  const scene = await openScene(set.there)
  const bjarne = await silent(scene)
  await heard(scene.gerd, bjarne.doc.clientID)
  scene.gerd.update(editOf(scene.gerd.doc, bjarne.doc.clientID, adding(secretWord)))
  await scene.gerd.answered()
  bjarne.write('mein erstes Wort')
  await until(() => scene.tarek.text().endsWith('mein erstes Wort'), 'it is seen')
  await expectSound(scene)
  expect(scene.tarek.text()).not.toContain(secretWord)
})

test('through a second server nobody takes over a client that was seen or that has written at the first', async () => {
  const scene = await openScene(set.there)
  const second = await set.there.another()
  const gerd = await scene.raw('gerd', { target: second })
  gerd.update(editOf(gerd.doc, scene.swantje.doc.clientID, adding(secretWord)))
  await gerd.answered()
  const bjarne = await silent(scene)
  const again = await scene.raw('gerd', { target: second })
  await heard(again, bjarne.doc.clientID)
  again.update(editOf(again.doc, bjarne.doc.clientID, adding(secretWord)))
  await again.answered()
  bjarne.write('mein erstes Wort')
  scene.swantje.write('und meins')
  const seen = (text: string) => text.includes('mein erstes Wort') && text.includes('und meins')
  await until(() => seen(scene.tarek.text()), 'both are seen')
  await expectSound(scene)
  const elsewhere = await scene.tab('fritjof', second)
  await until(() => elsewhere.text() === scene.tarek.text(), 'the second server shows the same')
  expect(scene.tarek.text()).not.toContain(secretWord)
  await second.stop()
})

test('whoever pretends to be present as a client that has written does not get its words', async () => {
  const scene = await openScene(set.there)
  const { clientID } = scene.swantje.doc
  const gerd = await scene.raw('gerd')
  gerd.send(frames.presence(clientID, 1_000, { cursor: null }))
  gerd.update(editOf(gerd.doc, clientID, adding(secretWord)))
  await gerd.answered()
  scene.swantje.write('weiter')
  await until(() => scene.tarek.text().endsWith('weiter'), 'she is heard')
  expect(scene.tarek.text()).not.toContain(secretWord)
  await expectSound(scene)
})

test('whoever was a client first may go on as it after closing the window', async () => {
  const scene = await openScene(set.there)
  scene.swantje.close()
  const again = await scene.raw('swantje')
  again.update(editOf(again.doc, scene.swantje.doc.clientID, adding('aus dem anderen Fenster')))
  await until(() => scene.tarek.text().endsWith('aus dem anderen Fenster'), 'it is seen')
  expect([again.code(), textIn(await storedDoc(scene))]).toEqual([undefined, scene.tarek.text()])
})

/** The same clocks with other words. */
function twoFaced(known: Y.Doc) {
  const say = (text: string) => editOf(known, known.clientID, adding(text))
  return [say('Ja zum Windrad'), say('Nein zum Windrad, nie und nimmer'), say('Ja zu')] as const
}

test.each([
  ['one after the other', true],
  ['in one breath', false],
])('whoever says other words under the same clocks is understood by all in the same way: %s', async (_how, waits) => {
  const scene = await openScene(set.there)
  for (const update of twoFaced(scene.gerd.doc)) {
    scene.gerd.update(update)
    if (waits) await scene.gerd.answered()
  }
  await scene.gerd.answered()
  await expectAgreement(scene)
})

test('two windows of one person with the same clocks are understood by all in the same way', async () => {
  const scene = await openScene(set.there)
  const other = await scene.raw('gerd')
  const [one, two, three] = twoFaced(scene.gerd.doc)
  scene.gerd.update(one)
  other.update(two, three)
  other.send(frames.missing(three))
  await Promise.all([scene.gerd.answered(), other.answered()])
  await expectAgreement(scene)
})

test('the same clocks through two servers, one after the other, are understood by all in the same way', async () => {
  const scene = await openScene(set.there)
  const second = await set.there.another()
  const [far, beyond] = await Promise.all([scene.tab('fritjof', second), scene.raw('gerd', { target: second })])
  const [one, two] = twoFaced(scene.gerd.doc)
  scene.gerd.update(one)
  await until(() => far.text().includes('Ja zum Windrad'), 'the second server knows it')
  beyond.update(two)
  await Promise.all([scene.gerd.answered(), beyond.answered()])
  scene.swantje.write('Und nun?')
  await until(() => far.text().includes('Und nun?'), 'the second server has it')
  await expectAgreement(scene)
  await until(async () => far.text() === textIn(await storedDoc(scene)), 'the second server agrees with what is stored')
  await second.stop()
})

async function expectAgreement(scene: Scene): Promise<void> {
  await until(() => scene.swantje.text() === scene.tarek.text(), 'both agree')
  await until(async () => textIn(await storedDoc(scene)) === scene.tarek.text(), 'the store agrees')
  // What another server has stored may still be on its way.
  await pause(200)
  await expectSound(scene)
}

test('to delete what others have written is editing', async () => {
  const scene = await openScene(set.there)
  scene.gerd.update(editOf(scene.gerd.doc, scene.gerd.doc.clientID, (body) => body.delete(0, 1)))
  await until(() => textOf(scene.tarek.doc.getXmlFragment(field)) === '', 'it is gone')
  expect([scene.gerd.code(), copyOf(await storedDoc(scene), 5).getXmlFragment(field).length]).toEqual([undefined, 0])
})
