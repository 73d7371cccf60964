import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { decisions } from '#src/decisions/register/schema.ts'
import { rounds } from '#src/decisions/rounds/schema.ts'
import { asTyped, typedFrom } from '#src/decisions/rules/typed.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { presetRules } from '#src/groups/rule-presets.ts'
import { currentRules, ruleHistory } from '#src/groups/rule-sets.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import { groups, ruleSets } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { deciding, everybody, heat } from '../setting.ts'
import { newestProposal } from './newest.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

type Typed = Record<string, string | string[]>

/** The form as it is sent: nothing for what is not ticked. */
const typed = (rules: Rules, more: Typed = {}): Typed => ({
  ...(JSON.parse(JSON.stringify(asTyped(typedFrom({ rules, legalBasis: '' })))) as Typed),
  ...more,
})

const stricter: Rules = {
  ...initialRules,
  quorum: { kind: 'absolute', count: 3 },
  threshold: { comparison: 'at_least', numerator: 2, denominator: 3 },
}

const text = async (person: PersonKey, path: string) => (await (await w.as(person))(path)).text()

/** With the version of the rules that was read, as the form has it. */
const read = async (form: Typed, { id } = w.groups.en): Promise<Typed> => ({
  base: String((await currentRules(w.db, id)).version),
  ...form,
})

const propose = async (person: PersonKey, form: Typed) =>
  (await w.as(person))(paths.rulesProposals(w.groups.en), { form: await read(form) })

const newest = () => newestProposal(w)

describe('a group and its rules', () => {
  test('everybody in it reads every rule, and who could change it', async () => {
    for (const person of ['gerd', 'swantje'] as const) {
      const page = await text(person, paths.rules(w.groups.en))
      for (const words of [
        'Üblich ist: Konsent.',
        'Mindestens die Hälfte der Stimmberechtigten müssen antworten.',
        'Bei Mehrheit: mehr als die Hälfte der Ja- und Nein-Stimmen müssen Ja sein.',
        'Ein einziges Veto stoppt ihn.',
        'Bleibt ein Einwand nach 3\u00A0Runden offen',
        'Die Frist ist mindestens 7\u00A0Tage.',
        'Stimmen lassen sich nicht übertragen.',
        'Angehörige',
        'Niemand sonst kann Regeln ändern',
        'Die Regeln sind noch die ersten.',
      ]) {
        expect(page).toContain(words)
      }
      expect(page).not.toContain('rechtswirksam')
    }
    const guest = await text('vera', paths.rules(w.groups.di))
    expect(guest).toContain('Unsere Regeln')
    expect(guest).not.toContain(paths.newRules(w.groups.di))
  })

  test('the form begins with what holds now, or with one of four presets, each told in two sentences', async () => {
    const page = await text('gerd', paths.newRules(w.groups.en))
    for (const preset of [
      'Konsent',
      'Konsens mit Stufen',
      'Vereinsgrundfall (BGB)',
      'Bündnis nach Organisationen (Schweigen gilt als Zustimmung, 7\u00A0Tage)',
    ]) {
      expect(page).toContain(preset)
    }
    const filled = await text('gerd', paths.newRules(w.groups.en, 'statute'))
    expect(filled).toMatch(/value="statutory" checked/)
    expect(filled).toContain('Das Formular zeigt jetzt diese Vorlage.')
  })

  test('what contradicts itself is told in words, and nothing typed is lost', async () => {
    const response = await propose(
      'gerd',
      typed(initialRules, { threshold: 'at_least', thresholdNumerator: '1', quorum: 'absolute', quorumCount: '77' }),
    )
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('So hätte auch die Gegenseite gewonnen.')
    expect(page).toContain('So viele Stimmberechtigte hat die Gruppe nicht.')
    expect(page).toMatch(/value="77"/)
    const same = await propose('gerd', typed(initialRules))
    expect(await same.text()).toContain('So entscheidet ihr schon.')
    const slip = await propose('gerd', typed(initialRules, { minDays: '0', alertFrom: '11' }))
    expect(await slip.text()).toContain('Bitte eine ganze Zahl von 1 bis 90.')
  })
})

