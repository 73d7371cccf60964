import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { groups, mandates, memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { sampleWorld } from './sample-world.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
beforeAll(async () => {
  w = await sampleWorld()
})

const en = { slug: 'en' }
const kk = { slug: 'kk' }

test('a member sees what the group is about, at one glance', async () => {
  const { status, text } = await w.read('gerd', paths.group(en))
  expect(status).toBe(200)
  expect(text).toContain('Arbeitsgruppe · 5 Mitglieder · du bist Mitglied')
  expect(text).toContain('Bürgerenergie, Wärme, Nachnutzung Kraftwerk')
  expect(text).toContain('Wärmenetz Tannrode prüfen lassen')
  expect(text).toContain('Deine Antwort fehlt noch')
  expect(text).toContain('Schritt 4 von 5: liegt beim Kreis')
  expect(text).toContain('Nahwärme: Was andere Dörfer gemacht haben')
  expect(text).toContain('geht in der Fassung 3 an den Koordinierungskreis')
  expect(text).toContain('4 ohne Einwand · 1 mit Bedenken')
  expect(text).toContain('1 Aufgabe offen')
  expect(text).toContain('Pressefoto aussuchen')
  expect(text).toMatch(/Tarek Lindhövel\s*· Delegiert in den Kreis/)
})

test('nothing of another group stands there', async () => {
  const { text } = await w.read('gerd', paths.group(en))
  for (const foreign of ['Bürgerrat', 'Kulturscheune', 'Hofgespräche', 'Fahrplan', 'Tempo 30', 'Daten des Wandels']) {
    expect(text).not.toContain(foreign)
  }
})

test('a stranger does not find the group', async () => {
  expect((await w.read('nele', paths.group(en))).status).toBe(404)
})

test('returned matters stand above with the reasons and the way to the new draft', async () => {
  const { html, text } = await w.read('luca', paths.group({ slug: 'bt' }))
  expect(text).toContain('Der Kreis bittet um Überarbeitung.')
  expect(text).toContain('Wer bezahlt? Der Text nennt keinen Betrag')
  expect(text).toContain('Wie wird ausgelost?')
  expect(html).toMatch(
    /href="\/groups\/bt\/documents\/[0-9a-f-]+"[^>]*>(<svg.*?<\/svg>)?<span>Am neuen Entwurf schreiben/,
  )
})

test('results, reports and proposals that nobody is answering about are there as well', async () => {
  expect((await w.read('nele', paths.group({ slug: 'lw' }))).text).toContain('Hofgespräche fortsetzen')
  const { text } = await w.read('piet', paths.group({ slug: 'di' }))
  expect(text).toContain('Freier Kartendienst')
  expect(text).toContain('Nicht beschlussfähig')
})

test('a guest sees the papers that she was invited to, and nothing else', async () => {
  const { status, text } = await w.read('vera', paths.group({ slug: 'di' }))
  expect(status).toBe(200)
  expect(text).toContain('Du liest hier als Gast.')
  expect(text).toContain('Daten des Wandels gehören allen')
  for (const hidden of ['Kartendienst', 'Piet Sandkuhl', 'Aufgaben', 'Neuen Text anfangen']) {
    expect(text).not.toContain(hidden)
  }
})

test('the circle sees what waits, what went back and which decisions nobody carries out', async () => {
  const { status, text } = await w.read('henrike', paths.group(kk))
  expect(status).toBe(200)
  expect(text).toContain('15 Menschen mit Stimme · Koordination: Henrike Talmann')
  expect(text).toContain('Wunsch: eine Frage entscheiden')
  expect(text).toContain('Wunsch: beschließen')
  expect(text).toContain('Bürgerrat Larnrevier')
  expect(text).toContain('Wer bezahlt?')
  expect(text).toMatch(/1 Aufgabe überfällig Stellungnahme zum Bus am Abend/)
  expect(text).toContain('Gemeinsame Antwort abgeben')
  expect(text).toContain('Wie es der Allianz geht')
})

test('the circle sees of the groups numbers and dates, no content', async () => {
  const { text } = await w.read('henrike', paths.group(kk))
  const glance = text.slice(text.indexOf('Gruppen im Überblick'))
  expect(glance).toContain('AG Mobilität')
  expect(glance).toContain('1 1 überfällig')
  expect(glance).toContain('2 von 2')
  for (const hidden of ['Fahrplan-Daten anfragen', 'Wärmenetz', 'Kulturscheune', 'Hofgespräche']) {
    expect(text).not.toContain(hidden)
  }
})

test('a post counts as a link to the circle only while whoever has it sits there', async () => {
  const [circle, tarek] = [await w.group('kk'), await w.person('tarek')]
  const seat = and(eq(memberships.groupId, circle.id), eq(memberships.personId, tarek.id))
  await w.db.update(memberships).set({ endedAt: new Date() }).where(seat)
  const { text } = await w.read('henrike', paths.group(kk))
  const [energy] = /AG\sEnergie\s(?:(?!AG\s).)*von 2/.exec(text.slice(text.indexOf('Gruppen im Überblick'))) ?? []
  await w.db.update(memberships).set({ endedAt: null }).where(seat)
  expect(energy).toContain('1 von 2')
})

test('who sits in the circle is led there, everybody else reads what it decided', async () => {
  const tarek = await w.as('tarek')
  const led = await tarek(paths.circle())
  expect([led.status, led.headers.get('Location')]).toEqual([303, paths.group(kk)])
  const { status, text } = await w.read('gerd', paths.circle())
  expect(status).toBe(200)
  expect(text).toContain('Du gehörst nicht zum Kreis.')
  expect(text).toContain('Swantje Kieselbach und Tarek Lindhövel')
  expect(text).toContain('Beim Larnfest dabei')
  expect(text).not.toContain('Gemeinsame Antwort abgeben')
  expect((await w.read('vera', paths.circle())).status).toBe(403)
})

test('a group whose mandate is over is told, and so is one that rests or is dissolved', async () => {
  const mo = await w.group('mo')
  await w.db
    .update(mandates)
    .set({ validFrom: '2020-01-01', validUntil: '2020-12-31' })
    .where(eq(mandates.groupId, mo.id))
  expect((await w.read('ole', paths.group(mo))).text).toContain('Der Auftrag endete am 31. Dezember 2020.')
  await w.db.update(groups).set({ state: 'dormant' }).where(eq(groups.id, mo.id))
  expect((await w.read('ole', paths.group(mo))).text).toContain('Die Gruppe macht Pause.')
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.update(groups).set({ state: 'dissolved' }).where(eq(groups.id, mo.id))
  })
  const { text } = await w.read('ole', paths.group(mo))
  expect(text).toContain('Die Gruppe ist aufgelöst.')
  expect(text).not.toContain('Neuen Text anfangen')
  expect(text).not.toContain('Vorschlag machen')
})

