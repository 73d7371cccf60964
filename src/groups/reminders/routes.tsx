import { endMail } from '#views/groups/end-mails.ts'
import { paths } from '../../paths.ts'
import type { Settings } from '../../ports.ts'
import type { EndLetter } from './sending.ts'

/** Whoever does not belong to the group sees its mandate and its terms in the register of the groups. */
export const endLetter =
  ({ publicUrl }: Pick<Settings, 'publicUrl'>): EndLetter =>
  (facts) =>
    endMail({ ...facts, href: publicUrl + (facts.belongs ? paths.people(facts.group) : paths.groups()) })
