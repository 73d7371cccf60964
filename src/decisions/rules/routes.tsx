import type { Context } from 'hono'
import { RulesFormPage } from '#views/decisions/rules-form-page.tsx'
import { texts } from '#views/decisions/rules-form-texts.ts'
import { RulesPage } from '#views/decisions/rules-page.tsx'
import { rulesProposal } from '#views/decisions/rules-wording.ts'
import { texts as pageTexts } from '#views/groups/rules-texts.ts'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { presetRules, presets, type RulePreset } from '../../groups/rule-presets.ts'
import type { ProposedRuleSet } from '../../groups/rule-problems.ts'
import { currentRules, ruleHistory } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import type { Sendings } from '../paper-stage.ts'
import type { Matter } from '../proposals/matters.ts'
import { mayEndByRewording, mayRework } from '../proposals/policy.ts'
import { createProposal } from '../proposals/proposing.ts'
import { type Reworked, rework } from '../proposals/reworking.ts'
import { matterIn, oneProposal } from '../proposals/showing.tsx'
import { newRulesForm, otherRulesForm } from './forms.ts'
import { judgedRules } from './judging.ts'
import { mayProposeRules, mayReadRules, maySeeRuleProposals } from './policy.ts'
import { openRuleProposals, rulesProposedBy, upToDate } from './proposed.ts'
import { asTyped, limits, typedFrom } from './typed.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const facts = ({ actor }: Here, title: string) => ({ title, section: placeOf(actor) })

const presetIn = (c: Context): RulePreset | null => presets.find((preset) => preset === c.req.query('preset')) ?? null

const startFrom = (preset: RulePreset | null, before: ProposedRuleSet): ProposedRuleSet =>
  preset ? { ...before, rules: presetRules[preset] } : before

interface Shown {
  start: ProposedRuleSet
  /** The version of the group's rules that holds now. */
  base: number
  /** Of which rules the proposal goes; absent before there is one. */
  writtenFor?: number
  preset: RulePreset | null
  /** The proposal that would say something else. */
  matter: Matter | null
  input?: Refused
}

const formPage = ({ actor, locale }: Here, { start, base, writtenFor = base, preset, matter, input }: Shown) => (
  <RulesFormPage
    {...{ group: actor.group, locale, limits, presets, preset, base }}
    isRebased={writtenFor !== base}
    values={typedFrom(start)}
    proposal={matter?.proposal ?? null}
    endsRound={matter !== null && mayEndByRewording(actor, matter)}
    answered={matter?.rounds[0]?.answered ?? 0}
    refused={input}
  />
)

const title = ({ locale }: Here) => texts[locale.lang].title

const refuseForm = (c: Context, here: Here, shown: Shown) => refuse(c, formPage(here, shown), facts(here, title(here)))

/** A proposal about the rules, or nothing is there. */
async function ruleMatterIn(here: Here, id: string) {
  const matter = await matterIn(here, id)
  return { matter, proposed: found(await rulesProposedBy(here.ports.db, matter.proposal)) }
}

/** Why it stays as it is, as field and code of the form. */
const notReworked: Partial<Record<Reworked, [field: string, code: string]>> = {
  outdated: ['version', 'changed'],
  running: ['endsRound', 'missing'],
}

/** How a group decides, how it did before, and how it comes to decide differently. */
export const ruleRoutes = ({ sendings }: { sendings: Sendings }) =>
  inGroup
    .createApp()
    .get('/rules', async (c) => {
      const { actor, ports, locale } = c.var
      authorize(mayReadRules(actor))
      const seesProposals = maySeeRuleProposals(actor)
      const page = (
        <RulesPage
          {...{ group: actor.group, locale }}
          history={await ruleHistory(ports.db, actor.group.id)}
          open={seesProposals ? await openRuleProposals(ports.db, actor.group.id) : []}
          mayPropose={mayProposeRules(actor)}
        />
      )
      return c.render(page, facts(c.var, pageTexts[locale.lang].title))
    })
    .get('/rules/new', async (c) => {
      const { actor, ports } = c.var
      authorize(mayProposeRules(actor))
      const [preset, current] = [presetIn(c), await currentRules(ports.db, actor.group.id)]
      return c.render(
        formPage(c.var, { start: startFrom(preset, current), base: current.version, preset, matter: null }),
        facts(c.var, title(c.var)),
      )
    })
    .post('/rules/proposals', form(newRulesForm), async (c) => {
      const { actor, ports, locale } = c.var
      authorize(mayProposeRules(actor))
      const current = await currentRules(ports.db, actor.group.id)
      const input = await judgedRules(c.var, c.var.form, current)
      const base = current.version
      if (!input.ok) return refuseForm(c, c.var, { start: current, base, preset: null, matter: null, input })
      const words = rulesProposal(locale, actor.group, current, input.ruleSet)
      const draft = { ...words, rules: { ...input.ruleSet, base }, rationale: input.value.rationale }
      const by = { groupId: actor.group.id, authorId: actor.person.id }
      const proposal = await change(ports, (tx, record) => createProposal(tx, record, { ...draft, ...by }))
      return answer(c, paths.proposal(actor.group, proposal))
    })
    .get(`${oneProposal}/rules`, async (c) => {
      const { matter, proposed } = await ruleMatterIn(c.var, c.req.param('id'))
      authorize(mayRework(c.var.actor, matter))
      const { actor, ports } = c.var
      const [preset, current] = [presetIn(c), await currentRules(ports.db, actor.group.id)]
      const start = startFrom(preset, await upToDate(ports.db, actor.group.id, proposed))
      const read = { base: current.version, writtenFor: proposed.base }
      return c.render(formPage(c.var, { start, ...read, preset, matter }), facts(c.var, title(c.var)))
    })
    .post(`${oneProposal}/rules`, form(otherRulesForm), async (c) => {
      const { actor, ports, locale } = c.var
      const { matter, proposed: start } = await ruleMatterIn(c.var, c.req.param('id'))
      authorize(mayRework(actor, matter))
      const current = await currentRules(ports.db, actor.group.id)
      const input = await judgedRules(c.var, c.var.form, current)
      const base = current.version
      if (!input.ok) return refuseForm(c, c.var, { start, base, preset: null, matter, input })
      const { version, endsRound, rationale } = input.value
      const words = rulesProposal(locale, actor.group, current, input.ruleSet)
      const draft = { ...words, rules: { ...input.ruleSet, base }, rationale }
      const read = { id: matter.proposal.id, version }
      const wish = { actorId: actor.person.id, endsRound: endsRound === 'on', sendings }
      const problem = notReworked[await change(ports, (tx, record) => rework(tx, record, read, draft, wish))]
      if (!problem) return answer(c, paths.proposal(actor.group, matter.proposal))
      const now = await ruleMatterIn(c.var, read.id)
      const typed = refused(asTyped(input.value), ...problem)
      return refuseForm(c, c.var, { start: now.proposed, base, preset: null, matter: now.matter, input: typed })
    })
