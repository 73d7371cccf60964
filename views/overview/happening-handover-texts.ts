/** Hand-overs, the end of groups, and reports. */
export const handoversGerman = {
  'handover.made': '{name} führt weiter, was jemand anderes in der Hand hatte.',
  'group.restsFrom': '{who} hat eingetragen, dass die Gruppe ruht.',
  'group.woken': '{who} hat eingetragen, dass die Gruppe wieder arbeitet.',
  'group.heirChosen': '{who} hat eingetragen, wer übernimmt, wenn die Gruppe endet: {what}.',
  'group.dissolved': 'Mit {number} ist eine Gruppe aufgelöst: {what}.',
  'report.given': '{who} hat dem Kreis berichtet: {what}.',
} as const

export const handoversEnglish = {
  'handover.made': '{name} goes on with what somebody else had in hand.',
  'group.restsFrom': '{who} has entered that the group rests.',
  'group.woken': '{who} has entered that the group is at work again.',
  'group.heirChosen': '{who} has entered who takes over when the group ends: {what}.',
  'group.dissolved': 'By {number} a group is dissolved: {what}.',
  'report.given': '{who} has reported to the circle: {what}.',
} as const
