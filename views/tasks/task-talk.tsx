import { paths } from '#src/paths.ts'
import type { RemarkEntry } from '#src/tasks/work/remarks.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ago, machineTime } from '../kit/dates.ts'
import { AreaField } from '../kit/field.tsx'
import { Block } from '../kit/structure.tsx'
import type { TaskPageProps } from './task-page.tsx'
import { workTexts } from './work-texts.ts'

/** Whether whoever looks may delete it. */
export type ShownRemark = RemarkEntry & { mayDelete: boolean }

/** What was said about a task. */
export const TaskTalk = (props: TaskPageProps) => {
  const { talk, may, locale } = props
  const t = workTexts[locale.lang]
  return (
    <Block id="talk" title={t.talk}>
      {talk.length === 0 && <p class="soft">{t.talkNone}</p>}
      {talk.length > 0 && (
        <ol class="plain talk">
          {talk.map((remark) => (
            <Remark {...props} remark={remark} />
          ))}
        </ol>
      )}
      {may.remark && <NewRemark {...props} />}
    </Block>
  )
}

const Remark = ({ group, task, remark, locale }: TaskPageProps & { remark: ShownRemark }) => {
  const t = workTexts[locale.lang]
  return (
    <li id={`remark-${remark.id}`}>
      <p class="meta">
        <b>{remark.author}</b>, <time datetime={machineTime(remark.createdAt)}>{ago(locale, remark.createdAt)}</time>
      </p>
      {remark.deletedAt ? (
        <p class="soft">{t.deleted}</p>
      ) : (
        remark.words.split(/\n+/).map((paragraph) => <p>{paragraph}</p>)
      )}
      {remark.mayDelete && (
        <ActionForm
          action={paths.taskRemarkDeletion(group, task, remark)}
          id={`delete-${remark.id}`}
          locale={locale}
          inline
        >
          <Button rank="quiet">{t.deleteRemark}</Button>
        </ActionForm>
      )}
    </li>
  )
}

const NewRemark = ({ group, task, refused, locale }: TaskPageProps) => {
  const t = workTexts[locale.lang]
  const input = refused?.form === 'remark' ? refused.input : null
  const form = { id: 'new-remark', locale, refused: input, problems: t.problems }
  return (
    <ActionForm action={paths.taskRemarks(group, task)} form={form} locale={locale}>
      <AreaField form={form} name="words" label={t.sayWhat} rows={2} />
      <Button rank="second" icon="send" busy={t.saying}>
        {t.say}
      </Button>
    </ActionForm>
  )
}
