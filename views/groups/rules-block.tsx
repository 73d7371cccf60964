import type { RuleSet } from '#src/groups/rule-sets.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Block } from '../kit/structure.tsx'
import { texts } from './mandate-texts.ts'
import { mainRules } from './rules-words.ts'

/** How the group decides, in plain words, and who can change it. */
export const RulesBlock = ({ locale, group, ruleSet }: { locale: Locale; group: Group; ruleSet: RuleSet }) => {
  const t = texts[locale.lang]
  const basis = ruleSet.legalBasis && `${t.legalBasis}: ${ruleSet.legalBasis}.`
  return (
    <Block id="rules" title={t.rules}>
      <ul>
        {mainRules(locale, ruleSet).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="soft">
        {t.rulesVersion({ version: ruleSet.version })} {basis} {t.rulesChange}
      </p>
      <p class="link-line">
        <a href={paths.rules(group)}>{t.allRules}</a>
      </p>
    </Block>
  )
}
