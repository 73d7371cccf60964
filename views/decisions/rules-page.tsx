import type { Proposal } from '#src/decisions/proposals/schema.ts'
import type { RuleSet } from '#src/groups/rule-sets.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { AllRules, RulesDifference } from '../groups/rules-difference.tsx'
import { texts } from '../groups/rules-texts.ts'
import { LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { Giver } from './giver.tsx'

type Props = {
  group: Group
  /** The one that holds now on top. */
  history: RuleSet[]
  /** Proposals about the rules that nothing has become of yet. */
  open: Pick<Proposal, 'id' | 'title'>[]
  mayPropose: boolean
  locale: Locale
}

/** How a group decides, how it did before, and what it is thinking about. */
export const RulesPage = (props: Props) => {
  const { group, mayPropose, locale } = props
  const t = texts[locale.lang]
  const actions = mayPropose && <LinkButton href={paths.newRules(group)}>{t.propose}</LinkButton>
  return (
    <>
      <Head
        over={<a href={paths.people(group)}>{group.name}</a>}
        title={t.title}
        lead={t.lead}
        actions={actions}
        narrow
      />
      <Live id={`rules-${group.slug}`} on="ruleSets proposals rounds" href={paths.rules(group)}>
        <Column>
          <Now {...props} />
          <Open {...props} />
          <Earlier {...props} />
          <p class="soft">{t.nobodyElse}</p>
        </Column>
      </Live>
    </>
  )
}

const Since = ({
  ruleSet: { version, givenBy, annulled, createdAt },
  locale,
}: {
  ruleSet: RuleSet
  locale: Locale
}) => {
  const t = texts[locale.lang]
  const since = version === 1 ? t.sinceStart({ day: day(locale, createdAt) }) : t.since({ day: day(locale, createdAt) })
  if (!givenBy) return <p class="soft">{since}</p>
  return (
    <p class="soft">
      {since}, {annulled ? t.byAnnulmentOf : t.by} <Giver givenBy={annulled ?? givenBy} />
    </p>
  )
}

const Now = ({ history: [now], locale }: Props) =>
  now ? (
    <Block id="rules-now" title={texts[locale.lang].nowTitle({ version: now.version })}>
      <Since ruleSet={now} locale={locale} />
      <AllRules locale={locale} ruleSet={now} />
    </Block>
  ) : null

const Open = ({ group, open, locale }: Props) =>
  open.length > 0 ? (
    <Block id="rules-open" title={texts[locale.lang].open}>
      <Rows>
        {open.map((proposal) => (
          <Row title={proposal.title} href={paths.proposal(group, proposal)} />
        ))}
      </Rows>
    </Block>
  ) : null

/** Each version with what it changed, and until when it held. */
const Earlier = ({ history, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="rules-earlier" title={t.earlier}>
      {history.length === 1 && <p class="soft">{t.noEarlier}</p>}
      {history.slice(0, -1).map((newer, place) => (
        <Change newer={newer} older={history[place + 1] ?? newer} locale={locale} />
      ))}
    </Block>
  )
}

const Change = ({ newer, older, locale }: { newer: RuleSet; older: RuleSet; locale: Locale }) => {
  const t = texts[locale.lang]
  const period = { from: day(locale, older.createdAt), to: day(locale, newer.createdAt) }
  return (
    <>
      <h3>{t.changedBy({ version: newer.version })}</h3>
      <Since ruleSet={newer} locale={locale} />
      <RulesDifference {...{ older, newer, locale }} />
      <Fold id={`rules-${older.version}`} label={t.versionLine({ version: older.version, ...period })} rank="quiet">
        <AllRules locale={locale} ruleSet={older} />
      </Fold>
    </>
  )
}
