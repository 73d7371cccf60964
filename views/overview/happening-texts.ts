import type { EventKind } from '#src/activity/schema.ts'
import type { AnswerEntry } from '#src/referrals/entries.ts'
import { bilingual } from '../kit/texts.ts'
import { answersSaid, answersSaidEnglish } from './happening-answers-texts.ts'
import { deadlinesEnglish, deadlinesGerman } from './happening-deadline-texts.ts'
import { decisionsEnglish, decisionsGerman } from './happening-decisions-texts.ts'
import { documentsEnglish, documentsGerman } from './happening-documents-texts.ts'
import { groupsEnglish, groupsGerman } from './happening-groups-texts.ts'
import { handoversEnglish, handoversGerman } from './happening-handover-texts.ts'
import { meetingsEnglish, meetingsGerman } from './happening-meetings-texts.ts'
import { minutesEnglish, minutesGerman } from './happening-minutes-texts.ts'
import { pollsEnglish, pollsGerman } from './happening-polls-texts.ts'
import {
  betweenGroupsEnglish,
  betweenGroupsGerman,
  referralsEnglish,
  referralsGerman,
} from './happening-referral-texts.ts'
import { tasksEnglish, tasksGerman } from './happening-tasks-texts.ts'

/** {who} did it, {what} is the thing with its link, {number} and {name} come with what happened. Each feature has its sentences. */
const german = {
  ...groupsGerman,
  ...documentsGerman,
  ...decisionsGerman,
  ...pollsGerman,
  ...answersSaid,
  ...deadlinesGerman,
  ...handoversGerman,
  ...meetingsGerman,
  ...minutesGerman,
  ...tasksGerman,
  ...referralsGerman,
} as const satisfies Record<EventKind, string>

const english: Record<EventKind, string> = {
  ...groupsEnglish,
  ...documentsEnglish,
  ...decisionsEnglish,
  ...pollsEnglish,
  ...answersSaidEnglish,
  ...deadlinesEnglish,
  ...handoversEnglish,
  ...meetingsEnglish,
  ...minutesEnglish,
  ...tasksEnglish,
  ...referralsEnglish,
}

const answersGerman = {
  adopted: 'Der Kreis hat {what} beschlossen ({number}).',
  adopted_with_changes: 'Der Kreis hat {what} mit Änderungen beschlossen ({number}).',
  rejected: 'Der Kreis hat {what} abgelehnt ({number}).',
  returned: 'Der Kreis hat {what} mit Gründen zurückgegeben ({number}).',
  noted: 'Der Kreis hat {what} zur Kenntnis genommen ({number}).',
} as const satisfies Partial<Record<AnswerEntry['kind'], string>>

const answersEnglish: Record<keyof typeof answersGerman, string> = {
  adopted: 'The circle has adopted {what} ({number}).',
  adopted_with_changes: 'The circle has adopted {what} with changes ({number}).',
  rejected: 'The circle has rejected {what} ({number}).',
  returned: 'The circle has returned {what} with reasons ({number}).',
  noted: 'The circle has taken note of {what} ({number}).',
}

export const texts = bilingual({
  de: {
    said: german,
    answers: answersGerman,
    betweenGroups: betweenGroupsGerman,
    released: 'Die Aufgabe {what} hat jetzt niemand.',
    somebody: 'Jemand',
    quoted: ['„', '“'],
  },
  en: {
    said: english,
    answers: answersEnglish,
    betweenGroups: betweenGroupsEnglish,
    released: 'Nobody has the task {what} now.',
    somebody: 'Somebody',
    quoted: ['“', '”'],
  },
})
