import type { RuleSet } from '#src/groups/rule-sets.ts'
import type { Fraction, Quorum, Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { Block } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'
import { texts as mandateTexts } from './mandate-texts.ts'
import { listed } from './roles.ts'

const texts = bilingual({
  de: {
    methods: {
      consent: 'Konsent',
      consensus: 'Konsens mit Stufen',
      systemic_consensing: 'Systemisches Konsensieren',
      majority: 'Mehrheit',
      recorded: 'Beschluss aus einer Sitzung',
    },
    usual: (p: { method: string }) => `Üblich ist: ${p.method}.`,
    also: (p: { methods: string }) => `Möglich ist auch: ${p.methods}.`,
    quorum: (p: { share: string }) => `${p.share} der Stimmberechtigten müssen antworten.`,
    atLeast: (p: { share: string }) => `Mindestens ${p.share}`,
    moreThan: (p: { share: string }) => `Mehr als ${p.share}`,
    quorumCount: (p: { count: number }) => `Mindestens ${p.count}\u00A0Stimmberechtigte müssen antworten.`,
    noQuorum: 'Es zählt, wer antwortet. Eine Mindestzahl gibt es nicht.',
    threshold: (p: { share: string; base: string }) => `Bei Mehrheit: ${p.share} ${p.base} müssen Ja sein.`,
    bases: {
      yes_no: 'der Ja- und Nein-Stimmen',
      yes_no_abstain: 'der Stimmen, Enthaltungen mitgezählt,',
      present: 'der Anwesenden',
      roll: 'aller Stimmberechtigten',
    },
    tie: { reject: 'Bei Gleichstand ist der Vorschlag abgelehnt.', chair: 'Bei Gleichstand entscheidet der Vorsitz.' },
    shares: { '1/2': 'die Hälfte', '2/3': 'zwei Drittel', '3/4': 'drei Viertel', '1/3': 'ein Drittel', '1/1': 'alle' },
    of: (p: { part: number; whole: number }) => `${p.part} von ${p.whole} Teilen`,
  },
  en: {
    methods: {
      consent: 'consent',
      consensus: 'consensus with levels',
      systemic_consensing: 'systemic consensing',
      majority: 'majority',
      recorded: 'a decision from a meeting',
    },
    usual: (p) => `Usual is: ${p.method}.`,
    also: (p) => `Also possible: ${p.methods}.`,
    quorum: (p) => `${p.share} of those entitled to vote must answer.`,
    atLeast: (p) => `At least ${p.share}`,
    moreThan: (p) => `More than ${p.share}`,
    quorumCount: (p) => `At least ${p.count}\u00A0people entitled to vote must answer.`,
    noQuorum: 'Whoever answers counts. There is no minimum number.',
    threshold: (p) => `By majority: ${p.share} ${p.base} must be yes.`,
    bases: {
      yes_no: 'of the yes and no votes',
      yes_no_abstain: 'of the votes, abstentions included,',
      present: 'of those present',
      roll: 'of all entitled to vote',
    },
    tie: { reject: 'In a tie the proposal is rejected.', chair: 'In a tie the chair decides.' },
    shares: { '1/2': 'one half', '2/3': 'two thirds', '3/4': 'three quarters', '1/3': 'one third', '1/1': 'all' },
    of: (p) => `${p.part} of ${p.whole} parts`,
  },
})

function share(locale: Locale, { comparison, numerator, denominator }: Fraction): string {
  const t = texts[locale.lang]
  const known: Record<string, string> = t.shares
  const words = known[`${numerator}/${denominator}`] ?? t.of({ part: numerator, whole: denominator })
  return comparison === 'at_least' ? t.atLeast({ share: words }) : t.moreThan({ share: words })
}

function quorum(locale: Locale, rule: Quorum): string {
  const t = texts[locale.lang]
  if (rule.kind === 'none') return t.noQuorum
  return rule.kind === 'absolute'
    ? t.quorumCount({ count: rule.count })
    : t.quorum({ share: share(locale, rule.fraction) })
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** Each rule in one sentence. */
export function rulesInWords(locale: Locale, rules: Rules): string[] {
  const t = texts[locale.lang]
  const others = rules.allowedMethods.filter((method) => method !== rules.defaultMethod)
  return [
    t.usual({ method: t.methods[rules.defaultMethod] }),
    ...(others.length > 0
      ? [
          t.also({
            methods: listed(
              locale,
              others.map((method) => t.methods[method]),
            ),
          }),
        ]
      : []),
    quorum(locale, rules.quorum),
    t.threshold({ share: lowerFirst(share(locale, rules.threshold)), base: t.bases[rules.majorityBase] }),
    t.tie[rules.tieRule],
  ]
}

/** How the group decides, in plain words, and who can change it. */
export const RulesBlock = ({ locale, ruleSet }: { locale: Locale; ruleSet: RuleSet }) => {
  const t = mandateTexts[locale.lang]
  const basis = ruleSet.legalBasis && `${t.legalBasis}: ${ruleSet.legalBasis}.`
  return (
    <Block id="rules" title={t.rules}>
      <ul>
        {rulesInWords(locale, ruleSet.rules).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="soft">
        {t.rulesVersion({ version: ruleSet.version })} {basis} {t.rulesChange}
      </p>
    </Block>
  )
}
