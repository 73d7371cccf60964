import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { ObjectionAbilities } from '#src/decisions/objections/policy.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Blocked } from '../kit/notice.tsx'
import { OwnerActs } from './objection-owner.tsx'
import { texts } from './objection-texts.ts'
import { texts as words } from './texts.ts'

export type JudgedObjection = { objection: ObjectionEntry; may: ObjectionAbilities }

type Props = {
  group: Pick<Group, 'slug'>
  judged: JudgedObjection[]
  /** Decided or withdrawn: what is open stays as it is, nobody needs to be asked. */
  settled: boolean
  locale: Locale
}

/** Nobody has said yet that it is settled. */
export const isOpen = ({ state }: ObjectionEntry) => state === 'raised' || state === 'in_work'

/** Who says what against it, and how it was settled. Only the owner finds buttons. */
export const Objections = ({ group, judged, settled, locale }: Props) => (
  <ul class="plain stack wide">
    {judged.map(({ objection, may }) => (
      <li class="stack" id={`objection-${objection.id}`}>
        <ObjectionSaid objection={objection} locale={locale} href={paths.objection(group, objection)} />
        {may.withdraw && !settled && <OwnerActs group={group} objection={objection} may={may} locale={locale} />}
        {isOpen(objection) && !may.withdraw && !settled && <Blocked why={whoCloses(objection, locale)} />}
      </li>
    ))}
  </ul>
)

type SaidProps = { objection: ObjectionEntry; href?: string; locale: Locale }

/** The reason as it was given, and what has become of it. */
export const ObjectionSaid = ({ objection, href, locale }: SaidProps) => {
  const t = texts[locale.lang]
  const { roundNumber, reason, ending, lapse } = objection
  return (
    <blockquote class="notice care">
      <div class="words">
        <p class="soft">
          {t.by({ name: ownerWords(objection, locale), round: words[locale.lang].nthRound({ number: roundNumber }) })}
        </p>
        <p class="wortlaut">{reason}</p>
        <p>
          <b>{objectionStateWords(objection, locale)}</b> {ending?.note} {lapse?.signedAt && lapse.reason}
        </p>
        {href && (
          <p class="meta link-line">
            <a href={href}>{t.more}</a>
          </p>
        )}
      </div>
    </blockquote>
  )
}

/** Only its owner; where they have left, two together. */
export const whoCloses = ({ owner: name, ownerHasLeft }: ObjectionEntry, { lang }: Locale): string =>
  ownerHasLeft ? texts[lang].onlyTwo({ name }) : texts[lang].onlyOwner({ name })

/** Whoever answers for somebody else too says for whom it was. */
export function ownerWords({ owner: name, forName }: ObjectionEntry, { lang }: Locale): string {
  return forName ? texts[lang].forName({ name, principal: forName }) : name
}

/** Where an objection stands, in one sentence. */
export function objectionStateWords(objection: ObjectionEntry, { lang }: Locale): string {
  const t = texts[lang]
  const { state, owner: name, effort, lapse, ownerHasLeft, ownerIsSilent } = objection
  if (state === 'lapsed') return t.lapsed({ one: lapse?.proposedBy ?? '', other: lapse?.signedBy ?? '' })
  if (state === 'unresolved') return t.unresolved
  if (state === 'not_counted') return t.notCounted
  if (state !== 'raised' && state !== 'in_work') return t[state]({ name })
  if (lapse) return t.lapseProposed({ name: lapse.proposedBy })
  const said = effort ? t.inWork({ name: effort.by }) : t.open
  return ownerHasLeft ? `${said} ${t.hasLeft({ name })}` : ownerIsSilent ? `${said} ${t.isSilent({ name })}` : said
}
