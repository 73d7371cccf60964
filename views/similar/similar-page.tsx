import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Similar } from '#src/similar/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { SimilarList } from './similar-list.tsx'
import { texts } from './texts.ts'

/** Without an answer: this person has asked too often for now. */
type Props = { group: Group; typed: string; similar: Similar | null; locale: Locale }

/** The same that appears while somebody types a title, as a page of its own. */
export const SimilarPage = ({ group, typed, similar, locale }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'similar', locale }
  return (
    <>
      <Head narrow over={<a href={paths.group(group)}>{group.name}</a>} title={t.title} lead={t.lead} />
      <Column>
        <form method="get" action={paths.similar(group)} class="form" id="similar">
          <TextField form={form} name="title" label={t.what} hint={t.hint} value={typed} max={200} />
          <Button icon="search">{t.search}</Button>
        </form>
        <Block id="found" title={t.found} quiet narrow>
          {similar ? (
            <SimilarList similar={similar} typed={typed} locale={locale} />
          ) : (
            <Notice first={t.tooOften}>{t.later}</Notice>
          )}
        </Block>
      </Column>
    </>
  )
}
