import type { Rules } from '../groups/rules.ts'
import { initialRules } from '../groups/rules.ts'
import type { Role } from '../groups/schema.ts'

/** The sample alliance of `DOMAIN.md 6`: everybody and everything in it is invented. */
export const allianceName = 'Allianz Zukunft Larnrevier (AZL) (fiktiv)'

/** Monday of the week in which the sample "now" lies; a loader shifts every day by whole weeks. */
export const anchorDay = '2026-10-05'

/** `DOMAIN.md 6.1`; in their order. */
export const ideaTitles = {
  L1: 'Gut leben in Dorf und Stadt',
  L2: 'Boden und Wasser schützen',
  L3: 'Energie in Bürgerhand',
  L4: 'Wege ohne Auto',
  L5: 'Beteiligung auf Augenhöhe',
  L6: 'Gute Arbeit',
  L7: 'Digital und offen',
} as const

export const organisationNames = {
  o1: 'Naturschutzring Larnau e. V.',
  o2: 'Bürgerenergie Larn eG',
  o3: 'Kirchenkreis Larnau',
  o4: 'Dorfgemeinschaft Altenlarn',
  o5: 'Hofgemeinschaft Kirchfeld',
  o6: 'Initiative Gute Arbeit Larn',
  o7: 'Radverein Speiche Larnau e. V.',
  o8: 'Netzlabor Larn e. V.',
  office: 'Förderverein Larnrevier e. V.',
} as const

type OrganisationKey = keyof typeof organisationNames

export const persons = {
  henrike: { name: 'Henrike Talmann', email: 'henrike.talmann', organisation: 'office' },
  gerd: { name: 'Gerd Moosbach', email: 'gerd.moosbach', organisation: null },
  ayla: { name: 'Ayla Brenscheid', email: 'ayla.brenscheid', organisation: null },
  mirjam: { name: 'Mirjam Okafor-Lenz', email: 'mirjam.okafor-lenz', organisation: 'o3' },
  jost: { name: 'Jost Wippermühl', email: 'jost.wippermuehl', organisation: 'o5' },
  piet: { name: 'Piet Sandkuhl', email: 'piet.sandkuhl', organisation: 'o8' },
  swantje: { name: 'Swantje Kieselbach', email: 'swantje.kieselbach', organisation: 'o2' },
  tarek: { name: 'Tarek Lindhövel', email: 'tarek.lindhoevel', organisation: 'o2' },
  roswitha: { name: 'Roswitha Eickenrath', email: 'roswitha.eickenrath', organisation: 'o1' },
  bjarne: { name: 'Bjarne Tannrodt', email: 'bjarne.tannrodt', organisation: 'o1' },
  nele: { name: 'Nele Auerswald-Pohl', email: 'nele.auerswald-pohl', organisation: 'o5' },
  kemal: { name: 'Kemal Dornfelder', email: 'kemal.dornfelder', organisation: 'o6' },
  ilse: { name: 'Ilse Vennhaus', email: 'ilse.vennhaus', organisation: 'o4' },
  luca: { name: 'Luca Morgenroth-Sahin', email: 'luca.morgenroth-sahin', organisation: null },
  hedwig: { name: 'Hedwig Plattenberg', email: 'hedwig.plattenberg', organisation: 'o4' },
  ole: { name: 'Ole Radebrecht', email: 'ole.radebrecht', organisation: 'o7' },
  dunja: { name: 'Dunja Weselin', email: 'dunja.weselin', organisation: 'o7' },
  vincent: { name: 'Vincent Ahrsiek', email: 'vincent.ahrsiek', organisation: null },
  marlies: { name: 'Marlies Quettinger', email: 'marlies.quettinger', organisation: 'o4' },
  fritjof: { name: 'Fritjof Bellinghaus', email: 'fritjof.bellinghaus', organisation: 'o8' },
  /** Outside expert: reads as a guest of AG Digitalisierung, never on a roll. */
  vera: { name: 'Vera Hollunder', email: 'vera.hollunder', organisation: null },
} as const satisfies Record<string, { name: string; email: string; organisation: OrganisationKey | null }>

export type PersonKey = keyof typeof persons

export const mailOf = (key: PersonKey) => `${persons[key].email}@example.org`

interface CastGroup {
  name: string
  prefix: string
  kind: 'working_group' | 'circle'
  aim: string
  domain: string
  mandateUntil: string | null
  members: PersonKey[]
  /** Attend without a vote. */
  attending?: PersonKey[]
  guests?: PersonKey[]
  roles: Partial<Record<PersonKey, Role[]>>
  rules: Rules
}

