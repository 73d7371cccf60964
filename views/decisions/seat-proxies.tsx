import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { SelectField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import type { SeatsPageProps } from './seats-page.tsx'
import { texts } from './seats-texts.ts'

const Given = ({ locale, proxies }: SeatsPageProps) => {
  const t = texts[locale.lang]
  if (proxies.length === 0) return <p class="soft">{t.noProxies}</p>
  return (
    <ul class="plain">
      {proxies.map(({ principal, holder, createdAt }) => (
        <li>{t.proxyLine({ principal: principal.name, holder: holder.name, day: day(locale, createdAt) })}</li>
      ))}
    </ul>
  )
}

const TakeBack = ({ locale, group, me, proxies }: SeatsPageProps) => {
  const mine = proxies.find(({ principal }) => principal.id === me)
  return mine ? (
    <ActionForm action={paths.proxyEnd(group, mine)} locale={locale} id="end-proxy">
      <div>
        <Button rank="second">{texts[locale.lang].proxyEnd}</Button>
      </div>
    </ActionForm>
  ) : null
}

const Give = ({ locale, group, me, individuals, refused }: SeatsPageProps) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'proxy' ? refused.input : null
  const form: FormState = { id: 'proxy', locale, refused: input, problems: t.problems }
  const others = individuals.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fold id="proxy-fold" label={t.proxyGive} rank="second" open={input !== null}>
      <ActionForm action={paths.proxies(group)} form={form} locale={locale}>
        <SelectField form={form} name="holderId" label={t.proxyTo} options={others} />
        <div>
          <Button>{t.proxyGive}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}

/** Off unless the rules of the group say otherwise (`DOMAIN.md 4.9`). */
export const SeatProxies = (props: SeatsPageProps) => {
  const { locale, rules, may, proxies, me } = props
  const t = texts[locale.lang]
  const isOff = rules.proxiesPerHolder < 1
  const hasGiven = proxies.some(({ principal }) => principal.id === me)
  return (
    <Block id="proxies" title={t.proxies}>
      {isOff ? (
        <Blocked why={t.proxiesOff}>{t.proxiesOffMore}</Blocked>
      ) : (
        <>
          <p>{t.proxiesOn({ max: rules.proxiesPerHolder })}</p>
          <p class="soft">{t.proxiesHow}</p>
          <Given {...props} />
          {may.giveProxy ? !hasGiven && <Give {...props} /> : <Blocked why={t.noVote} />}
        </>
      )}
      <TakeBack {...props} />
    </Block>
  )
}
