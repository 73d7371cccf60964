import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { bilingual } from '../kit/texts.ts'
import type { DecisionPageProps } from './decision-page.tsx'

const texts = bilingual({
  de: {
    label: (p: { meeting: string; number: number | null }) =>
      p.number === null ? `Protokoll ${p.meeting}` : `Protokoll ${p.meeting}, TOP\u00A0${p.number}`,
    from: 'Beschlossen in der Sitzung:',
    line: (p: { quote: string }) => `Im Protokoll steht: „${p.quote}“`,
    contested: 'Das Protokoll zu diesem Beschluss ist bestritten.',
    holds: 'Der Beschluss gilt weiter, bis darüber entschieden ist.',
  },
  en: {
    label: (p) => (p.number === null ? `Minutes ${p.meeting}` : `Minutes ${p.meeting}, item\u00A0${p.number}`),
    from: 'Decided in the meeting:',
    line: (p) => `The minutes say: “${p.quote}”`,
    contested: 'The minutes of this decision are contested.',
    holds: 'The decision stays in force until that is settled.',
  },
})

/** Where it was taken; contesting the minutes flags the decision, and does not suspend it (`DOMAIN.md 3.7`). */
export const InTheMinutes = ({ minutes, isInside, locale }: DecisionPageProps) => {
  const t = texts[locale.lang]
  if (!minutes) return null
  const href = isInside ? minutes.href : minutes.approvedHref
  const label = t.label(minutes)
  return (
    <>
      {minutes.isContested && (
        <Notice tone="care" icon="flag" first={t.contested}>
          {t.holds}
        </Notice>
      )}
      <p class="soft">
        <Icon name="file-text" /> {t.from} {href ? <a href={href}>{label}</a> : label}
        {isInside && minutes.quote && <>. {t.line({ quote: minutes.quote })}</>}
      </p>
    </>
  )
}
