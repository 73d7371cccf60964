import { bilingual } from '../kit/texts.ts'

/** How a round goes, besides the two sentences of its method. */
export const texts = bilingual({
  de: {
    gist: {
      statutory: 'Alle auf der Liste müssen Ja sagen.',
      silent: 'Wer nichts sagt, stimmt zu. Ein Einwand bringt die Sache in die Sitzung.',
      consent: 'Es gilt ohne schwerwiegenden Einwand.',
      single: 'Es gilt, wenn genug es mittragen und niemand ein Veto einlegt.',
      share: 'Es gilt, wenn genug es mittragen.',
      systemic_consensing: 'Der kleinste Widerstand gewinnt, wenn er kleiner ist als bei „nichts ändern“.',
    },
    silent: 'Wer erreicht wurde und nichts sagt, stimmt zu. Ein einziger Einwand bringt die Sache in die Sitzung.',
    minActive: (p: { count: number }) =>
      p.count === 1 ? 'Mindestens eine Person muss antworten.' : `Mindestens ${p.count} müssen antworten.`,
    statutory: 'Alle auf der Liste müssen Ja sagen. Fehlt ein Ja, geht die Sache in die Sitzung.',
    circular: 'Entschieden wird ohne Sitzung. Bis zum Ende könnt ihr eure Antwort ändern oder eine Sitzung verlangen.',
    meeting: 'Geantwortet wird in der Sitzung.',
    carry: 'Wir fragen: Trägst du es mit? Jede Person sagt, wie gut sie den Vorschlag mittragen kann.',
    single: (p: { share: string }) =>
      `Ein Veto stoppt ihn. Stehen mehr als ${p.share} beiseite oder haben schwere Bedenken, geht er zurück in die Beratung.`,
    share: (p: { share: string }) =>
      `Stehen mehr als ${p.share} beiseite, haben schwere Bedenken oder legen ein Veto ein, geht er zurück in die Beratung.`,
    nobodyAgainst: {
      single: 'Ein Veto stoppt ihn. Steht jemand beiseite oder hat schwere Bedenken, geht er zurück in die Beratung.',
      share: 'Steht jemand beiseite, hat schwere Bedenken oder legt ein Veto ein, geht er zurück in die Beratung.',
    },
    ties: 'Bei gleicher Summe gewinnt, was den kleineren höchsten Widerstand hat, danach, was seltener 8 oder mehr bekommt. Ist es dann noch gleich, gibt es eine Stichrunde.',
    alert: (p: { from: number }) =>
      `Bekommt der Gewinner irgendwo ${p.from} oder mehr, wird darüber geredet, bevor es gilt.`,
    parts: {
      '1/2': 'die Hälfte',
      '1/3': 'ein Drittel',
      '1/4': 'ein Viertel',
      '1/5': 'ein Fünftel',
      '1/10': 'ein Zehntel',
    } as Record<string, string>,
    seats: {
      all_equal: 'Gezählt wird nach Sitzen. Jeder Sitz hat eine Stimme.',
      org_only: 'Gezählt werden die Sitze der Organisationen und Gruppen. Einzelne beraten mit.',
      weighted: 'Gezählt wird nach Sitzen.',
      pooled: 'Gezählt wird nach Sitzen.',
      dual: 'Nötig ist eine Mehrheit bei den Organisationen und Gruppen und eine bei den Einzelnen.',
    },
    persons: 'Jede Person hat eine Stimme.',
    personsNotSeats: 'Gefragt wird jede Person, nicht jeder Sitz.',
    presence: (p: { share: string }) => `Nötig: ${p.share} anwesend.`,
    presenceCount: (p: { count: number }) => `Nötig: mindestens ${p.count} anwesend.`,
    weights: (p: { organisation: number; person: number }) =>
      `Eine Organisation oder Gruppe zählt ${p.organisation}-fach, eine Person ${p.person}-fach.`,
    pool: (p: { seats: number }) =>
      p.seats === 1
        ? 'Alle Einzelnen haben zusammen eine Stimme.'
        : `Alle Einzelnen haben zusammen ${p.seats}\u00A0Stimmen.`,
  },
  en: {
    gist: {
      statutory: 'Everybody on the roll must say yes.',
      silent: 'Who says nothing agrees. An objection takes the matter to a meeting.',
      consent: 'It is adopted if nobody has a serious objection.',
      single: 'It is adopted if enough can carry it and nobody vetoes it.',
      share: 'It is adopted if enough can carry it.',
      systemic_consensing: 'The least resistance wins if it is less than for “change nothing”.',
    },
    silent: 'Who was reached and says nothing agrees. A single objection takes the matter to a meeting.',
    minActive: (p) => (p.count === 1 ? 'At least one person must answer.' : `At least ${p.count} must answer.`),
    statutory: 'Everybody on the roll must say yes. If one yes is missing, the matter goes to a meeting.',
    circular: 'It is decided without a meeting. Until the end you can change your answer or ask for a meeting instead.',
    meeting: 'Answers are given in the meeting.',
    carry: 'We ask: can you carry it? Everybody says how far they can carry the proposal.',
    single: (p) =>
      `A veto stops it. If more than ${p.share} stand aside or have serious concerns, it goes back to be talked about.`,
    share: (p) =>
      `If more than ${p.share} stand aside, have serious concerns or veto it, it goes back to be talked about.`,
    nobodyAgainst: {
      single: 'A veto stops it. If anybody stands aside or has serious concerns, it goes back to be talked about.',
      share: 'If anybody stands aside, has serious concerns or vetoes it, it goes back to be talked about.',
    },
    ties: 'With equal sums the one with the lower highest resistance wins, then the one that gets 8 or more less often. If they are still equal, there is a run-off.',
    alert: (p) => `If the winner gets ${p.from} or more from anybody, that is talked about before it is in force.`,
    parts: {
      '1/2': 'half',
      '1/3': 'one third',
      '1/4': 'one quarter',
      '1/5': 'one fifth',
      '1/10': 'one tenth',
    } as Record<string, string>,
    seats: {
      all_equal: 'Seats are counted. Each seat has one vote.',
      org_only: 'The seats of organisations and groups are counted. Individuals advise.',
      weighted: 'Seats are counted.',
      pooled: 'Seats are counted.',
      dual: 'It takes a majority among organisations and groups and one among individuals.',
    },
    persons: 'Each person has one vote.',
    personsNotSeats: 'Each person is asked, not each seat.',
    presence: (p) => `It takes ${p.share} to be present.`,
    presenceCount: (p) => `It takes at least ${p.count} to be present.`,
    weights: (p) => `An organisation or group counts ${p.organisation} times, a person ${p.person} times.`,
    pool: (p) => (p.seats === 1 ? 'All individuals share one vote.' : `All individuals share ${p.seats} votes.`),
  },
})