describe('a change of rules', () => {
  const en = () => deciding(w)

  test('is a proposal that shows old beside new, and holds from the decision on', async () => {
    const running = await en().open(await en().propose('gerd', heat), 'majority')
    expect((await propose('gerd', typed(stricter, { rationale: 'Wir sind oft nur zu zweit.' }))).status).toBe(303)
    const proposal = await newest()
    expect(proposal.title).toBe('Regeln ändern: Beschlussfähigkeit und Mehrheit')
    const page = await text('swantje', paths.proposal(w.groups.en, proposal))
    expect(page).toContain('Was sich ändern würde')
    expect(page).toContain('Mindestens die Hälfte der Stimmberechtigten müssen antworten.')
    expect(page).toContain('Mindestens 3\u00A0Stimmberechtigte müssen antworten.')
    expect(await text('gerd', paths.rules(w.groups.en))).toContain(proposal.title)

    const round = await en().open(proposal, 'majority')
    await en().answers(round, { swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'abstain' })
    const count = await en().count('swantje', round)
    if (!count) throw new Error('Not counted')
    expect((await currentRules(w.db, w.groups.en.id)).version).toBe(1)
    const decision = await en().finalise('fritjof', round, count)
    const cited = `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    expect(await currentRules(w.db, w.groups.en.id)).toMatchObject({ version: 2, rules: stricter, givenBy: cited })

    const after = await text('gerd', paths.rules(w.groups.en))
    expect(after).toContain(`href="${paths.decision(cited)}"`)
    expect(after).toContain('Was Fassung\u00A02 geändert hat')
    expect(after).not.toContain(`>${proposal.title}<`)
    const [copy] = await w.db.select().from(rounds).where(eq(rounds.id, running.id))
    expect(copy).toMatchObject({ ruleSetVersion: 1, rules: initialRules })
    expect(await text('gerd', paths.people(w.groups.en))).toContain('Mindestens 3\u00A0Stimmberechtigte')
  })

  test('that is rejected changes nothing', async () => {
    const before = await ruleHistory(w.db, w.groups.en.id)
    await propose('gerd', typed(presetRules.consensus))
    const round = await en().open(await newest(), 'majority')
    await en().answers(round, Object.fromEntries(everybody.map((name) => [name, 'no'])))
    const count = await en().count('swantje', round)
    if (!count) throw new Error('Not counted')
    await en().finalise('fritjof', round, count)
    expect(await ruleHistory(w.db, w.groups.en.id)).toEqual(before)
  })

  test('has no words of its own: they follow from the rules, also when these change', async () => {
    await propose('tarek', typed({ ...initialRules, proxiesPerHolder: 1 }))
    const proposal = await newest()
    const tarek = await w.as('tarek')
    const words = { title: 'Anders', wording: 'Alles bleibt.', scope: 'own_group', version: '1' }
    const answer = await tarek(paths.proposalWording(w.groups.en, proposal), { form: words })
    expect(answer.headers.get('Location')).toBe(paths.proposedRules(w.groups.en, proposal))
    expect((await newest()).wording).toBe(proposal.wording)

    const path = paths.proposedRules(w.groups.en, proposal)
    expect((await tarek(path)).status).toBe(200)
    const other = await read(typed({ ...initialRules, proxiesPerHolder: 2 }, { version: '1' }))
    expect((await tarek(path, { form: other })).status).toBe(303)
    expect((await newest()).wording).toContain('die Stimmen von 2 anderen')
    const again = await read(typed({ ...initialRules, proxiesPerHolder: 3 }, { version: '1' }))
    const late = await tarek(path, { form: again })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Inzwischen hat jemand den Vorschlag geändert.')

    const plain = await en().propose('gerd', heat)
    expect((await tarek(paths.proposedRules(w.groups.en, plain))).status).toBe(404)
  })

  test('while a round is open ends that round, and only if that is wanted', async () => {
    await propose('gerd', typed({ ...initialRules, alertFrom: 9 }))
    const proposal = await newest()
    const round = await en().open(proposal)
    const path = paths.proposedRules(w.groups.en, proposal)
    const swantje = await w.as('swantje')
    expect(await (await swantje(path)).text()).toContain('Gerade läuft eine Runde.')
    const form = await read(typed({ ...initialRules, alertFrom: 7 }, { version: '1' }))
    expect((await swantje(path, { form })).status).toBe(422)
    expect((await swantje(path, { form: { ...form, endsRound: 'on' } })).status).toBe(303)
    expect(await (await swantje(paths.round(w.groups.en, round))).text()).toContain('Wortlaut')
    expect((await newest()).version).toBe(2)
    expect((await (await w.as('gerd'))(path, { form })).status).toBe(303)
  })
})

describe('nobody else', () => {
  const fails = (write: Promise<unknown>, constraint: string) =>
    expect(write).rejects.toMatchObject({ cause: { constraint_name: constraint } })

  const version = async (groupId: string) => (await currentRules(w.db, groupId)).version

  test('puts rules into the database, whatever they write', async () => {
    const { id: groupId } = w.groups.mo
    const next = { groupId, version: 2, rules: initialRules }
    await fails(w.db.insert(ruleSets).values(next), 'rules_are_decided')
    await fails(w.db.insert(ruleSets).values({ ...next, givenBy: 'MO-2026-002' }), 'rules_are_decided')
    await fails(w.db.insert(ruleSets).values({ ...next, version: 3 }), 'rules_without_gaps')
    expect(await version(groupId)).toBe(1)
    await expect(w.db.update(ruleSets).set({ rules: stricter }).where(eq(ruleSets.groupId, groupId))).rejects.toThrow()
    await expect(w.db.delete(ruleSets).where(eq(ruleSets.groupId, groupId))).rejects.toThrow()
  })

  test('takes other rules out of a decision than those it has adopted, or takes them twice', async () => {
    const { id: groupId } = w.groups.en
    const [given] = await ruleHistory(w.db, groupId)
    const [decision] = await w.db.select().from(decisions).where(eq(decisions.groupId, groupId))
    if (!given || !decision) throw new Error('Nothing was decided')
    const next = { groupId, version: given.version + 1, givenBy: given.givenBy }
    await fails(w.db.insert(ruleSets).values({ ...next, rules: presetRules.consensus }), 'rules_are_decided')
    await fails(w.db.insert(ruleSets).values({ ...next, rules: stricter }), 'one_rule_set_per_decision')
  })

  test('makes rules that could not be kept, or loosens what binds an organ of an association without naming why', async () => {
    const founded = async (
      prefix: string,
      legalForm: 'informal' | 'association_organ',
      rules: Rules,
      legalBasis = '',
    ) =>
      w.db.transaction(async (tx) => {
        const row = { kind: 'working_group' as const, slug: prefix.toLowerCase(), prefix, name: prefix, legalForm }
        const [group] = await tx.insert(groups).values(row).returning()
        await tx.insert(ruleSets).values({ groupId: group?.id ?? '', version: 1, rules, legalBasis })
      })
    const low = { comparison: 'at_least', numerator: 1, denominator: 3 } as const
    await fails(founded('QA', 'informal', { ...initialRules, threshold: low }), 'rules_are_sound')
    await fails(founded('QB', 'informal', { ...initialRules, defaultMethod: 'recorded' }), 'rules_are_sound')
    for (const basis of ['', '§ 32 BGB', '§\u00A032 BGB', ' §32 Abs. 3 BGB ', '§ 32 Absatz 1 Satz 3 des BGB']) {
      await fails(founded('QC', 'association_organ', initialRules, basis), 'organs_name_their_basis')
    }
    const kinds: Rules = { ...initialRules, electorate: 'seats', seatPolicy: 'dual' }
    await fails(founded('QF', 'informal', kinds), 'rules_are_sound')
    const shown = { ballotsVisible: 'while_open', answersShown: 'counts' } as const
    await fails(founded('QG', 'informal', { ...initialRules, ...shown }), 'rules_are_sound')
    await founded('QD', 'association_organ', initialRules, 'Satzung § 9')
    await founded('QE', 'association_organ', presetRules.statute)
  })

  test('has an address for it: a route that writes rules is a route of a proposal', async () => {
    const operator = await w.as('piet')
    for (const path of ['/groups/di/rules', '/groups/di/rule-sets', '/groups/di/rules/2']) {
      expect((await operator(path, { form: typed(stricter) })).status).toBe(404)
    }
    expect((await operator(paths.rulesProposals(w.groups.en), { form: typed(stricter) })).status).toBe(404)
    expect((await (await w.as('vera'))(paths.rulesProposals(w.groups.di), { form: typed(stricter) })).status).toBe(403)
  })
})

test('an organ of an association begins with the statute, and its form says what its own rules need', async () => {
  const henrike = await w.as('henrike')
  const form = {
    name: 'Vorstand',
    prefix: 'VO',
    aim: 'Führt den Verein',
    firstLead: 'known',
    personId: w.people.gerd.id,
  }
  expect((await henrike(paths.newGroup(), { form: { ...form, legalForm: 'association_organ' } })).status).toBe(303)
  const [board] = await w.db.select().from(groups).where(eq(groups.prefix, 'VO'))
  if (!board) throw new Error('Not founded')
  expect(await currentRules(w.db, board.id)).toMatchObject({ rules: presetRules.statute, legalBasis: '§\u00A032 BGB' })
  const gerd = await w.as('gerd')
  const sent = async (legalBasis?: string) =>
    gerd(paths.rulesProposals(board), {
      form: await read(typed(initialRules, legalBasis ? { legalBasis } : {}), board),
    })
  const untouched = (await currentRules(w.db, board.id)).legalBasis
  for (const basis of [undefined, untouched]) {
    const loose = await sent(basis)
    expect(loose.status).toBe(422)
    expect(await loose.text()).toContain('Ein Organ eines Vereins braucht dafür eine Grundlage')
  }
  expect((await sent('Satzung § 9')).status).toBe(303)
})
