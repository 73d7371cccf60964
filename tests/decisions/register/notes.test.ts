import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { registerEntries } from '#src/decisions/chain/schema.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { decisionLog, findDecision } from '#src/decisions/register/log.ts'
import { proposeNote, signNote } from '#src/decisions/register/noting.ts'
import { type Decision, decisionNotes, decisions } from '#src/decisions/register/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding } from '../setting.ts'

let w: World
let mo: Deciding
let dunja: Browse
let ole: Browse
let vincent: Browse
let nele: Browse

beforeAll(async () => {
  w = await world()
  mo = deciding(w, 'mo')
  ;[dunja, ole, vincent, nele] = (await Promise.all(
    (['dunja', 'ole', 'vincent', 'nele'] as const).map((key) => w.as(key)),
  )) as [Browse, Browse, Browse, Browse]
})

const slow = 'Wir fordern Tempo 30 in allen Dörfern.'

/** Entered by Dunja, confirmed by Ole. */
async function recorded(wording = slow): Promise<Decision> {
  const draft = { groupId: w.groups.mo.id, reportedById: w.people.dunja.id, wording, decidedOn: '2026-09-24' }
  const where = { summary: slow, place: 'Videotreffen', manner: 'Mehrheit: 2 Ja, 1 Nein, 1 Enthaltung' }
  const report = await change(w.ports, (tx, record) => reportDecision(tx, record, { ...draft, ...where }))
  const decision = await mo.confirm('ole', report)
  if (!decision) throw new Error('Not confirmed')
  return decision
}

const entryOf = async (decision: Decision) => {
  const entry = await findDecision(w.db, w.groups.mo.id, decision.id)
  if (!entry) throw new Error('No decision')
  return entry
}

const noteOf = async (decision: Decision) => {
  const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, decision.id))
  if (!note) throw new Error('No note')
  return note
}

const notesAt = (decision: Decision) => `/groups/mo/decisions/${decision.id}/notes`
const text = async (browse: Browse, path: string) => (await browse(path)).text()

describe('A10: a decision was entered twice by mistake', () => {
  test('nobody edits it; two annul it; its number stays used and everybody sees what happened', async () => {
    const right = await recorded()
    const twice = await recorded()
    const entry = await entryOf(twice)
    const page = `/decisions/${entry.cited}`

    const before = await text(dunja, page)
    const forms = [...before.matchAll(/<form[^>]+action="([^"]+)"/g)].map(([, action]) => action)
    expect(forms.filter((action) => /decisions|records/.test(action ?? ''))).toEqual([])
    expect(before).toContain('Den Beschluss kann niemand ändern oder löschen.')
    expect(before).toContain(`${notesAt(twice)}/new`)
    expect(await text(nele, page)).not.toContain(`${notesAt(twice)}/new`)
    expect(await text(dunja, `${notesAt(twice)}/new?kind=annulment`)).toContain('Seine Nummer bleibt vergeben.')

    const empty = await dunja(notesAt(twice), { form: { kind: 'annulment', reason: ' ' } })
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining('Bitte schreib in einem Satz, warum.'),
    ])
    const made = await dunja(notesAt(twice), { form: { kind: 'annulment', reason: 'Doppelt erfasst.' } })
    expect([made.status, made.headers.get('Location')]).toEqual([303, page])
    expect((await entryOf(twice)).standing).toBe('in_force')
    expect(await text(vincent, page)).toContain('Das gilt noch nicht. Eine zweite Person muss unterschreiben.')
    expect(await text(vincent, page)).toContain('Das kann Ole Radebrecht.')
    expect(await text(nele, page)).not.toContain('Doppelt erfasst.')

    const { id } = await noteOf(twice)
    for (const alone of [dunja, vincent]) {
      expect((await alone(`${notesAt(twice)}/${id}/signature`, { form: {} })).status).toBe(403)
    }
    expect(await text(ole, '/')).toContain('Ansehen und unterschreiben')
    for (const alone of [dunja, vincent]) expect(await text(alone, '/')).not.toContain('Ansehen und unterschreiben')
    expect(await text(ole, page)).toContain('Ja, das stimmt: unterschreiben')
    expect((await ole(`${notesAt(twice)}/${id}/signature`, { form: {} })).status).toBe(303)

    expect(await text(ole, '/')).not.toContain('Ansehen und unterschreiben')
    const after = await text(nele, page)
    expect(after).toMatch(/Aufgehoben durch Berichtigung vom .+ Doppelt erfasst\./s)
    expect(after.indexOf('Aufgehoben durch')).toBeLessThan(after.indexOf(slow))
    expect(after).toContain(slow)
    for (const name of ['Dunja', 'Ole']) expect(after).not.toContain(name)
    expect(await text(vincent, page)).toContain('Unterschrieben von Dunja Weselin und Ole Radebrecht')

    expect((await entryOf(twice)).standing).toBe('annulled')
    expect((await entryOf(right)).standing).toBe('in_force')
    expect((await recorded('Wir treffen uns im Rathaus.')).number).toBe(twice.number + 1)
    const list = await text(nele, '/decisions?group=mo')
    expect(list).toMatch(new RegExp(`${entry.cited}.+Aufgehoben`, 's'))
    expect(await text(nele, '/decisions?standing=annulled')).toContain(entry.cited)
    const inForce = await text(nele, '/decisions?group=mo&standing=in_force')
    expect(inForce).not.toContain(`${entry.cited}<`)
    expect((await decisionLog(w.db, { group: 'mo' })).map(({ id }) => id)).toContain(twice.id)
  })

  test('a second annulment is refused in words', async () => {
    const decision = await recorded('Wir sagen ab.')
    await dunja(notesAt(decision), { form: { kind: 'annulment', reason: 'Falsche Gruppe.' } })
    await ole(`${notesAt(decision)}/${(await noteOf(decision)).id}/signature`, { form: {} })
    const again = await dunja(notesAt(decision), { form: { kind: 'annulment', reason: 'Noch einmal.' } })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('ist schon aufgehoben')])
  })

  test('of two that were proposed at once one is signed, and the other one is told that it is over', async () => {
    const decision = await recorded('Wir sagen wieder ab.')
    const annul = (reason: string) => dunja(notesAt(decision), { form: { kind: 'annulment', reason } })
    await Promise.all([annul('Falsche Gruppe.'), annul('Falscher Tag.')])
    const notes = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, decision.id))
    const answers = await Promise.all(notes.map(({ id }) => ole(`${notesAt(decision)}/${id}/signature`, { form: {} })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const refused = answers.find(({ status }) => status === 422)
    expect(await refused?.text()).toContain('ist schon aufgehoben')
  })
})

