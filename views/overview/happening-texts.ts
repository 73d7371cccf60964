import type { EventKind } from '#src/activity/schema.ts'
import type { AnswerEntry } from '#src/referrals/entries.ts'
import { bilingual } from '../kit/texts.ts'

/** {who} did it, {what} is the thing with its link, {number} and {name} come with what happened. */
const german = {
  'group.created': '{who} hat die Gruppe eingerichtet.',
  'member.invited': '{who} hat jemanden eingeladen.',
  'member.joined': '{name} ist jetzt dabei.',
  'member.left': '{name} gehört nicht mehr dazu.',
  'role.given': '{name} hat ein neues Amt.',
  'role.ended': '{name} hat ein Amt abgegeben.',
  'mandate.given': '{who} hat einen neuen Auftrag eingetragen.',
  'document.created': '{who} hat {what} angefangen.',
  'document.imported': '{who} hat {what} aus einer Datei übernommen.',
  'document.edited': '{who} hat an {what} weitergeschrieben.',
  'document.renamed': '{who} hat einen Text umbenannt: {what}.',
  'document.frozen': '{who} hat Fassung\u00A0{number} von {what} festgehalten.',
  'document.guestInvited': '{who} hat einen Gast zu {what} eingeladen.',
  'task.created': '{who} hat die Aufgabe {what} aufgeschrieben.',
  'task.changed': '{who} hat die Aufgabe {what} geändert.',
  'task.done': '{who} hat {what} erledigt.',
  'task.dropped': '{who} hat die Aufgabe {what} aufgegeben.',
  'task.reopened': '{who} hat die Aufgabe {what} wieder aufgemacht.',
  'proposal.created': '{who} schlägt vor: {what}.',
  'proposal.changed': '{who} hat den Vorschlag {what} geändert.',
  'proposal.withdrawn': '{who} hat den Vorschlag {what} zurückgezogen.',
  'round.opened': '{who} hat die Runde zu {what} eröffnet.',
  'round.answered': '{who} hat in der Runde zu {what} geantwortet.',
  'round.counted': 'Die Runde zu {what} ist ausgezählt.',
  'round.decided': 'Entschieden: {what} ({number}).',
  'objection.withdrawn': '{who} hat einen Einwand zu {what} zurückgezogen.',
  'objection.integrated': '{who} sagt: Der Einwand zu {what} ist eingearbeitet.',
  'record.reported': '{who} hat einen Beschluss eingetragen: {what}. Er wartet auf eine zweite Person.',
  'record.confirmed': 'Entschieden: {what} ({number}).',
  'record.discarded': '{who} hat den Eintrag {what} verworfen.',
  'referral.forwarded': '{who} hat {what} an den Kreis gegeben ({number}).',
  'referral.taken_up': 'Der Kreis berät über {what} ({number}).',
  'referral.answered': 'Der Kreis hat zu {what} geantwortet ({number}).',
} as const satisfies Record<EventKind, string>

const english: Record<EventKind, string> = {
  'group.created': '{who} set up the group.',
  'member.invited': '{who} invited somebody.',
  'member.joined': '{name} has joined.',
  'member.left': '{name} no longer belongs to the group.',
  'role.given': '{name} has a new role.',
  'role.ended': '{name} handed over a role.',
  'mandate.given': '{who} entered a new mandate.',
  'document.created': '{who} began {what}.',
  'document.imported': '{who} brought in {what} from a file.',
  'document.edited': '{who} wrote in {what}.',
  'document.renamed': '{who} renamed a text: {what}.',
  'document.frozen': '{who} kept version\u00A0{number} of {what}.',
  'document.guestInvited': '{who} invited a guest to {what}.',
  'task.created': '{who} wrote down the task {what}.',
  'task.changed': '{who} changed the task {what}.',
  'task.done': '{who} did {what}.',
  'task.dropped': '{who} dropped the task {what}.',
  'task.reopened': '{who} opened the task {what} again.',
  'proposal.created': '{who} proposes: {what}.',
  'proposal.changed': '{who} changed the proposal {what}.',
  'proposal.withdrawn': '{who} withdrew the proposal {what}.',
  'round.opened': '{who} opened the round on {what}.',
  'round.answered': '{who} answered in the round on {what}.',
  'round.counted': 'The round on {what} has been counted.',
  'round.decided': 'Decided: {what} ({number}).',
  'objection.withdrawn': '{who} withdrew an objection to {what}.',
  'objection.integrated': '{who} says: the objection to {what} is settled.',
  'record.reported': '{who} entered a decision: {what}. It waits for a second person.',
  'record.confirmed': 'Decided: {what} ({number}).',
  'record.discarded': '{who} discarded the entry {what}.',
  'referral.forwarded': '{who} handed {what} to the circle ({number}).',
  'referral.taken_up': 'The circle is deciding on {what} ({number}).',
  'referral.answered': 'The circle has answered about {what} ({number}).',
}

const answersGerman = {
  adopted: 'Der Kreis hat {what} beschlossen ({number}).',
  rejected: 'Der Kreis hat {what} abgelehnt ({number}).',
  returned: 'Der Kreis hat {what} mit Gründen zurückgegeben ({number}).',
  noted: 'Der Kreis hat {what} zur Kenntnis genommen ({number}).',
} as const satisfies Record<AnswerEntry['kind'], string>

const answersEnglish: Record<AnswerEntry['kind'], string> = {
  adopted: 'The circle has adopted {what} ({number}).',
  rejected: 'The circle has rejected {what} ({number}).',
  returned: 'The circle has returned {what} with reasons ({number}).',
  noted: 'The circle has taken note of {what} ({number}).',
}

export const texts = bilingual({
  de: {
    said: german,
    answers: answersGerman,
    released: 'Die Aufgabe {what} hat jetzt niemand.',
    somebody: 'Jemand',
    quoted: ['„', '“'],
  },
  en: {
    said: english,
    answers: answersEnglish,
    released: 'Nobody has the task {what} now.',
    somebody: 'Somebody',
    quoted: ['“', '”'],
  },
})
