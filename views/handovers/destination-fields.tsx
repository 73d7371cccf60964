import type { OpenItem } from '#src/handovers/ending/open.ts'
import { SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Row, Rows } from '../kit/rows.tsx'
import { texts } from './end-texts.ts'

/** What each kind can become; the server judges it anew. */
const ways = {
  document: ['heir', 'kept'],
  task: ['heir', 'dropped'],
  proposal: ['heir', 'withdrawn'],
  referral_sent: ['withdrawn'],
  referral_received: ['noted'],
  wish: ['heir', 'dropped'],
  meeting: ['cancelled'],
  deadline: ['heir', 'dropped'],
  record: [],
  result: [],
} as const satisfies Record<OpenItem['kind'], readonly string[]>

const asksWhy = ({ kind }: OpenItem) => kind !== 'document'

/** Only what can go to the heir can go without a reason. */
const mayGoOn = ({ kind }: OpenItem) => ways[kind].some((way) => way === 'heir')

const One = ({ form, item }: { form: FormState; item: OpenItem }) => {
  const t = texts[form.locale.lang]
  const { kind, subjectId, title, destination, reason } = item
  const way = ways[kind]
  if (way.length === 0) return <p>{`${title}: ${t.finishFirst}`}</p>
  const known = way.map((value) => ({ value, label: t.ways[value] }))
  return (
    <div class="form">
      <SelectField
        form={form}
        name={`to-${kind}-${subjectId}`}
        label={t.to({ title })}
        value={destination ?? ''}
        options={[...(destination ? [] : [{ value: '', label: t.notYet }]), ...known]}
      />
      {asksWhy(item) && (
        <TextField
          form={form}
          name={`why-${kind}-${subjectId}`}
          label={t.why({ title })}
          hint={mayGoOn(item) ? t.whyHint : undefined}
          value={reason}
        />
      )}
    </div>
  )
}

/** Everything that is open, by what it is, each with where it goes and why. */
export const DestinationFields = ({ form, open }: { form: FormState; open: OpenItem[] }) => {
  const t = texts[form.locale.lang]
  return (
    <Rows first>
      {[...Map.groupBy(open, ({ kind }) => kind)].map(([kind, all]) => (
        <Row title={t.kinds[kind]}>
          {all.map((item) => (
            <One form={form} item={item} />
          ))}
        </Row>
      ))}
    </Rows>
  )
}