/** Consent, and where that fails two thirds of the seats (`DOMAIN.md 6.2`). */
const consentOrSeats: Rules = {
  ...initialRules,
  electorate: 'seats',
  seatPolicy: 'org_only',
  threshold: { comparison: 'at_least', numerator: 2, denominator: 3 },
}
const byLevels: Rules = { ...initialRules, defaultMethod: 'consensus' }
const byMajority: Rules = { ...initialRules, defaultMethod: 'majority' }
const silentWithTwo: Rules = {
  ...initialRules,
  quorum: { kind: 'absolute', count: 2 },
  consent: { ...initialRules.consent, silence: 'silent' },
  circular: { ...initialRules.circular, preset: 'silent', minDays: 7, minActive: 2 },
}

export const castGroups = {
  kk: {
    name: 'Koordinierungskreis',
    prefix: 'KK',
    kind: 'circle',
    aim: 'Spricht für die Allianz und beantwortet Weiterleitungen',
    domain: 'Gemeinsame Positionen, Anträge und Geld der Allianz, Aufträge der Arbeitsgruppen',
    mandateUntil: null,
    members: [
      'ayla',
      'mirjam',
      'piet',
      'swantje',
      'tarek',
      'roswitha',
      'nele',
      'kemal',
      'ilse',
      'luca',
      'hedwig',
      'ole',
      'dunja',
      'marlies',
      'fritjof',
    ],
    attending: ['henrike'],
    roles: { henrike: ['coordinator'], ayla: ['facilitator'], mirjam: ['minute_taker'] },
    rules: consentOrSeats,
  },
  en: {
    name: 'AG\u00a0Energie',
    prefix: 'EN',
    kind: 'working_group',
    aim: 'Bürgerenergie, Wärme, Nachnutzung Kraftwerk',
    domain: 'Texte, Gutachten und Veranstaltungen zu Energie und Wärme im Larnrevier',
    mandateUntil: '2027-12-31',
    members: ['gerd', 'swantje', 'tarek', 'bjarne', 'fritjof'],
    roles: { swantje: ['lead'], tarek: ['delegate'], fritjof: ['minute_taker'] },
    rules: initialRules,
  },
  lw: {
    name: 'AG\u00a0Landwirtschaft',
    prefix: 'LW',
    kind: 'working_group',
    aim: 'Boden, Wasser, regionale Märkte',
    domain: 'Texte und Gespräche zu Boden, Wasser und Höfen',
    mandateUntil: '2026-12-31',
    members: ['jost', 'roswitha', 'nele', 'marlies'],
    roles: { nele: ['lead'], marlies: ['delegate'] },
    rules: byLevels,
  },
  bt: {
    name: 'AG\u00a0Beteiligung',
    prefix: 'BT',
    kind: 'working_group',
    aim: 'Bürgerrat, Dialogformate',
    domain: 'Dialogabende und Verfahren der Beteiligung',
    mandateUntil: '2027-06-30',
    members: ['ayla', 'luca', 'hedwig', 'vincent', 'fritjof'],
    roles: { ayla: ['lead'], luca: ['delegate'] },
    rules: initialRules,
  },
  mo: {
    name: 'AG\u00a0Mobilität',
    prefix: 'MO',
    kind: 'working_group',
    aim: 'Bahn, Bus, Rad auf dem Land',
    domain: 'Texte und Aktionen zu Bus, Bahn und Rad',
    mandateUntil: '2026-12-31',
    members: ['ole', 'dunja', 'vincent', 'marlies'],
    roles: { ole: ['lead'], dunja: ['delegate'] },
    rules: byMajority,
  },
  gl: {
    name: 'AG\u00a0Gutes Leben und Gute Arbeit',
    prefix: 'GL',
    kind: 'working_group',
    aim: 'Daseinsvorsorge, Tarifbindung, Kultur',
    domain: 'Texte und Veranstaltungen zu Arbeit, Dorfleben und Kultur',
    mandateUntil: '2027-06-30',
    members: ['mirjam', 'kemal', 'ilse', 'hedwig'],
    roles: { ilse: ['lead'], hedwig: ['delegate'] },
    rules: initialRules,
  },
  di: {
    name: 'AG\u00a0Digitalisierung',
    prefix: 'DI',
    kind: 'working_group',
    aim: 'Offene Daten, Dorf-WLAN',
    domain: 'Werkzeuge der Allianz, Texte zu offenen Daten',
    mandateUntil: '2027-12-31',
    members: ['gerd', 'piet', 'fritjof'],
    guests: ['vera'],
    roles: { piet: ['lead'], fritjof: ['delegate'] },
    rules: silentWithTwo,
  },
} as const satisfies Record<string, CastGroup>

export type GroupKey = keyof typeof castGroups

export const operator: PersonKey = 'piet'
