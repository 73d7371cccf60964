import { bilingual } from '../kit/texts.ts'

/** Where one starts from, and the words of a proposal about rules. */
export const texts = bilingual({
  de: {
    presets: 'Womit wollt ihr anfangen?',
    presetsMore: 'Eine Vorlage füllt das Formular aus. Danach könnt ihr alles einzeln ändern.',
    presetNow: 'Das Formular zeigt jetzt diese Vorlage.',
    preset: {
      consent: {
        title: 'Konsent',
        text: 'Ein Vorschlag gilt, wenn niemand einen schwerwiegenden, begründeten Einwand hat. Mindestens die Hälfte muss antworten.',
      },
      consensus: {
        title: 'Konsens mit Stufen',
        text: 'Jede Person sagt in sechs Stufen, wie gut sie den Vorschlag mittragen kann. Ein Veto stoppt ihn, und wenn mehr als ein Viertel nicht mitgeht, redet ihr noch einmal.',
      },
      statute: {
        title: 'Vereinsgrundfall (BGB)',
        text: 'In der Sitzung gilt, was mehr Ja als Nein bekommt; Enthaltungen zählen nicht mit. Ohne Sitzung gilt etwas nur, wenn alle Ja sagen.',
      },
      organisations: {
        title: 'Bündnis nach Organisationen (Schweigen gilt als Zustimmung, 7\u00A0Tage)',
        text: 'Jede Organisation und jede Gruppe hat eine Stimme, Einzelne beraten mit; nötig sind drei Viertel der Ja- und Nein-Stimmen. Ohne Sitzung gilt nach sieben Tagen Schweigen als Zustimmung, wenn alle erreicht wurden und niemand widerspricht.',
      },
    },
    titleOf: 'Neue Regeln für unsere Gruppe',
    titleAbout: (p: { about: string }) => `Regeln ändern: ${p.about}`,
    summary: (p: { group: string; about: string }) => `${p.group} ändert, wie sie entscheidet: ${p.about}.`,
    decides: (p: { group: string }) => `${p.group} entscheidet ab jetzt nach anderen Regeln.`,
    changes: 'Neu gilt:',
    altogether: 'Damit gilt insgesamt:',
  },
  en: {
    presets: 'Where do you want to start from?',
    presetsMore: 'A preset fills in the form. After that you can change each part.',
    presetNow: 'The form shows this preset now.',
    preset: {
      consent: {
        title: 'Consent',
        text: 'A proposal is adopted if nobody has a serious, reasoned objection. At least half must answer.',
      },
      consensus: {
        title: 'Consensus with levels',
        text: 'Everybody says in six levels how far they can carry the proposal. A veto stops it, and if more than a quarter do not go along you talk again.',
      },
      statute: {
        title: 'Association by statute (BGB)',
        text: 'In a meeting what gets more yes than no is adopted; abstentions do not count. Without a meeting something is in force only if everybody says yes.',
      },
      organisations: {
        title: 'Alliance by organisations (silence is assent, 7\u00A0days)',
        text: 'Every organisation and every group has one vote, individuals advise; it takes three quarters of the yes and no votes. Without a meeting silence is assent after seven days, if everybody was reached and nobody objects.',
      },
    },
    titleOf: 'New rules for our group',
    titleAbout: (p) => `Change the rules: ${p.about}`,
    summary: (p) => `${p.group} changes how it decides: ${p.about}.`,
    decides: (p) => `From now on ${p.group} decides by other rules.`,
    changes: 'New:',
    altogether: 'So altogether:',
  },
})
