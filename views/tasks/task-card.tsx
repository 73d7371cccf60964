import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { TaskAbilities } from '#src/tasks/policy.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Icon } from '../kit/icon.tsx'
import { Back } from './back.tsx'
import { needsResult } from './completion-form.tsx'
import { listTexts } from './list-texts.ts'
import { TaskMeta } from './task-meta.tsx'
import { texts } from './texts.ts'

type Props = {
  task: TaskEntry
  group: Pick<Group, 'slug' | 'name'>
  may: TaskAbilities
  /** The board as it is filtered. */
  back: string
  locale: Locale
}

const mayMove = ({ begin, halt }: TaskAbilities) => begin || halt

/** One task on the board. */
export const BoardCard = (props: Props) => {
  const { task, group, may, locale } = props
  return (
    <li class={mayMove(may) ? 'card movable' : 'card'} id={`card-${task.id}`} data-task={task.id}>
      <div class="card-head">
        {mayMove(may) && <Grip {...props} />}
        <h3>
          <Title {...props} />
        </h3>
      </div>
      <TaskMeta task={task} group={group} locale={locale} />
      {mayMove(may) && <Moves {...props} />}
      {may.undo && <Undo {...props} />}
    </li>
  )
}

const Title = ({ task, group }: Props) => (
  <a href={paths.task(group, task)}>{task.ending ? <s>{task.title}</s> : task.title}</a>
)

/** Only where a script can do something with it. */
const Grip = ({ task, locale }: Props) => (
  <button
    class="grip"
    type="button"
    aria-label={listTexts[locale.lang].moveOf({ title: task.title })}
    aria-pressed="false"
    aria-describedby="board-keys"
  >
    <Icon name="arrow-up-down" />
  </button>
)

/** The same without a hand or keys; what the script has done with a card goes the same way. */
const Moves = (props: Props) => {
  const { task, group, back, locale } = props
  const t = listTexts[locale.lang]
  const other = task.begunAt ? 'open' : 'begun'
  return (
    <Fold id={`moves-${task.id}`} label={t.move} rank="quiet">
      <ActionForm action={paths.taskPlace(group, task)} id={`place-${task.id}`} locale={locale}>
        <Back to={back} />
        <input type="hidden" name="column" value={task.begunAt ? 'begun' : 'open'} />
        <input type="hidden" name="below" value="" />
        <div class="actions">
          <Button rank="second" icon={task.begunAt ? 'arrow-left' : 'arrow-right'} name="move" value={other}>
            {task.begunAt ? t.toOpen : t.toBegun}
          </Button>
          <Button rank="second" icon="arrow-up" name="move" value="up">
            {t.up}
          </Button>
          <Button rank="second" icon="arrow-down" name="move" value="down">
            {t.down}
          </Button>
        </div>
      </ActionForm>
      <Finish {...props} />
    </Fold>
  )
}

/** What somebody else waits for is ticked off on its own page, with a line about what came of it. */
const Finish = ({ task, group, back, locale }: Props) => {
  const t = listTexts[locale.lang]
  return (
    <div data-finish="">
      {needsResult(task) ? (
        <LinkButton rank="second" icon="check" href={`${paths.task(group, task)}#complete-${task.id}`}>
          {t.finish}
        </LinkButton>
      ) : (
        <ActionForm action={paths.taskCompletion(group, task)} id={`finish-${task.id}`} locale={locale} inline>
          <Back to={back} />
          <Button rank="second" icon="check">
            {t.finish}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}

const Undo = ({ task, group, back, locale }: Props) => (
  <ActionForm action={paths.taskReopening(group, task)} id={`undo-${task.id}`} locale={locale} inline>
    <Back to={back} />
    <Button rank="quiet" icon="undo-2">
      {texts[locale.lang].undo}
    </Button>
  </ActionForm>
)
