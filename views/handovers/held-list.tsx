import type { Held } from '#src/handovers/leaving/holdings.ts'
import type { HeldKind } from '#src/handovers/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as groupTexts } from '../groups/texts.ts'
import { Empty } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { texts } from './leave-texts.ts'

/** Chosen unless somebody is: what is open becomes free. */
export const nobody = 'nobody'

/** A role is stored by its key; everything else has a title. */
export function heldTitle(locale: Locale, { kind, title }: { kind: HeldKind; title: string }): string {
  const roles: Record<string, string> = groupTexts[locale.lang].roles
  return kind === 'role' ? (roles[title] ?? title) : title
}

const note = (locale: Locale, { is }: Held) => (is ? texts[locale.lang][is] : null)

/** What somebody has in their hands, by what it is. */
export const HeldList = ({ locale, held }: { locale: Locale; held: Held[] }) => {
  const t = texts[locale.lang]
  if (held.length === 0) return <Empty first={t.nothing}>{t.nothingMore}</Empty>
  return (
    <Rows first>
      {[...Map.groupBy(held, ({ kind }) => kind)].map(([kind, all]) => (
        <Row title={t.kinds[kind]}>
          <ul class="plain">
            {all.map((one) => (
              <li>{[heldTitle(locale, one), note(locale, one)].filter(Boolean).join(': ')}</li>
            ))}
          </ul>
        </Row>
      ))}
    </Rows>
  )
}
