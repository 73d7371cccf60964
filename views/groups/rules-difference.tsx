import type { ProposedRuleSet } from '#src/groups/rule-problems.ts'
import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { Table } from '../kit/table.tsx'
import { texts } from './rules-texts.ts'
import { ruleChanges, ruleLines } from './rules-words.ts'
import { texts as words } from './rules-words-texts.ts'

type Props = { locale: Locale; older: ProposedRuleSet; newer: ProposedRuleSet }

/** Old and new beside each other, only where they differ. */
export const RulesDifference = ({ locale, older, newer }: Props) => {
  const t = texts[locale.lang]
  const changes = ruleChanges(locale, older, newer)
  if (changes.length === 0) return <p class="soft">{t.same}</p>
  return (
    <Table
      caption={t.difference}
      columns={[{ label: t.about }, { label: t.older }, { label: t.newer }]}
      rows={changes.map((change) => [
        words[locale.lang].sections[change.section],
        change.older ?? <span class="soft">{t.nothing}</span>,
        change.newer ?? <span class="soft">{t.nothing}</span>,
      ])}
    />
  )
}

/** Every rule, by what it is about. */
export const AllRules = ({ locale, ruleSet }: { locale: Locale; ruleSet: ProposedRuleSet }) => {
  const t = words[locale.lang]
  const sections = Map.groupBy(ruleLines(locale, ruleSet), ({ section }) => section)
  return (
    <Facts
      facts={[...sections].map(([section, lines]) => ({
        term: t.sections[section],
        words: lines.map((line) => <p>{line.words}</p>),
      }))}
    />
  )
}
