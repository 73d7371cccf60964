import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Block } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'
import { YesNo } from './yes-no.tsx'

const texts = bilingual({
  de: {
    title: 'Mails an dich',
    wanted: 'Wenn dich jemand in einem Kommentar anspricht, schreiben wir dir eine Mail.',
    unwanted:
      'Wenn dich jemand in einem Kommentar anspricht, steht es auf der Startseite. Eine Mail bekommst du nicht.',
    switchOff: 'Keine Mails zu Kommentaren',
    switchOn: 'Wieder Mails zu Kommentaren',
    roundsWanted:
      'Wenn deine Gruppe dich fragt, deine Antwort fehlt oder eine Entscheidung gefallen ist, schreiben wir dir eine Mail.',
    roundsUnwanted:
      'Wenn deine Gruppe dich fragt, steht es auf der Startseite. Eine Mail bekommst du nicht. Gilt in einer Runde Schweigen als Zustimmung, sieht die Leitung, dass du noch nicht erreicht bist.',
    roundsOff: 'Keine Mails zu Entscheidungen',
    roundsOn: 'Wieder Mails zu Entscheidungen',
    tasksWanted: 'Zwei Tage bevor eine deiner Aufgaben fällig ist und am Tag danach erinnern wir dich mit einer Mail.',
    tasksUnwanted: 'Was du übernommen hast, steht auf der Startseite. Eine Mail bekommst du nicht.',
    tasksOff: 'Keine Mails zu Aufgaben',
    tasksOn: 'Wieder Mails zu Aufgaben',
    always: 'Anmeldelinks und Einladungen kommen immer: Ohne sie kämst du nicht herein.',
  },
  en: {
    title: 'Mails to you',
    wanted: 'When somebody calls you in a comment, we write you a mail.',
    unwanted: 'When somebody calls you in a comment, the start page says so. You get no mail.',
    switchOff: 'No mails about comments',
    switchOn: 'Mails about comments again',
    roundsWanted: 'When your group asks you, your answer is missing or something was decided, we write you a mail.',
    roundsUnwanted:
      'When your group asks you, the start page says so. You get no mail. If silence is consent in a round, those who lead it see that you have not been reached.',
    roundsOff: 'No mails about decisions',
    roundsOn: 'Mails about decisions again',
    tasksWanted: 'Two days before one of your tasks is due and on the day after it we remind you with a mail.',
    tasksUnwanted: 'What you have taken on stands on the start page. You get no mail.',
    tasksOff: 'No mails about tasks',
    tasksOn: 'Mails about tasks again',
    always: 'Sign-in links and invitations always come: without them you could not get in.',
  },
})

type Props = { locale: Locale; isWanted: boolean; areRoundsWanted: boolean; areTasksWanted: boolean }

/** Where every mail leads that can be switched off. */
export const MyMails = ({ locale, isWanted, areRoundsWanted, areTasksWanted }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="me-mails" title={t.title}>
      <YesNo
        {...{ locale, action: paths.mentionMails(), id: 'mention-mails', name: 'wanted', isYes: isWanted }}
        state={isWanted ? t.wanted : t.unwanted}
        other={isWanted ? t.switchOff : t.switchOn}
      />
      <YesNo
        {...{ locale, action: paths.roundMails(), id: 'round-mails', name: 'wanted', isYes: areRoundsWanted }}
        state={areRoundsWanted ? t.roundsWanted : t.roundsUnwanted}
        other={areRoundsWanted ? t.roundsOff : t.roundsOn}
      />
      <YesNo
        {...{ locale, action: paths.taskMails(), id: 'task-mails', name: 'wanted', isYes: areTasksWanted }}
        state={areTasksWanted ? t.tasksWanted : t.tasksUnwanted}
        other={areTasksWanted ? t.tasksOff : t.tasksOn}
      />
      <p class="soft">{t.always}</p>
    </Block>
  )
}
