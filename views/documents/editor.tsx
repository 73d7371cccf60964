import type { Child } from 'hono/jsx'
import type { Document } from '#src/documents/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { Acts, Report } from './editor-acts-row.tsx'
import { deskTexts } from './editor-desk-texts.ts'
import { LinkDialog } from './editor-dialog.tsx'
import { KeysDialog } from './editor-help-part.tsx'
import { nodeTexts } from './editor-nodes-texts.ts'
import { FindBar, InsertMenu, Outline } from './editor-parts.tsx'
import { PictureDialog } from './editor-picture-dialog-form.tsx'
import { saidTexts } from './editor-said-texts.ts'
import { type Writing, WritingModes } from './editor-suggest-shell.tsx'
import { editorTexts } from './editor-texts.ts'
import { Tools } from './editor-tools-row.tsx'

type EditorProps = {
  locale: Locale
  group: Pick<Group, 'slug'>
  document: Pick<Document, 'id' | 'title'>
  person: { id: string; name: string }
  writing: Writing
  /** Version of the schema that this page's editor knows. */
  schema: number
}

/** Built file that the page of an editor needs besides the usual ones. */
export const editorScript = 'documents-editor.js'

/** The part of the page in which several people write at once. What it does is in `editor.client.ts`. */
export const Editor = ({ locale, group, document, person, schema, writing }: EditorProps) => {
  const t = editorTexts[locale.lang]
  const said = saidTexts[locale.lang]
  const desk = deskTexts[locale.lang]
  return (
    <kreislauf-editor
      id="editor"
      hx-morph-skip="true"
      data-opening=""
      data-sync={paths.documentSync(group, document)}
      data-schema={String(schema)}
      data-me={person.id}
      data-name={person.name}
      data-mode={writing.mode}
      data-writes={writing.may.write ? '' : undefined}
      data-suggestions={paths.suggestions(group, document)}
      data-label={document.title}
      data-document={document.id}
      data-attachments={paths.attachments(group, document)}
      data-pictures={paths.attachment(group, { id: '' })}
      data-collisions={paths.collisions(group, document)}
      data-said={JSON.stringify(said)}
    >
      <noscript>
        <p class="notice">{t.noScript}</p>
      </noscript>
      <WritingModes {...{ group, document, writing, locale }} />
      <div class="bar">
        <Tools locale={locale} />
        <p class="save" role="status" data-save="opening" aria-live="off">
          <Icon name="cloud" />
          <span>{said.opening}</span>
        </p>
        <Acts t={t} signIn={paths.signIn(paths.editDocument(group, document))} />
        <p class="presence" />
        <p class="count" />
        <p class="presence-said vh" aria-live="polite" />
      </div>
      <p class="node-said notice" role="status" hidden />
      <Report t={t} title={said.report.title} />
      <Outline t={desk} />
      <div class="mount" />
      <LinkDialog t={t} />
      <PictureDialog t={nodeTexts[locale.lang]} />
      <FindBar t={desk} />
      <InsertMenu t={desk} />
      <KeysDialog t={desk} />
    </kreislauf-editor>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'kreislauf-editor': { id: string; children?: Child; [attribute: string]: unknown }
    }
  }
}
