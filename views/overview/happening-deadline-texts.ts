/** {who} did it, {what} is the day from outside with its link. */
export const deadlinesGerman = {
  'deadline.added': '{who} hat eine Frist von außen eingetragen: {what}.',
  'deadline.changed': '{who} hat die Frist {what} geändert.',
  'deadline.settled': '{who} hat die Frist {what} abgeschlossen.',
}

export const deadlinesEnglish: typeof deadlinesGerman = {
  'deadline.added': '{who} has added a deadline from outside: {what}.',
  'deadline.changed': '{who} has changed the deadline {what}.',
  'deadline.settled': '{who} has closed the deadline {what}.',
}
