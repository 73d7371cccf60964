import type { Version } from '#src/documents/versions/looking.ts'
import type { VersionAbilities } from '#src/documents/versions/policy.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { InColumn, PaperHead, Reading } from './paper.tsx'
import { NameForm, RestoreForm } from './version-acts.tsx'
import { nameOf } from './version-names.ts'
import { texts } from './version-texts.ts'

type Props = {
  group: Group
  document: { id: string; title: string }
  version: Version
  may: VersionAbilities
  refused?: Refused | null
  /** It was to be restored, and the draft says just this. */
  isSame?: boolean
  locale: Locale
}

/** What the draft said at some time. */
export const VersionPage = (props: Props) => {
  const { group, document, version, isSame, locale } = props
  const t = texts[locale.lang]
  return (
    <article class="stack wide">
      <PaperHead
        content={version.content}
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a> ·{' '}
            <a href={paths.versions(group, document)}>{t.timeline}</a>
          </>
        }
        title={version.title}
        meta={
          <>
            {nameOf(locale, version)}
            {version.name !== '' && version.reachedAt && ` · ${nameOf(locale, { ...version, name: '' })}`}
          </>
        }
      >
        {isSame && <Notice first={t.restoredAlready} />}
      </PaperHead>
      <InColumn content={version.content}>
        <Acts {...props} />
      </InColumn>
      <Reading content={version.content} locale={locale} pictures={(id) => paths.attachment(group, { id })} />
    </article>
  )
}

const Acts = ({ group, document, version, may, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const action = paths.versionName(group, document, version.ref)
  return (
    <Actions>
      <LinkButton
        rank="second"
        icon="git-compare"
        href={paths.versionDifference(group, document, { older: version.ref, newer: 'now' })}
      >
        {t.compareNow}
      </LinkButton>
      {may.name && (
        <NameForm
          {...{ action, refused, locale }}
          label={version.name === '' ? t.nameState : t.renameState}
          value={version.name}
        />
      )}
      {may.restore && (
        <RestoreForm {...{ group, document, locale }} version={version.ref} name={nameOf(locale, version)} />
      )}
    </Actions>
  )
}
