import { answersSaid, answersSaidEnglish } from './happening-answers-texts.ts'
import { deadlinesEnglish, deadlinesGerman } from './happening-deadline-texts.ts'
import { handoversEnglish, handoversGerman } from './happening-handover-texts.ts'
import { meetingsEnglish, meetingsGerman } from './happening-meetings-texts.ts'
import { minutesEnglish, minutesGerman } from './happening-minutes-texts.ts'
import { referralsEnglish, referralsGerman } from './happening-referral-texts.ts'
import { tasksEnglish, tasksGerman } from './happening-tasks-texts.ts'

/** What stands in files of its own, each feature beside its sentences. */
export const addedGerman = {
  ...answersSaid,
  ...deadlinesGerman,
  ...handoversGerman,
  ...meetingsGerman,
  ...minutesGerman,
  ...tasksGerman,
  ...referralsGerman,
}

export const addedEnglish = {
  ...answersSaidEnglish,
  ...deadlinesEnglish,
  ...handoversEnglish,
  ...meetingsEnglish,
  ...minutesEnglish,
  ...tasksEnglish,
  ...referralsEnglish,
}
