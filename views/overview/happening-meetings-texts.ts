/** {who} did it, {what} is the meeting with its link. */
export const meetingsGerman = {
  'meeting.planned': '{who} hat die Sitzung {what} geplant.',
  'meeting.changed': '{who} hat die Sitzung {what} geändert.',
  'meeting.filled': 'Auf der Tagesordnung von {what} steht Neues.',
  'meeting.arranged': '{who} hat die Tagesordnung von {what} geändert.',
  'meeting.invited': '{who} hat zur Sitzung {what} eingeladen.',
  'meeting.opened': 'Die Sitzung {what} hat begonnen.',
  'meeting.ended': 'Die Sitzung {what} ist zu Ende.',
  'meeting.cancelled': 'Die Sitzung {what} fällt aus.',
  'referral.scheduled': '{what} steht auf der Tagesordnung von {number}.',
}

export const meetingsEnglish: typeof meetingsGerman = {
  'meeting.planned': '{who} has planned the meeting {what}.',
  'meeting.changed': '{who} has changed the meeting {what}.',
  'meeting.filled': 'There is something new on the agenda of {what}.',
  'meeting.arranged': '{who} has changed the agenda of {what}.',
  'meeting.invited': '{who} has invited people to the meeting {what}.',
  'meeting.opened': 'The meeting {what} has begun.',
  'meeting.ended': 'The meeting {what} is over.',
  'meeting.cancelled': 'The meeting {what} does not take place.',
  'referral.scheduled': '{what} is on the agenda of {number}.',
}
