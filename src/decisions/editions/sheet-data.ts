import type { DecisionSheet } from '../register/sheet.ts'
import type { RoundBehind } from '../register/sheet-round.ts'

const iso = (instant: Date | null) => instant?.toISOString() ?? null

/** With what was counted for each: sum, acceptance in tenths of a per cent, highest rating, ratings of 8 and more. */
const optionsOf = ({ options, deciding: { count } }: RoundBehind) =>
  options.map(({ id, position, title, wording, isPassive }) => {
    const counted = (what: string) => count?.tally[`${what}_${position}`] ?? null
    return {
      ...{ position, title, wording, isPassive, isChosen: id === count?.chosenId },
      ...{ sum: counted('sum'), acceptance: counted('acceptance') },
      ...{ highest: counted('highest'), high: counted('high') },
    }
  })

/** Who answered how: none outside of the group, and none where its rules show numbers alone. */
const answersOf = ({ answers, options }: RoundBehind) =>
  answers.map(({ seat, reason, given }) => ({
    ...{ seat: seat.name, kind: seat.kind, weight: seat.weight, counted: reason },
    by: given?.by ?? null,
    enteredBy: given?.enteredBy ?? null,
    choice: given?.choice ?? null,
    reason: given?.reason ?? '',
    resistance: options.flatMap(({ id, position }) => {
      const resistance = given?.ratings.get(id)
      return resistance === undefined ? [] : [{ position, resistance }]
    }),
  }))

function roundOf(behind: RoundBehind, isInternal: boolean) {
  const { deciding, all, roll, objections, concerns, dissent, talk } = behind
  const { round, closesAt, entitled } = deciding
  return {
    ...{ number: round.number, of: all.length, method: round.method, channel: round.channel, preset: round.preset },
    ...{ openedAt: iso(round.openedAt), closesAt: iso(closesAt), countedAt: iso(deciding.count?.createdAt ?? null) },
    entitled,
    ...{ rules: round.rules, ruleSet: round.ruleSetVersion, legalBasis: round.legalBasis, urgency: round.urgency },
    ...{ roll, options: optionsOf(behind), concerns },
    answers: isInternal ? answersOf(behind) : [],
    objections: objections.map(({ reason, roundNumber, state, owner, forName, ending, lapse }) => ({
      ...{ round: roundNumber, reason, state, by: isInternal ? owner : null, for: isInternal ? forName : null },
      note: ending?.note || lapse?.reason || '',
    })),
    minority: dissent.map(({ statement, author }) => ({ statement, by: isInternal ? author : null })),
    talk: talk?.note ?? null,
  }
}

function reportOf({ report, rules, edition }: DecisionSheet) {
  if (!report) return null
  const { place, manner, present, decidedOn, createdAt } = report
  return {
    ...{ place, manner, present: edition === 'internal' ? present : '', decidedOn, enteredAt: iso(createdAt) },
    ...{ ruleSet: rules?.version ?? null, legalBasis: rules?.legalBasis ?? '' },
  }
}

const endedAs = ({ ended }: DecisionSheet, as: 'supersession' | 'annulment') =>
  ended.flatMap(({ kind, cited }) => (kind === as ? cited : []))

const tasksOf = ({ tasks }: DecisionSheet, isInternal: boolean) =>
  tasks.map(({ title, dueOn, people, ending }) => ({
    ...{ title, dueOn, state: ending?.kind ?? ('open' as const) },
    responsible: isInternal ? people.map(({ name }) => name) : [],
  }))

const notesOf = ({ notes }: DecisionSheet, isInternal: boolean) =>
  notes
    .filter(({ signedAt }) => signedAt !== null)
    .map(({ kind, reason, changes, recused, tally, outcome, isDecisive, by, signedAt, first, second }) => ({
      ...{ kind, reason, tally, outcome, isDecisive, by: by?.cited ?? null, signedAt: iso(signedAt) },
      changes: kind === 'correction' ? changes : {},
      recused,
      signedBy: isInternal ? [first, second].filter((name) => name !== null) : [],
    }))

const basisOf = ({ snapshot, origin, round }: DecisionSheet) => ({
  proposal: round && { title: round.deciding.round.title, version: round.deciding.round.proposalVersion },
  basis: snapshot && {
    title: snapshot.title,
    version: `${snapshot.number}${snapshot.suffix}`,
    checksum: snapshot.checksum,
  },
  referral: origin && { number: origin.label, from: origin.from },
})

/** What stands for one decision outside of its page, for one kind of reader: plain data without anything else about it. */
export function sheetData(sheet: DecisionSheet) {
  const { decision: d, edition, corrected, round, subjects, head, signers, publication, published } = sheet
  const isInternal = edition === 'internal'
  return {
    ...{ format: 'kreislauf-decision/1' as const, edition },
    ...{ number: d.cited, title: d.title, summary: d.summary, wording: d.wording, rationale: d.rationale },
    group: { name: d.group.name, prefix: d.group.prefix, kind: d.group.kind, legalForm: d.group.legalForm },
    ...{ decidedOn: d.decidedOn, establishedAt: iso(d.createdAt), standing: d.standing },
    ...{ method: d.method, channel: d.channel, outcome: d.outcome, reason: d.reason, tally: d.tally, flags: d.flags },
    ...{ scope: d.scope, legalEntity: d.legalEntity, editorialMandate: d.editorialMandate },
    ...{ inForceFrom: d.inForceFrom, inForceUntil: d.inForceUntil, reviewOn: d.reviewOn },
    ...basisOf(sheet),
    corrected: corrected.map(({ number, suffix, note, createdAt }) => ({
      ...{ version: `${number}${suffix}`, note, at: iso(createdAt) },
    })),
    round: round && roundOf(round, isInternal),
    report: reportOf(sheet),
    ...{ topics: subjects.topics, ideas: subjects.ideas },
    ...{ supersedes: endedAs(sheet, 'supersession'), annuls: endedAs(sheet, 'annulment') },
    /** False as long as it has not begun, and where it should never have been entered. */
    endsOthers: sheet.ended.some(({ isEffective }) => isEffective),
    tasks: tasksOf(sheet, isInternal),
    notes: notesOf(sheet, isInternal),
    establishedBy: isInternal ? [d.firstPerson, d.secondPerson] : [],
    establishedAs: signers,
    ...{ visibility: published ? ('public' as const) : ('alliance' as const), publication, published },
    chain: head && { entry: head.seq, checksum: head.hash },
  }
}

/** A decision as programs read it; of the editions the one that it was made for. */
export type SheetData = ReturnType<typeof sheetData>
