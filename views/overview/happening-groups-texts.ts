/** About groups and who belongs to them; merged into the sentences of what happened. */
export const groupsGerman = {
  'group.created': '{who} hat die Gruppe eingerichtet.',
  'member.invited': '{who} hat jemanden eingeladen.',
  'member.joined': '{name} ist jetzt dabei.',
  'member.left': '{name} gehört nicht mehr dazu.',
  'role.given': '{name} hat ein neues Amt.',
  'role.ended': '{name} hat ein Amt abgegeben.',
  'mandate.given': '{who} hat einen neuen Auftrag eingetragen.',
  'ruleSet.given': 'Die Gruppe hat mit {number} ihre Regeln geändert.',
  'ruleSet.returned': 'Weil {number} aufgehoben ist, gelten wieder die Regeln davor.',
} as const

export const groupsEnglish = {
  'group.created': '{who} set up the group.',
  'member.invited': '{who} invited somebody.',
  'member.joined': '{name} has joined.',
  'member.left': '{name} no longer belongs to the group.',
  'role.given': '{name} has a new role.',
  'role.ended': '{name} handed over a role.',
  'mandate.given': '{who} entered a new mandate.',
  'ruleSet.given': 'The group has changed its rules by {number}.',
  'ruleSet.returned': 'Because {number} is annulled, the rules before it hold again.',
} as const
