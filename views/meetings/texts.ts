import type { Meeting } from '#src/meetings/schema.ts'
import type { MeetingState } from '#src/meetings/standing.ts'
import { bilingual } from '../kit/texts.ts'

type States = Record<MeetingState, { label: string; meaning: string }>
type Forms = Record<Meeting['form'], string>

const states: States = {
  planned: { label: 'Geplant', meaning: 'Die Einladung ist noch nicht verschickt.' },
  invited: { label: 'Eingeladen', meaning: 'Alle haben Einladung und Tagesordnung.' },
  in_session: { label: 'Läuft gerade', meaning: 'Die Gruppe sitzt zusammen.' },
  ended: { label: 'Beendet', meaning: 'Das Protokoll ist noch nicht genehmigt.' },
  closed: { label: 'Abgeschlossen', meaning: 'Das Protokoll ist genehmigt.' },
  cancelled: { label: 'Fällt aus', meaning: 'Was offen war, wartet auf die nächste Sitzung.' },
}

const englishStates: States = {
  planned: { label: 'Planned', meaning: 'The invitation has not been sent yet.' },
  invited: { label: 'Invited', meaning: 'Everybody has the invitation and the agenda.' },
  in_session: { label: 'In session', meaning: 'The group sits together.' },
  ended: { label: 'Over', meaning: 'The minutes have not been approved yet.' },
  closed: { label: 'Closed', meaning: 'The minutes are approved.' },
  cancelled: { label: 'Cancelled', meaning: 'What was open waits for the next meeting.' },
}

const forms: Forms = { on_site: 'vor Ort', online: 'online', hybrid: 'vor Ort und online' }
const englishForms: Forms = { on_site: 'on site', online: 'online', hybrid: 'on site and online' }

export const texts = bilingual({
  de: {
    ...{ states, forms },
    title: 'Sitzungen',
    lead: 'Wann ihr zusammenkommt, worüber ihr sprecht und was daraus geworden ist.',
    coming: 'Kommende Sitzungen',
    past: 'Vergangene Sitzungen',
    none: 'Noch keine Sitzung geplant.',
    noneThen: 'Der nächste Termin ist schon vorgeschlagen. Du musst nichts eintippen.',
    noneForMembers: 'Planen können Leitung, Moderation und Koordination.',
    plan: 'Sitzung planen',
    meeting: (p: { number: string }) => `Sitzung ${p.number}`,
    fromTo: (p: { from: string; to: string }) => `${p.from} bis ${p.to}`,
    offset: (p: { offset: string }) => `UTC${p.offset}`,
    clocksChange: 'Dazwischen werden die Uhren umgestellt.',
    all: 'Alle Sitzungen der Allianz',
    allLead: 'Wann welche Gruppe zusammenkommt. Was andere Gruppen besprechen, bleibt bei ihnen.',
    allNone: 'Zurzeit ist keine Sitzung geplant.',
    next: 'Nächste Sitzung',
    nextNone: 'Keine Sitzung geplant.',
    toAgenda: 'Zur Tagesordnung',
    toAll: 'Alle Sitzungen',
    items: (p: { count: number }) => (p.count === 1 ? '1 Punkt' : `${p.count} Punkte`),
    carriedReason: (p: { number: string }) => `In der Sitzung ${p.number} sind wir nicht dazu gekommen.`,
  },
  en: {
    ...{ states: englishStates, forms: englishForms },
    title: 'Meetings',
    lead: 'When you come together, what you talk about and what came of it.',
    coming: 'Meetings to come',
    past: 'Past meetings',
    none: 'No meeting is planned yet.',
    noneThen: 'The next date is suggested already. You need not type anything.',
    noneForMembers: 'Leads, facilitators and coordinators can plan one.',
    plan: 'Plan a meeting',
    meeting: (p) => `Meeting ${p.number}`,
    fromTo: (p) => `${p.from} to ${p.to}`,
    offset: (p) => `UTC${p.offset}`,
    clocksChange: 'The clocks change in between.',
    all: 'All meetings of the alliance',
    allLead: 'Which group comes together when. What other groups talk about stays with them.',
    allNone: 'No meeting is planned at the moment.',
    next: 'Next meeting',
    nextNone: 'No meeting is planned.',
    toAgenda: 'To the agenda',
    toAll: 'All meetings',
    items: (p) => (p.count === 1 ? '1 item' : `${p.count} items`),
    carriedReason: (p) => `We did not get to it in the meeting ${p.number}.`,
  },
})
