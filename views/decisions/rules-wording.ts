import type { ProposedRuleSet } from '#src/groups/rule-problems.ts'
import type { Group } from '#src/groups/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { listed } from '../groups/roles.ts'
import { ruleChanges, rulesAsText } from '../groups/rules-words.ts'
import { texts as words } from '../groups/rules-words-texts.ts'
import { texts } from './rules-wording-texts.ts'

const most = 3

/**
 * The sentences that are decided on follow from the rules, so that nobody agrees to other words than to what will hold:
 * first what changes, then all that holds afterwards.
 */
export function rulesProposal(locale: Locale, { name }: Group, older: ProposedRuleSet, newer: ProposedRuleSet) {
  const t = texts[locale.lang]
  const changes = ruleChanges(locale, older, newer)
  const sections = [...new Set(changes.map(({ section }) => words[locale.lang].sections[section]))]
  const about = sections.length > most ? null : listed(locale, sections)
  const fresh = changes.flatMap((change) => (change.newer ? [`– ${change.newer}`] : []))
  return {
    title: about ? t.titleAbout({ about }) : t.titleOf,
    summary: t.summary({ group: name, about: listed(locale, sections) }).slice(0, 400),
    wording: [t.decides({ group: name }), t.changes, ...fresh, '', t.altogether, rulesAsText(locale, newer)].join('\n'),
  }
}
