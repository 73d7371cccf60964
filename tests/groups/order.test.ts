import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { groupsOf } from '#src/groups/membership.ts'
import { peopleIn, votersOf } from '#src/groups/people.ts'
import { allGroups, peopleOfAlliance } from '#src/groups/register.ts'
import { groups } from '#src/groups/schema.ts'
import { people } from '#src/identity/schema.ts'
import { dayOf } from '#src/web/days.ts'
import { world } from '../support/world.ts'

test('names are in the order of a German register', async () => {
  const w = await world()
  const name = (key: keyof typeof w.people, written: string) =>
    w.db.update(people).set({ name: written }).where(eq(people.id, w.people[key].id))
  await Promise.all([name('gerd', 'Özlem Aydın'), name('bjarne', 'oskar Ek'), name('tarek', 'Zoe Abel')])
  await w.db.update(groups).set({ name: 'AG Ährenfeld' }).where(eq(groups.slug, 'mo'))
  const order = new Intl.Collator('de').compare
  const lists = await Promise.all([
    peopleIn(w.db, w.groups.en.id).then((all) => all.map(({ person }) => person.name)),
    votersOf(w.db, w.groups.en.id, dayOf(new Date())).then((all) => all.map((voter) => voter.name)),
    peopleOfAlliance(w.db).then((all) => all.map((person) => person.name)),
    allGroups(w.db).then((all) => all.slice(1).map(({ group }) => group.name)),
    groupsOf(w.db, w.people.henrike.id).then((all) =>
      all.filter(({ kind }) => kind !== 'circle').map((one) => one.name),
    ),
  ])
  for (const list of lists) expect(list).toEqual([...list].sort(order))
  expect(lists[0]?.indexOf('Özlem Aydın')).toBeLessThan(lists[0]?.indexOf('Zoe Abel') ?? 0)
  expect(lists[3]?.[0]).toBe('AG Ährenfeld')
})
