/** What people do with a task besides writing it down and ending it. */
export const tasksGerman = {
  'task.created': '{who} hat die Aufgabe {what} aufgeschrieben.',
  'task.changed': '{who} hat die Aufgabe {what} geändert.',
  'task.done': '{who} hat {what} erledigt.',
  'task.dropped': '{who} hat die Aufgabe {what} aufgegeben.',
  'task.reopened': '{who} hat die Aufgabe {what} wieder aufgemacht.',
  'task.begun': '{who} hat mit {what} angefangen.',
  'task.halted': '{who} hat {what} angehalten.',
  'task.remarked': '{who} hat etwas zur Aufgabe {what} gesagt.',
} as const

export const tasksEnglish = {
  'task.created': '{who} wrote down the task {what}.',
  'task.changed': '{who} changed the task {what}.',
  'task.done': '{who} did {what}.',
  'task.dropped': '{who} dropped the task {what}.',
  'task.reopened': '{who} opened the task {what} again.',
  'task.begun': '{who} began with {what}.',
  'task.halted': '{who} put {what} on hold.',
  'task.remarked': '{who} said something about the task {what}.',
} as const
