import type { OpenCollision } from '#src/documents/collisions/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { texts } from './collision-texts.ts'

type Here = { group: Pick<Group, 'slug'>; document: { id: string }; locale: Locale }

const firstName = (name: string) => name.split(' ')[0] ?? name

/** Two with the same first name are told apart by the whole one. */
const namesOf = ({ person, other }: OpenCollision, somebody: string): [mine: string, theirs: string] => {
  if (!other) return [firstName(person), somebody]
  return firstName(person) === firstName(other) ? [person, other] : [firstName(person), firstName(other)]
}

const Sentence = ({ label, words, struck }: { label: string; words: string; struck: string }) => (
  <div>
    <dt>{label}</dt>
    <dd class={words ? undefined : 'soft'}>{words || struck}</dd>
  </div>
)

const Decision = ({ collision, group, document, locale }: Here & { collision: OpenCollision }) => {
  const t = texts[locale.lang]
  const [mine, theirs] = namesOf(collision, t.somebody)
  return (
    <ActionForm
      action={paths.collisionSettlement(group, document, collision)}
      locale={locale}
      id={`settle-${collision.id}`}
    >
      <div class="actions">
        <button class="btn second" type="submit">
          <span class="unedited">{t.keep}</span>
          <span class="edited">{t.done}</span>
        </button>
        <button class="btn second" type="submit" data-wording={collision.mine}>
          {t.version({ name: mine })}
        </button>
        <button class="btn second" type="submit" data-wording={collision.theirs}>
          {t.version({ name: theirs })}
        </button>
      </div>
    </ActionForm>
  )
}

const Card = (props: Here & { collision: OpenCollision }) => {
  const { collision, locale } = props
  const t = texts[locale.lang]
  const [mine, theirs] = namesOf(collision, t.somebody)
  const { before, position, id } = collision
  return (
    <li class="sheet collision" id={`collision-${id}`} data-collision={JSON.stringify(position)}>
      <dl class="wordings" lang="de">
        <Sentence label={t.before} words={before} struck={t.struck} />
        <Sentence label={t.version({ name: mine })} words={collision.mine} struck={t.struck} />
        <Sentence label={t.version({ name: theirs })} words={collision.theirs} struck={t.struck} />
        <div>
          <dt>{t.now}</dt>
          <dd data-now="" hx-morph-skip="true" id={`now-${id}`} />
        </div>
      </dl>
      <Decision {...props} />
    </li>
  )
}

/** Sentences that were changed on both sides, above the text in which they stand. */
export const Collisions = ({ collisions, ...here }: Here & { collisions: OpenCollision[] }) => {
  const { group, document, locale } = here
  const t = texts[locale.lang]
  return (
    <Live id="collisions" on={`document-${document.id}`} href={paths.editDocument(group, document)}>
      {collisions.length > 0 && (
        <section class="collisions" aria-labelledby="collisions-title">
          <h2 id="collisions-title">{t.title}</h2>
          <p>{t.lead}</p>
          <ul class="plain collisions">
            {collisions.map((collision) => (
              <Card collision={collision} {...here} />
            ))}
          </ul>
        </section>
      )}
    </Live>
  )
}

/** For readers: that there is something to decide, and where. */
export const CollisionsHint = ({
  count,
  mayWrite,
  group,
  document,
  locale,
}: Here & { count: number; mayWrite: boolean }) => {
  const t = texts[locale.lang]
  if (count === 0) return null
  return (
    <Notice tone="care" first={t.hint({ count })}>
      {mayWrite && <a href={paths.editDocument(group, document)}>{t.decide}</a>}
    </Notice>
  )
}
