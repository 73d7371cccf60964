import { bilingual } from '../kit/texts.ts'

/** Every field of a rule set in words: what it is about, and what the group has chosen. */
export const texts = bilingual({
  de: {
    methods: {
      consent: 'Konsent',
      consensus: 'Konsens mit Stufen',
      systemic_consensing: 'Systemisches Konsensieren',
      majority: 'Mehrheit',
      recorded: 'Beschluss aus einer Sitzung',
    },
    sections: {
      methods: 'Verfahren',
      electorate: 'Wer zählt',
      quorum: 'Beschlussfähigkeit',
      majority: 'Mehrheit',
      consensus: 'Konsens mit Stufen',
      consent: 'Konsent',
      systemic: 'Systemisches Konsensieren',
      circular: 'Ohne Sitzung (Umlauf)',
      around: 'Drumherum',
      basis: 'Grundlage',
    },
    usual: (p: { method: string }) => `Üblich ist: ${p.method}.`,
    also: (p: { methods: string }) => `Möglich ist auch: ${p.methods}.`,
    noOther: 'Ein anderes Verfahren ist nicht vorgesehen.',
    electorates: {
      persons: 'Alle stimmberechtigten Mitglieder haben je eine Stimme.',
      seats: 'Bei Mehrheit und Konsensieren zählen Sitze. Konsent und Konsens fragen immer alle Personen.',
    },
    policies: {
      all_equal: 'Jeder Sitz und jede Einzelperson hat eine Stimme.',
      org_only: 'Organisationen und Gruppen haben je eine Stimme. Einzelne beraten mit.',
      weighted: (p: { organisation: number; person: number }) =>
        `Eine Organisation oder Gruppe zählt ${p.organisation}-fach, eine Einzelperson ${p.person}-fach.`,
      pooled: (p: { seats: number }) =>
        p.seats === 1
          ? 'Organisationen und Gruppen haben je eine Stimme, alle Einzelnen zusammen auch eine.'
          : `Organisationen und Gruppen haben je eine Stimme, alle Einzelnen zusammen ${p.seats}.`,
      dual: 'Nötig ist eine Mehrheit bei den Organisationen und Gruppen und eine bei den Einzelnen.',
    },
    several: 'Wer auf mehreren Sitzen sitzt, antwortet für jeden davon.',
    oneSeat: 'Wer auf mehreren Sitzen sitzt, antwortet in einer Runde nur für einen.',
    quorum: (p: { share: string }) => `${p.share} der Stimmberechtigten müssen antworten.`,
    quorumCount: (p: { count: number }) => `Mindestens ${p.count}\u00A0Stimmberechtigte müssen antworten.`,
    noQuorum: 'Es zählt, wer antwortet. Eine Mindestzahl gibt es nicht.',
    scopes: {
      attendance: 'In einer Sitzung genügt es dafür, da zu sein.',
      participation: 'Auch in einer Sitzung zählt dafür nur, wer antwortet.',
    },
    recused: {
      exclude: 'Wer befangen ist, zählt für die Beschlussfähigkeit nicht mit.',
      include: 'Wer befangen ist, zählt für die Beschlussfähigkeit trotzdem zu den Stimmberechtigten.',
    },
    atLeast: (p: { share: string }) => `Mindestens ${p.share}`,
    moreThan: (p: { share: string }) => `Mehr als ${p.share}`,
    shares: {
      '1/2': 'die Hälfte',
      '2/3': 'zwei Drittel',
      '3/4': 'drei Viertel',
      '1/3': 'ein Drittel',
      '1/4': 'ein Viertel',
      '1/5': 'ein Fünftel',
      '1/10': 'ein Zehntel',
      '1/1': 'alle',
    },
    of: (p: { part: number; whole: number }) => `${p.part} von ${p.whole} Teilen`,
    threshold: (p: { share: string; base: string }) => `Bei Mehrheit: ${p.share} ${p.base} müssen Ja sein.`,
    bases: {
      yes_no: 'der Ja- und Nein-Stimmen',
      yes_no_abstain: 'der Stimmen, Enthaltungen mitgezählt,',
      present: 'der Anwesenden',
      roll: 'aller Stimmberechtigten',
    },
    tie: {
      reject: 'Bei Gleichstand ist der Vorschlag abgelehnt.',
      chair: 'Bei Gleichstand entscheidet, wer die Runde geöffnet hat.',
    },
    noDissent: 'Wer beiseitesteht oder schwere Bedenken hat, schickt den Vorschlag zurück in die Beratung.',
    dissent: (p: { share: string }) =>
      `Stehen mehr als ${p.share} beiseite oder haben schwere Bedenken, geht der Vorschlag zurück in die Beratung.`,
    block: {
      single: 'Ein einziges Veto stoppt ihn.',
      share: 'Ein Veto zählt wie schwere Bedenken.',
    },
    fallback: {
      none: 'Findet ihr nicht zusammen, fragt ihr nur mit einem anderen Wortlaut noch einmal.',
      majority: 'Findet auch eine kleine Gruppe keine Lösung, darf in einer neuen Runde die Mehrheit entscheiden.',
    },
    maxRounds: (p: { count: number }) =>
      p.count === 1
        ? 'Bleibt ein Einwand nach einer Runde offen, überlegt ihr, wie es sonst weitergeht.'
        : `Bleibt ein Einwand nach ${p.count}\u00A0Runden offen, überlegt ihr, wie es sonst weitergeht.`,
    alert: (p: { from: number }) =>
      `Bekommt der Gewinner von jemandem ${p.from} oder mehr Widerstand, wird darüber geredet, bevor er gilt.`,
  },
  en: {
    methods: {
      consent: 'consent',
      consensus: 'consensus with levels',
      systemic_consensing: 'systemic consensing',
      majority: 'majority',
      recorded: 'a decision from a meeting',
    },
    sections: {
      methods: 'Methods',
      electorate: 'Who counts',
      quorum: 'Quorum',
      majority: 'Majority',
      consensus: 'Consensus with levels',
      consent: 'Consent',
      systemic: 'Systemic consensing',
      circular: 'Without a meeting (circular)',
      around: 'Around it',
      basis: 'Basis',
    },
    usual: (p) => `Usual is: ${p.method}.`,
    also: (p) => `Also possible: ${p.methods}.`,
    noOther: 'There is no other method.',
    electorates: {
      persons: 'Every member with a vote has one.',
      seats: 'By majority and consensing, seats count. Consent and consensus always ask every person.',
    },
    policies: {
      all_equal: 'Every seat and every individual has one vote.',
      org_only: 'Organisations and groups have one vote each. Individuals advise.',
      weighted: (p) => `An organisation or group counts ${p.organisation} times, an individual ${p.person} times.`,
      pooled: (p) =>
        p.seats === 1
          ? 'Organisations and groups have one vote each, all individuals share one.'
          : `Organisations and groups have one vote each, all individuals share ${p.seats}.`,
      dual: 'It takes a majority among organisations and groups and one among individuals.',
    },
    several: 'Whoever sits on several seats answers for each of them.',
    oneSeat: 'Whoever sits on several seats answers for one of them in a round.',
    quorum: (p) => `${p.share} of those entitled to vote must answer.`,
    quorumCount: (p) => `At least ${p.count}\u00A0people entitled to vote must answer.`,
    noQuorum: 'Whoever answers counts. There is no minimum number.',
    scopes: {
      attendance: 'In a meeting it is enough to be there.',
      participation: 'In a meeting, too, only those count who answer.',
    },
    recused: {
      exclude: 'Who has a conflict of interest is left out of the quorum.',
      include: 'Who has a conflict of interest still belongs to those entitled when the quorum is counted.',
    },
    atLeast: (p) => `At least ${p.share}`,
    moreThan: (p) => `More than ${p.share}`,
    shares: {
      '1/2': 'one half',
      '2/3': 'two thirds',
      '3/4': 'three quarters',
      '1/3': 'one third',
      '1/4': 'one quarter',
      '1/5': 'one fifth',
      '1/10': 'one tenth',
      '1/1': 'all',
    },
    of: (p) => `${p.part} of ${p.whole} parts`,
    threshold: (p) => `By majority: ${p.share} ${p.base} must be yes.`,
    bases: {
      yes_no: 'of the yes and no votes',
      yes_no_abstain: 'of the votes, abstentions included,',
      present: 'of those present',
      roll: 'of all entitled to vote',
    },
    tie: {
      reject: 'In a tie the proposal is rejected.',
      chair: 'In a tie whoever opened the round decides.',
    },
    noDissent: 'Anybody who stands aside or has serious concerns sends the proposal back to be talked about.',
    dissent: (p) =>
      `If more than ${p.share} stand aside or have serious concerns, the proposal goes back to be talked about.`,
    block: { single: 'A single veto stops it.', share: 'A veto counts like serious concerns.' },
    fallback: {
      none: 'If you do not come together, you ask again only with another wording.',
      majority: 'If a small group finds no solution either, a majority may decide in a new round.',
    },
    maxRounds: (p) =>
      p.count === 1
        ? 'If an objection is still open after one round, you think about how else to go on.'
        : `If an objection is still open after ${p.count}\u00A0rounds, you think about how else to go on.`,
    alert: (p) =>
      `If the winner meets a resistance of ${p.from} or more from anybody, that is talked about before it is in force.`,
  },
})
