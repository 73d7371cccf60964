import { answersSaid, answersSaidEnglish } from './happening-answers-texts.ts'
import { deadlinesEnglish, deadlinesGerman } from './happening-deadline-texts.ts'
import { referralsEnglish, referralsGerman } from './happening-referral-texts.ts'
import { meetingsEnglish, meetingsGerman } from './happening-meetings-texts.ts'

/** What stands in files of its own, each feature beside its sentences. */
export const addedGerman = { ...answersSaid, ...deadlinesGerman, ...meetingsGerman, ...referralsGerman }

export const addedEnglish = { ...answersSaidEnglish, ...deadlinesEnglish, ...meetingsEnglish, ...referralsEnglish }
