import type { Person } from '#src/identity/schema.ts'
import type { OpenSession } from '#src/identity/sessions.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Block, Column, Head } from '../kit/structure.tsx'
import { Devices } from './devices.tsx'
import { Keeping } from './keeping.tsx'
import { MyBookName } from './my-book-name.tsx'
import { MyMails } from './my-mails.tsx'
import { PlainForm } from './plain-form.tsx'
import { texts } from './texts.ts'

/** What this page needs to know of a group. */
export type GroupOfMine = { slug: string; name: string; standing: 'member' | 'guest' }

type Props = {
  locale: Locale
  person: Person
  groups: GroupOfMine[]
  wantsMentionMails: boolean
  wantsRoundMails: boolean
  wantsTaskMails: boolean
  isNamedInBooks: boolean
  sessions: OpenSession[]
  /** Which of them is this one. */
  current: string
  refused?: Refused | null
}

const Name = ({ locale, person, refused }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'name', locale, refused, problems: t.nameProblems }
  return (
    <ActionForm action={paths.myName()} form={form} locale={locale}>
      <TextField form={form} name="name" label={t.name} hint={t.nameHint} value={person.name} autocomplete="name" />
      <div>
        <Button rank="second">{t.saveName}</Button>
      </div>
    </ActionForm>
  )
}

const Language = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  const other = locale.lang === 'de' ? 'en' : 'de'
  return (
    <PlainForm action={paths.language()} inline>
      <p>{t.languageLead}</p>
      <Button rank="second" icon="globe" name="lang" value={other}>
        <span lang={other}>{t.otherLanguage}</span>
      </Button>
    </PlainForm>
  )
}

const Groups = ({ locale, groups }: Props) => {
  const t = texts[locale.lang]
  if (groups.length === 0) return <p>{t.noGroups}</p>
  return (
    <ul class="plain people">
      {groups.map((group) => (
        <li>
          <a href={paths.group(group)}>{group.name}</a>
          {group.standing === 'guest' && <span class="soft"> · {t.guest}</span>}
        </li>
      ))}
    </ul>
  )
}

/** My name, my language, where I am signed in, and the way out. */
export const MePage = (props: Props) => {
  const { locale, person } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow title={t.me} lead={person.email && t.meLead({ email: person.email })} />
      <Column>
        <Block id="me-name" title={t.name} quiet>
          <Name {...props} />
        </Block>
        <Block id="me-groups" title={t.groups} link={<a href={paths.groups()}>{t.allGroups}</a>}>
          <Groups {...props} />
        </Block>
        <Block id="me-language" title={t.language}>
          <Language locale={locale} />
        </Block>
        <MyMails
          locale={locale}
          isWanted={props.wantsMentionMails}
          areRoundsWanted={props.wantsRoundMails}
          areTasksWanted={props.wantsTaskMails}
        />
        <MyBookName locale={locale} isNamed={props.isNamedInBooks} />
        <Devices {...props} />
        <Keeping locale={locale} />
        <Block id="me-out" title={t.signOut}>
          <p>{t.signOutLead}</p>
          <PlainForm action={paths.signOut()}>
            <div>
              <Button rank="second" icon="log-out">
                {t.signOut}
              </Button>
            </div>
          </PlainForm>
          <p class="link-line">
            <a href={paths.leavingAlliance(person)}>{t.leaveAlliance}</a>
          </p>
        </Block>
      </Column>
    </>
  )
}
