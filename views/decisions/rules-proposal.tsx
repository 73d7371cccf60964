import type { Proposal } from '#src/decisions/proposals/schema.ts'
import type { RuleProposal } from '#src/decisions/rules/proposed.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { AllRules, RulesDifference } from '../groups/rules-difference.tsx'
import { texts } from '../groups/rules-texts.ts'
import { LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'

/** What the rules say now and what they would say, beside each other. */
export const RuleProposalBlock = ({ ruleProposal, locale }: { ruleProposal: RuleProposal | null; locale: Locale }) => {
  const t = texts[locale.lang]
  if (!ruleProposal) return null
  return (
    <Block id="rules-difference" title={t.difference}>
      {ruleProposal.isOutdated && (
        <Notice tone="care" icon="triangle-alert" first={t.outdated}>
          {t.outdatedThen}
        </Notice>
      )}
      <RulesDifference older={ruleProposal.older} newer={ruleProposal.newer} locale={locale} />
      <p class="soft">{t.differenceMore}</p>
      <Fold id="rules-then" label={t.showAll} rank="quiet">
        <AllRules ruleSet={ruleProposal.newer} locale={locale} />
      </Fold>
    </Block>
  )
}

/** The words follow from the rules: only those are changed. */
export const OtherRules = ({ group, proposal, locale }: { group: Group; proposal: Proposal; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <div>
      <LinkButton href={paths.proposedRules(group, proposal)} rank="second" icon="pencil">
        {t.changing}
      </LinkButton>
      <p class="soft">{t.changeMeans}</p>
    </div>
  )
}
