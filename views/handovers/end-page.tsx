import type { Group } from '#src/groups/schema.ts'
import type { UnapprovedMinutes } from '#src/handovers/ending/gatherings.ts'
import type { OpenItem } from '#src/handovers/ending/open.ts'
import type { Plan } from '#src/handovers/ending/planning.ts'
import type { Rest } from '#src/handovers/ending/resting.ts'
import type { DissolutionItem } from '#src/handovers/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Empty, Notice } from '../kit/notice.tsx'
import { Block, Head } from '../kit/structure.tsx'
import { DestinationFields } from './destination-fields.tsx'
import { texts } from './end-texts.ts'
import { EndedList } from './ended-list.tsx'
import { UnapprovedList } from './unapproved-list.tsx'

export type RefusedEnd = { form: 'heir' | 'destinations' | 'completion' | 'rest'; input: Refused }

export type EndProps = {
  locale: Locale
  group: Group
  plan: Plan | null
  heirs: Group[]
  open: OpenItem[]
  /** Where everything went, once it is done. */
  list: DissolutionItem[]
  minutes: UnapprovedMinutes[]
  /** Number of the decision that was named, for whoever does not belong to the group. */
  by: string
  rest: Rest | null
  may: { end: boolean; readOpen: boolean; readTitles: boolean }
  refused: RefusedEnd | null
}

const formOf = ({ locale, refused }: EndProps, id: RefusedEnd['form']): FormState => ({
  id,
  locale,
  refused: refused?.form === id ? refused.input : null,
  problems: texts[locale.lang].problems,
})

/** Goes along, so that the number is named only once. */
const Named = ({ by }: Pick<EndProps, 'by'>) => (by ? <input type="hidden" name="by" value={by} /> : null)

const Heir = (props: EndProps) => {
  const { locale, group, plan, heirs, may, by } = props
  const [t, form] = [texts[locale.lang], formOf(props, 'heir')]
  return (
    <Block id="heir-block" title={t.heirTitle} narrow>
      <ActionForm action={paths.groupHeir(group)} form={form} locale={locale}>
        <SelectField
          form={form}
          name="heir"
          label={t.heir}
          hint={t.heirHint}
          value={plan?.heirId}
          options={heirs.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {may.readOpen ? <Named by={by} /> : <TextField form={form} name="by" label={t.decision} hint={t.byHint} />}
        <div>
          <Button rank="second">{t.chooseHeir}</Button>
        </div>
      </ActionForm>
    </Block>
  )
}

const Destinations = (props: EndProps) => {
  const { locale, group, open, may, by } = props
  const [t, form] = [texts[locale.lang], formOf(props, 'destinations')]
  const missing = open.filter(({ destination }) => destination === null).length
  if (!may.readOpen) return <p>{t.decidedFirst}</p>
  if (open.length === 0) return <Empty first={t.nothingOpen}>{t.nothingOpenMore}</Empty>
  return (
    <ActionForm action={paths.destinations(group)} form={form} locale={locale}>
      <p>
        <b>{missing > 0 ? t.missing({ count: missing }) : t.allPlaced}</b> {t.listLead}
      </p>
      <DestinationFields form={form} open={open} />
      <Named by={by} />
      <div>
        <Button rank="second">{t.savePlaces}</Button>
      </div>
    </ActionForm>
  )
}

const Dissolve = (props: EndProps) => {
  const { locale, group, may, by } = props
  const [t, form] = [texts[locale.lang], formOf(props, 'completion')]
  if (!may.end) return <p>{t.onlyCircle}</p>
  return (
    <ActionForm action={paths.dissolution(group)} form={form} locale={locale}>
      <p>{t.dissolveLead}</p>
      <TextField form={form} name="decision" label={t.decision} hint={t.decisionHint} value={by} />
      <Named by={by} />
      <div>
        <Button>{t.dissolve}</Button>
      </div>
    </ActionForm>
  )
}

const Resting = (props: EndProps) => {
  const { locale, group, rest } = props
  const [t, form] = [texts[locale.lang], formOf(props, 'rest')]
  if (rest)
    return (
      <ActionForm action={paths.waking(group)} locale={locale} id="waking">
        <Notice first={t.resting({ day: day(locale, rest.createdAt) })}>{rest.reason}</Notice>
        <div>
          <Button rank="second">{t.wake}</Button>
        </div>
      </ActionForm>
    )
  return (
    <ActionForm action={paths.dormancy(group)} form={form} locale={locale}>
      <p>{t.restLead}</p>
      <TextField form={form} name="reason" label={t.reason} />
      <div>
        <Button rank="second">{t.rest}</Button>
      </div>
    </ActionForm>
  )
}

/** How a group rests or ends; once it has ended, where everything went. */
export const EndPage = (props: EndProps) => {
  const { locale, group, plan, may } = props
  const t = texts[locale.lang]
  const over = <a href={paths.groups()}>{t.over}</a>
  if (plan?.done) return <EndedList {...props} plan={plan} done={plan.done} over={over} />
  return (
    <>
      <Head over={over} title={`${group.name}: ${t.title}`} lead={t.lead} />
      {may.end && (
        <Block id="rest-block" title={t.restTitle} narrow>
          <Resting {...props} />
        </Block>
      )}
      <Heir {...props} />
      {plan && (
        <Block id="list" title={t.list}>
          <Destinations {...props} />
          <UnapprovedList {...props} />
        </Block>
      )}
      {plan && (
        <Block id="dissolve" title={t.dissolveTitle} narrow>
          <Dissolve {...props} />
        </Block>
      )}
    </>
  )
}
