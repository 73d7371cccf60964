/** What people do with a task besides writing it down and ending it. */
export const tasksGerman = {
  'task.begun': '{who} hat mit {what} angefangen.',
  'task.halted': '{who} hat {what} angehalten.',
  'task.remarked': '{who} hat etwas zur Aufgabe {what} gesagt.',
} as const

export const tasksEnglish = {
  'task.begun': '{who} began with {what}.',
  'task.halted': '{who} put {what} on hold.',
  'task.remarked': '{who} said something about the task {what}.',
} as const
