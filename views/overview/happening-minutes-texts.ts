/** Minutes, from the first round to the approval. */
export const minutesGerman = {
  'minutes.circulated': '{who} hat das Protokoll von {what} in Umlauf gegeben.',
  'minutes.contested': '{who} hat Einspruch gegen das Protokoll von {what} erhoben.',
  'minutes.settled': 'Über einen Einspruch gegen das Protokoll von {what} ist entschieden.',
  'minutes.approved': 'Das Protokoll von {what} ist genehmigt.',
  'minutes.noteProposed': '{who} hat eine Berichtigung zum Protokoll von {what} vorgeschlagen.',
  'minutes.noteSigned': '{who} hat eine Berichtigung zum Protokoll von {what} unterschrieben.',
} as const

export const minutesEnglish = {
  'minutes.circulated': '{who} sent the minutes of {what} round.',
  'minutes.contested': '{who} objected to the minutes of {what}.',
  'minutes.settled': 'An objection to the minutes of {what} has been settled.',
  'minutes.approved': 'The minutes of {what} have been approved.',
  'minutes.noteProposed': '{who} proposed a correction to the minutes of {what}.',
  'minutes.noteSigned': '{who} signed a correction to the minutes of {what}.',
}
