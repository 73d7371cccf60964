/** {who} did it, {what} is the matter with its link, {to} the other group where it did not go to the circle. */
export const referralsGerman = {
  'referral.forwarded': '{who} hat {what} an den Kreis gegeben ({number}).',
  'referral.taken_up': 'Der Kreis berät über {what} ({number}).',
  'referral.answered': 'Der Kreis hat zu {what} geantwortet ({number}).',
  'referral.withdrawn': '{who} hat {what} zurückgezogen ({number}).',
  'referral.replacement_proposed': '{who} schlägt vor, {what} durch eine neuere Weiterleitung zu ersetzen ({number}).',
  'referral.replacement_refused': '{who} möchte {what} nicht ersetzen. Es bleibt offen ({number}).',
  'referral.replaced': '{what} ist durch eine neuere Weiterleitung ersetzt ({number}).',
  'referral.reasons_answered': '{who} hat zu den Gründen bei {what} geantwortet ({number}).',
}

export const referralsEnglish: typeof referralsGerman = {
  'referral.forwarded': '{who} handed {what} to the circle ({number}).',
  'referral.taken_up': 'The circle is deciding on {what} ({number}).',
  'referral.answered': 'The circle has answered about {what} ({number}).',
  'referral.withdrawn': '{who} has taken {what} back ({number}).',
  'referral.replacement_proposed': '{who} proposes to replace {what} by a newer referral ({number}).',
  'referral.replacement_refused': '{who} does not want {what} to be replaced. It stays open ({number}).',
  'referral.replaced': '{what} is replaced by a newer referral ({number}).',
  'referral.reasons_answered': '{who} has answered the reasons for {what} ({number}).',
}

/** From one working group to another. */
export const betweenGroupsGerman: Record<string, string> = {
  'referral.forwarded': '{who} hat {what} an die {to} gegeben ({number}).',
  'referral.taken_up': 'Die {to} berät über {what} ({number}).',
  'referral.answered': 'Die {to} hat zu {what} geantwortet ({number}).',
}

export const betweenGroupsEnglish: Record<string, string> = {
  'referral.forwarded': '{who} handed {what} to {to} ({number}).',
  'referral.taken_up': '{to} is deciding on {what} ({number}).',
  'referral.answered': '{to} has answered about {what} ({number}).',
}