describe('a correction', () => {
  test('stands above the unchanged original', async () => {
    const decision = await recorded('Wir treffen uns am Dienstag.')
    const page = `/decisions/${(await entryOf(decision)).cited}`
    const wrong = { kind: 'correction', field: 'decidedOn', reason: 'Vertippt.' }
    expect((await dunja(notesAt(decision), { form: { ...wrong, words: '24. September' } })).status).toBe(422)
    expect((await dunja(notesAt(decision), { form: { ...wrong, words: '24.9.2026' } })).status).toBe(422)
    expect((await dunja(notesAt(decision), { form: { ...wrong, words: '22. 9. 2026' } })).status).toBe(303)
    await ole(`${notesAt(decision)}/${(await noteOf(decision)).id}/signature`, { form: {} })
    const shown = await text(nele, page)
    expect(shown).toContain('22.\u00A0September 2026')
    expect(shown).toContain('24.\u00A0September 2026')
    expect(shown).toContain('Berichtigt am')
    expect((await entryOf(decision)).standing).toBe('in_force')
  })

  test('is discarded by whoever proposed it or by the second person, and then stays without effect', async () => {
    const decision = await recorded('Wir fahren mit dem Rad.')
    await dunja(notesAt(decision), { form: { kind: 'annulment', reason: 'Irrtum.' } })
    const { id } = await noteOf(decision)
    expect((await vincent(`${notesAt(decision)}/${id}/discard`, { form: {} })).status).toBe(403)
    expect((await dunja(`${notesAt(decision)}/${id}/discard`, { form: {} })).status).toBe(303)
    expect((await ole(`${notesAt(decision)}/${id}/signature`, { form: {} })).status).toBe(303)
    expect((await entryOf(decision)).standing).toBe('in_force')
    expect(await text(dunja, `/decisions/${(await entryOf(decision)).cited}`)).not.toContain('Irrtum.')
  })

  test('signed nine times at once it is signed once, with one entry in the chain', async () => {
    const decision = await entryOf(await recorded('Wir laden ein.'))
    const by = (person: PersonKey) => w.actor(person, 'mo')
    const [first, second] = [await by('dunja'), await by('ole')]
    const draft = { kind: 'annulment', reason: 'Irrtum.' } as const
    const note = await change(w.ports, (tx, record) => proposeNote(tx, record, decision, draft, first))
    const sign = () => change(w.ports, (tx, record) => signNote(tx, record, decision, note, second))
    expect(new Set(await Promise.all(Array.from({ length: 9 }, sign)))).toEqual(new Set(['signed']))
    expect(await w.db.$count(registerEntries, eq(registerEntries.noteId, note.id))).toBe(1)
  })

  test('of another group is not there, and an empty form is told what is missing', async () => {
    const decision = await recorded('Wir gehen zu Fuß.')
    expect((await nele(`${notesAt(decision)}/new`)).status).toBe(404)
    expect((await nele(notesAt(decision), { form: { kind: 'annulment', reason: 'x' } })).status).toBe(404)
    expect((await dunja(notesAt(decision), { form: {} })).status).toBe(422)
    const elsewhere = `/groups/kk/decisions/${decision.id}/notes`
    expect((await ole(elsewhere, { form: { kind: 'annulment', reason: 'x' } })).status).toBe(404)
  })
})

describe('the database itself refuses', () => {
  test('one person who proposes and signs, a second signature, and another reason', async () => {
    const decision = await entryOf(await recorded('Wir zählen Autos.'))
    const dunjas = await w.actor('dunja', 'mo')
    const draft = { kind: 'annulment', reason: 'Irrtum.' } as const
    const note = await change(w.ports, (tx, record) => proposeNote(tx, record, decision, draft, dunjas))
    await expect(change(w.ports, (tx, record) => signNote(tx, record, decision, note, dunjas))).rejects.toThrow()
    const here = and(eq(decisionNotes.id, note.id))
    await expect(w.db.update(decisionNotes).set({ reason: 'Anders.' }).where(here)).rejects.toThrow()
    await expect(w.db.delete(decisionNotes).where(here)).rejects.toThrow()
    await expect(w.db.update(decisions).set({ title: 'Anders' }).where(eq(decisions.id, decision.id))).rejects.toThrow()
  })
})
