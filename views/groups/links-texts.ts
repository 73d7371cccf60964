import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    links: 'Verbindung zum Kreis',
    double: 'Zwei Menschen verbinden die Gruppe mit dem Kreis.',
    oneAlone: 'Nur eine Person verbindet die Gruppe mit dem Kreis.',
    oneAloneMore: 'Leitung und Delegation sollen zwei Menschen sein, die beide im Kreis sitzen.',
    vacant: {
      lead: 'Die Leitung ist nicht besetzt.',
      delegate: 'Die Delegation ist nicht besetzt.',
    },
    vacantMore: 'Sprecht es bei der nächsten Sitzung an. Bis dahin hört der Kreis die Gruppe nur zum Teil.',
    standIn: (p: { names: string }) => `Vertretung: ${p.names}.`,
    notThere: 'nicht im Kreis',
    until: (p: { name: string; day: string }) => `${p.name} bis ${p.day}`,
    nobody: 'niemand',
  },
  en: {
    links: 'Link to the circle',
    double: 'Two people link the group to the circle.',
    oneAlone: 'Only one person links the group to the circle.',
    oneAloneMore: 'Lead and delegate should be two people who both sit in the circle.',
    vacant: { lead: 'Nobody leads the group.', delegate: 'The post of the delegate is vacant.' },
    vacantMore: 'Raise it at the next meeting. Until then the circle hears only part of the group.',
    standIn: (p) => `Stand-in: ${p.names}.`,
    notThere: 'not in the circle',
    until: (p) => `${p.name} until ${p.day}`,
    nobody: 'nobody',
  },
})