test('a group in which nothing has happened yet says what to do first', async () => {
  const [fresh] = await w.db
    .insert(groups)
    .values({ kind: 'working_group', slug: 'neu', prefix: 'NEU', name: 'AG Neuland' })
    .returning()
  const ilse = await w.person('ilse')
  await w.db.insert(memberships).values({ groupId: fresh?.id ?? '', personId: ilse.id })
  const { text } = await w.read('ilse', paths.group({ slug: 'neu' }))
  for (const empty of [
    'Nichts offen. Wenn ihr etwas entscheiden wollt, macht einen Vorschlag.',
    'Vom Kreis und von anderen Gruppen wird gerade nichts erwartet.',
    'Noch keine Texte.',
    'Noch kein Beschluss.',
    'Die Gruppe hat gerade keinen Auftrag.',
  ]) {
    expect(text).toContain(empty)
  }
})

test('group and circle speak English too', async () => {
  const english = { 'Accept-Language': 'en' }
  const group = (await w.read('gerd', paths.group(en), english)).text
  expect(group).toContain('Working group · 5 members · you are a member')
  expect(group).toContain('step 4 of 5: with the circle')
  const circle = (await w.read('henrike', paths.group(kk), english)).text
  expect(circle).toContain('Referrals waiting for an answer')
  expect(circle).not.toMatch(/wartet|Aufgabe |überfällig|Nichts offen/)
})
