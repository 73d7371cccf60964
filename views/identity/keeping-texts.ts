import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Texte auf diesem Gerät',
    lead: 'Texte, die du bearbeitest, bleiben auf diesem Gerät liegen, damit ohne Netz nichts verloren geht. Beim Abmelden werden sie gelöscht. Arbeitest du an einem fremden Rechner, schalte das hier ab.',
    nothing: 'Auf diesem Gerät keine Texte aufbewahren',
  },
  en: {
    title: 'Texts on this device',
    lead: 'Texts that you edit are kept on this device, so that nothing is lost without a connection. Signing out deletes them. When you work on somebody else’s computer, switch that off here.',
    nothing: 'Keep no texts on this device',
  },
})
