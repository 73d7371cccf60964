import { paths } from '#src/paths.ts'
import type { StepEntry } from '#src/tasks/work/steps.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ago } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { TextField } from '../kit/field.tsx'
import { Block } from '../kit/structure.tsx'
import type { TaskPageProps } from './task-page.tsx'
import { Box } from './task-row.tsx'
import { texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

/** The checklist of a task. */
export const TaskSteps = (props: TaskPageProps) => {
  const { task, checklist, may, locale } = props
  const t = workTexts[locale.lang]
  if (checklist.length === 0 && !may.work) return null
  return (
    <Block id="steps" title={t.steps} link={task.steps.all > 0 && <span class="soft">{t.stepsDone(task.steps)}</span>}>
      {checklist.length === 0 ? (
        <p class="soft">{t.stepsNone}</p>
      ) : (
        <ol class="plain steps">
          {checklist.map((step) => (
            <Step {...props} step={step} />
          ))}
        </ol>
      )}
      {may.work && <NewStep {...props} />}
    </Block>
  )
}

type StepProps = TaskPageProps & { step: StepEntry }

const Step = (props: StepProps) => (
  <li class={props.step.doneAt ? 'step done' : 'step'} id={`step-${props.step.id}`}>
    {props.may.work ? <Mark {...props} /> : <Still {...props} />}
    {props.may.work && <Arrange {...props} />}
  </li>
)

const Words = ({ step, locale }: Pick<StepProps, 'step' | 'locale'>) => {
  const name = step.doneBy ?? texts[locale.lang].somebody
  return (
    <>
      {step.doneAt ? <s>{step.words}</s> : step.words}
      {step.doneAt && (
        <span class="soft"> {workTexts[locale.lang].stepDoneBy({ name, when: ago(locale, step.doneAt) })}</span>
      )}
    </>
  )
}

const Mark = ({ group, task, step, locale }: StepProps) => {
  const t = workTexts[locale.lang]
  return (
    <ActionForm action={paths.taskStep(group, task, step, 'mark')} id={`mark-${step.id}`} locale={locale} inline>
      <button class="tick" type="submit" name="done" value={step.doneAt ? 'no' : 'yes'}>
        <Box done={!!step.doneAt} />
        <span>
          <span class="vh">{step.doneAt ? t.unmarkStep : t.markStep} </span>
          <Words step={step} locale={locale} />
        </span>
      </button>
    </ActionForm>
  )
}

const Still = ({ step, locale }: StepProps) => {
  const t = workTexts[locale.lang]
  return (
    <p class="tick still">
      <Box done={!!step.doneAt} />
      <span>
        <span class="vh">{step.doneAt ? t.stepDone : t.stepOpen} </span>
        <Words step={step} locale={locale} />
      </span>
    </p>
  )
}

const Arrange = ({ group, task, step, locale }: StepProps) => {
  const t = workTexts[locale.lang]
  const label = (
    <>
      <span aria-hidden="true">{t.arrange}</span>
      <span class="vh">{t.ofStep(step)}</span>
    </>
  )
  return (
    <Fold id={`arrange-${step.id}`} label={label} rank="quiet">
      <div class="actions">
        <ActionForm action={paths.taskStep(group, task, step, 'place')} id={`place-${step.id}`} locale={locale} inline>
          <Button rank="second" icon="arrow-up" name="to" value="up">
            {t.up}
          </Button>
          <Button rank="second" icon="arrow-down" name="to" value="down">
            {t.down}
          </Button>
        </ActionForm>
        <ActionForm action={paths.taskStep(group, task, step, 'removal')} id={`cut-${step.id}`} locale={locale} inline>
          <Button rank="quiet" icon="x">
            {t.remove}
          </Button>
        </ActionForm>
      </div>
    </Fold>
  )
}

const NewStep = ({ group, task, refused, locale }: TaskPageProps) => {
  const t = workTexts[locale.lang]
  const input = refused?.form === 'step' ? refused.input : null
  const form = { id: 'new-step', locale, refused: input, problems: t.problems }
  return (
    <ActionForm action={paths.taskSteps(group, task)} form={form} locale={locale}>
      <TextField form={form} name="words" label={t.step} max={200} />
      <Button rank="second" icon="plus" busy={t.adding}>
        {t.addStep}
      </Button>
    </ActionForm>
  )
}
