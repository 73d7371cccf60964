import { eq } from 'drizzle-orm'
import { minorityStatements } from '../../decisions/objections/schema.ts'
import type { Decision } from '../../decisions/register/schema.ts'
import { recusals, seatHolders } from '../../decisions/seats/schema.ts'
import { castGroups, type PersonKey } from '../cast.ts'
import { countRound } from './counted-rounds.ts'
import { type Papers, version } from './papers.ts'
import { propose } from './proposing.ts'
import { establish, recorded } from './register.ts'
import { type HeldRound, holdRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

/** KK-…-005: the first referral of the year was adopted. */
export const goodWork = (scene: Scene, papers: Papers): Promise<Decision> =>
  recorded(
    scene,
    {
      group: 'kk',
      title: 'Gute Arbeit nach der Kohle',
      wording: 'Die Allianz macht sich „Gute Arbeit nach der Kohle“ in der Fassung\u00a01 zu eigen.',
      decidedOn: scene.day('2026-05-12'),
      place: 'Sitzung des Kreises, Dorfgemeinschaftshaus Altenlarn',
      manner: 'Konsent, kein Einwand',
      by: 'mirjam',
      at: scene.at('2026-05-13', '09:00'),
      snapshot: version(papers.goodWork, 1),
    },
    { number: 5, by: 'ayla', at: scene.at('2026-05-13', '12:05') },
  )

interface Vote {
  number: number
  title: string
  wording: string
  rationale: string
  snapshotId?: string
  summary: string
  clock: string
  /** Who speaks for which answer; each of them for a seat. */
  yes: PersonKey[]
  no?: PersonKey[]
  abstain?: PersonKey[]
  /** Whose seat has a conflict of interest, and of which kind. */
  recused?: Partial<Record<PersonKey, string>>
  /** Written the day after. */
  minority?: { by: PersonKey; says: string }
  isSimple?: boolean
  /** The second person. */
  second?: PersonKey
}

const simple = {
  rules: { ...castGroups.kk.rules, threshold: { comparison: 'more_than', numerator: 1, denominator: 2 } },
  legalBasis: 'Einfache Mehrheit, vorher im Konsent vereinbart',
} as const

async function recuse(scene: Scene, { round }: HeldRound, recused: NonNullable<Vote['recused']>, createdAt: Date) {
  const roll = await scene.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
  for (const [key, category] of Object.entries(recused)) {
    const personId = scene.person(key as PersonKey)
    const seatId = roll.find((holder) => holder.personId === personId)?.seatId ?? ''
    await scene.db.insert(recusals).values({ seatId, roundId: round.id, category, declaredById: personId, createdAt })
  }
}

const differ = ({ db, person, at }: Scene, { round }: HeldRound, { by, says }: NonNullable<Vote['minority']>) =>
  db.insert(minorityStatements).values({
    ...{ roundId: round.id, authorId: person(by), statement: says },
    createdAt: at('2026-09-09', '19:10'),
  })

/** Decided in the meeting by the nine seats, established two days later. */
async function voted(scene: Scene, vote: Vote): Promise<Decision> {
  const { yes, no = [], abstain = [], recused = {}, isSimple, minority, ...rest } = vote
  const { number, clock, second = 'mirjam', summary, ...words } = rest
  const at = scene.at('2026-09-08', clock)
  const end = new Date(at.getTime() + 15 * 60_000)
  const answers = Object.entries({ yes, no, abstain }).flatMap(([choice, who]) =>
    who.map((by) => ({ by, choice, at }) as Said),
  )
  const matter = await propose(scene, { group: 'kk', by: 'henrike', at: scene.at('2026-09-01', '10:00'), ...words })
  const asked = { method: 'majority', channel: 'meeting', by: 'ayla', at, closesAt: end, answers } as const
  const held = await holdRound(scene, matter, { ...asked, ...(isSimple && simple) })
  await recuse(scene, held, recused, at)
  const counted = await countRound(scene, held, { by: 'ayla', at: end, answers })
  if (minority) await differ(scene, held, minority)
  const confirmed = { number, by: second, at: scene.at('2026-09-10', `18:${number}`) }
  return establish(scene, counted, { ...confirmed, decidedOn: scene.day('2026-09-08'), summary })
}

/** The minority asks for its view to go along. */
export const publication = (scene: Scene, papers: Papers): Promise<Decision> =>
  voted(scene, {
    number: 11,
    title: 'Veröffentlichung „Energie bleibt im Dorf“',
    wording: 'Die Allianz veröffentlicht das Positionspapier „Energie bleibt im Dorf“ in der Fassung\u00a04.',
    rationale: 'Die AG\u00a0Energie hat den Text fertiggestellt und bittet den Kreis, ihn für die Allianz zu zeigen.',
    snapshotId: version(papers.villageEnergy, 4).id,
    summary: 'Unser Papier zur Energie in Bürgerhand wird veröffentlicht.',
    clock: '20:05',
    yes: ['swantje', 'luca', 'ilse', 'piet', 'roswitha', 'mirjam'],
    no: ['kemal', 'nele'],
    abstain: ['ole'],
    minority: { by: 'kemal', says: 'Wir tragen das Ziel, vermissen aber die Tarifbindung beim Bau der Anlagen.' },
  })

/** A tie: rejected, and it stands in the register all the same. */
export const foundationMoney = (scene: Scene): Promise<Decision> =>
  voted(scene, {
    number: 12,
    title: 'Fördermittel der Larn-Stiftung',
    wording: 'Wir nehmen Fördermittel der Larn-Stiftung (fiktiv) an.',
    rationale: 'Mit dem Geld könnten wir die Dialogabende bezahlen.',
    summary: 'Die Allianz nimmt kein Geld von der Larn-Stiftung.',
    clock: '20:25',
    ...{ yes: ['swantje', 'ole', 'piet', 'ilse'], no: ['nele', 'luca', 'roswitha', 'kemal'] },
    ...{ recused: { mirjam: 'office_at_funder' }, isSimple: true, second: 'henrike' },
  })

export const festival = (scene: Scene): Promise<Decision> =>
  voted(scene, {
    number: 13,
    title: 'Beim Larnfest dabei',
    wording: 'Die Allianz macht beim Larnfest mit.',
    rationale: 'Dort erreichen wir die Leute, die nie zu einem Treffen kommen.',
    summary: 'Die Allianz hat einen Stand beim Larnfest.',
    ...{ clock: '20:45', isSimple: true },
    yes: ['swantje', 'nele', 'luca', 'ole', 'ilse', 'piet', 'roswitha', 'mirjam', 'kemal'],
  })
