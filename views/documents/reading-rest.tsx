import { paths } from '#src/paths.ts'
import { LinkButton } from '../kit/button.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { GuestForm, GuestList, RenameForm } from './acts.tsx'
import type { ReadingPageProps, RefusedHere } from './reading-page.tsx'
import { texts as stageTexts } from './stage-texts.ts'
import { texts } from './texts.ts'

/** What is done with a text now and then: its name, its guests, its way. */
export const Rest = (props: ReadingPageProps) => {
  const { may, refused } = props
  const refusedIn = (form: RefusedHere['form']) => (refused?.form === form ? refused.input : null)
  if (props.isGuest) return null
  return (
    <Block id="more" title={texts[props.locale.lang].more} quiet narrow>
      <GuestList {...props} />
      <Actions>
        {may.rename && <RenameForm {...props} refused={refusedIn('rename')} />}
        {may.inviteGuest && <GuestForm {...props} refused={refusedIn('guest')} />}
        {!props.document.isTemplate && (
          <LinkButton rank="quiet" icon="milestone" href={paths.stage(props.group, props.document)}>
            {stageTexts[props.locale.lang].toAll}
          </LinkButton>
        )}
      </Actions>
    </Block>
  )
}
