import { bilingual } from '../kit/texts.ts'

/** What the rules say about deciding without a meeting, and around deciding. */
export const texts = bilingual({
  de: {
    presets: {
      statutory: 'Ohne Sitzung gilt etwas nur, wenn alle Stimmberechtigten Ja sagen.',
      rules: 'Ohne Sitzung gelten dieselben Mehrheiten wie sonst.',
      silent:
        'Ohne Sitzung gilt Schweigen als Zustimmung, wenn alle erreicht wurden und niemand widerspricht. Über Geld und was nach außen wirkt, entscheidet Schweigen nie.',
    },
    minDays: (p: { days: number }) =>
      p.days === 1 ? 'Die Frist ist mindestens ein Tag.' : `Die Frist ist mindestens ${p.days}\u00A0Tage.`,
    extensions: (p: { count: number }) =>
      p.count === 0
        ? 'Verlängern geht nicht.'
        : p.count === 1
          ? 'Sie kann einmal verlängert werden.'
          : `Sie kann ${p.count}-mal verlängert werden.`,
    objections: (p: { count: number }) =>
      p.count === 1
        ? 'Verlangt ein Sitz eine Sitzung, gibt es eine.'
        : `Verlangen ${p.count}\u00A0Sitze eine Sitzung, gibt es eine.`,
    minActive: (p: { count: number }) =>
      p.count === 0
        ? 'Gilt Schweigen als Zustimmung, muss niemand antworten.'
        : `Gilt Schweigen als Zustimmung, müssen trotzdem mindestens ${p.count} antworten.`,
    proxies: (p: { count: number }) =>
      p.count === 0
        ? 'Stimmen lassen sich nicht übertragen.'
        : p.count === 1
          ? 'Ein Mitglied kann die Stimme eines anderen übernehmen.'
          : `Ein Mitglied kann die Stimmen von ${p.count} anderen übernehmen.`,
    visible: {
      after_close: 'Was andere antworten, sieht man erst nach dem Ende.',
      while_open: 'Einwände und Stufen sieht man, sobald sie gegeben sind. Stimmen und Widerstände erst nach dem Ende.',
    },
    shown: {
      names: 'Danach steht in der Gruppe da, wer was gesagt hat.',
      counts: 'Danach stehen nur die Zahlen da, keine Namen.',
    },
    conflicts: (p: { words: string }) => `Befangen ist, wen das betrifft: ${p.words}.`,
    minutesBySilence: 'Ein Protokoll ist genehmigt, wenn in der Frist niemand Einspruch erhebt.',
    minutesInMeeting: 'Ein Protokoll genehmigt ihr in der nächsten Sitzung.',
    noConflicts: 'Gründe für Befangenheit sind nicht festgelegt.',
    categories: {
      contract: 'Vertrag oder Streit mit dem Mitglied',
      own_funding: 'eigene Förderung',
      relatives: 'Angehörige',
      office_at_funder: 'Amt bei Zuwendungsgeber',
      own_project: 'eigenes Projekt',
    },
    noBasis: 'Keine genannt.',
  },
  en: {
    presets: {
      statutory: 'Without a meeting something is in force only if everybody entitled to vote says yes.',
      rules: 'Without a meeting the same majorities hold as otherwise.',
      silent:
        'Without a meeting silence is assent, if everybody was reached and nobody objects. Silence never decides about money or what takes effect in public.',
    },
    minDays: (p) => (p.days === 1 ? 'The period is at least one day.' : `The period is at least ${p.days}\u00A0days.`),
    extensions: (p) =>
      p.count === 0
        ? 'It cannot be extended.'
        : p.count === 1
          ? 'It can be extended once.'
          : `It can be extended ${p.count} times.`,
    objections: (p) =>
      p.count === 1
        ? 'If one seat asks for a meeting, there is one.'
        : `If ${p.count}\u00A0seats ask for a meeting, there is one.`,
    minActive: (p) =>
      p.count === 0
        ? 'Where silence is assent, nobody has to answer.'
        : `Where silence is assent, at least ${p.count} must answer all the same.`,
    proxies: (p) =>
      p.count === 0
        ? 'Votes cannot be handed over.'
        : p.count === 1
          ? 'A member can take over the vote of one other.'
          : `A member can take over the votes of ${p.count} others.`,
    visible: {
      after_close: 'What others answer is seen after the end only.',
      while_open: 'Objections and levels are seen as soon as they are given. Votes and resistance after the end only.',
    },
    shown: {
      names: 'Afterwards the group can see who said what.',
      counts: 'Afterwards only the numbers are shown, no names.',
    },
    conflicts: (p) => `There is a conflict of interest for whom this concerns: ${p.words}.`,
    minutesBySilence: 'Minutes are approved when nobody objects in time.',
    minutesInMeeting: 'You approve minutes in the next meeting.',
    noConflicts: 'No conflicts of interest are laid down.',
    categories: {
      contract: 'contract or dispute with the member',
      own_funding: 'own funding',
      relatives: 'relatives',
      office_at_funder: 'office at the funder',
      own_project: 'own project',
    },
    noBasis: 'None named.',
  },
})
