/** {who} did it, {what} is the referral with its link. */
export const answersSaid = {
  'referral.deferred': '{what} muss noch warten ({number}). Der Grund steht dabei.',
  'referral.changesBegun': '{who} schreibt eine geänderte Fassung von {what} ({number}).',
  'referral.voicesHeard': 'Zu {what} wurde {name} gehört ({number}).',
  'referral.reserved': '{who} hat einen Vorbehalt zu {what} eingetragen ({number}).',
}

export const answersSaidEnglish: typeof answersSaid = {
  'referral.deferred': '{what} has to wait a little longer ({number}). The reason stands with it.',
  'referral.changesBegun': '{who} is writing a changed version of {what} ({number}).',
  'referral.voicesHeard': '{name} was heard about {what} ({number}).',
  'referral.reserved': '{who} entered a reservation about {what} ({number}).',
}
