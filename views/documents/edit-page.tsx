import type { OpenCollision } from '#src/documents/collisions/model.ts'
import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Paper } from '#src/documents/model.ts'
import type { DocumentWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Status } from '../kit/status.tsx'
import { RenameForm } from './acts.tsx'
import { Collisions } from './collisions.tsx'
import { CommentsBeside, CommentsToggle } from './comments-beside.tsx'
import { Editor } from './editor.tsx'
import { SuggestionCards, type Writing } from './editor-suggest-shell.tsx'
import { WritingNotices } from './notices.tsx'
import { texts } from './texts.ts'

type Props = {
  group: Group
  document: Paper
  way: DocumentWay
  person: { id: string; name: string }
  schema: number
  collisions: OpenCollision[]
  writing: Writing
  threads: ShownThread[]
  locale: Locale
}

/** The draft with the editor in it; what was returned and why stands above it. */
export const EditPage = ({ group, document, way, person, schema, collisions, threads, writing, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <article class="stack wide writing">
      <header class="head">
        <p class="over">
          <a href={paths.group(group)}>{group.name}</a> · {t.kinds[document.kind]}
        </p>
        <h1 class="doc-title" tabindex={-1}>
          {document.title}
        </h1>
        <p class="meta">
          <Status state={document.stage} locale={locale} />
        </p>
        <WritingNotices {...{ group, document, way, locale }} />
        <div class="actions">
          <LinkButton
            rank="second"
            icon="book-open"
            href={way.decision ? paths.documentDraft(group, document) : paths.document(group, document)}
          >
            {t.read}
          </LinkButton>
          {writing.may.write && <RenameForm {...{ group, document, locale }} back="edit" />}
          <CommentsToggle {...{ threads, locale }} />
        </div>
      </header>
      <Collisions {...{ group, document, collisions, locale }} />
      <div class="desk">
        <Editor {...{ locale, group, document, person, schema, writing }} />
        <SuggestionCards locale={locale} />
        <CommentsBeside
          {...{ locale, group, document, threads }}
          me={person}
          mayComment={writing.may.suggest}
          here={paths.editDocumentAs(group, document, writing.mode)}
        />
      </div>
    </article>
  )
}
