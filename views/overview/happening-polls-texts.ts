/** About searches for a date; merged into the sentences of what happened. */
export const pollsGerman = {
  'poll.opened': '{who} fragt, wann ihr euch treffen könnt: {what}.',
  'poll.replied': '{who} hat Termine angekreuzt: {what}.',
  'poll.closed': '{who} hat die Terminsuche abgeschlossen: {what}.',
} as const

export const pollsEnglish = {
  'poll.opened': '{who} asks when you can meet: {what}.',
  'poll.replied': '{who} has ticked dates: {what}.',
  'poll.closed': '{who} has ended the search for a date: {what}.',
} as const
