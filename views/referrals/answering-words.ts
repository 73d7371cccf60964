import type { Group } from '#src/groups/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { bilingual } from '../kit/texts.ts'
import { texts } from './answering-texts.ts'

const nbsp = '\u00A0'

/** What is said otherwise where it is not the circle that answers. */
const groupTexts = bilingual({
  de: {
    answering: 'Was antwortet ihr?',
    takeUp: 'Als eigene Vorlage aufgreifen',
    takeUpText: 'Ihr entscheidet selbst darüber. Euer Beschluss ist die Antwort an die andere Gruppe.',
    proposalWording: 'Euer Beschlusstext',
    suggestVersion: (p: { us: string; title: string; number: number }) =>
      `Die ${p.us} schließt sich dem Papier „${p.title}“ in der Fassung${nbsp}${p.number} an.`,
    suggestWording: (p: { us: string; wording: string }) => `Die ${p.us} beschließt: ${p.wording}`,
    suggestQuestion: (p: { us: string; title: string }) => `Die ${p.us} beschließt zu der Frage „${p.title}“: …`,
    onItsWay: {
      deciding: {
        first: 'Ihr entscheidet gerade darüber.',
        more: 'Euer Beschluss wird die Antwort sein. Anders antworten geht erst wieder, wenn die Runde nichts entscheidet.',
        link: 'Zu eurer Vorlage',
      },
      waiting: {
        first: 'Ihr habt es aufgegriffen.',
        more: 'Für die Vorlage ist noch keine Runde eröffnet. Antwortet ihr auf anderem Weg, wird sie zurückgezogen.',
        link: 'Zu eurer Vorlage',
      },
      reported: {
        first: 'Ihr habt schon entschieden.',
        more: 'Sobald eine zweite Person von euch es bestätigt, ist der Beschluss die Antwort. Wird der Eintrag verworfen, könnt ihr wieder antworten.',
        link: 'Zum Eintrag',
      },
    },
    report: 'Wir haben schon entschieden',
    noteText: 'Ihr sagt ausdrücklich, dass ihr nichts beschlossen habt.',
    noteLabel: 'Was ihr dazu sagt',
    noteSuggestion: (p: { us: string }) => `Die ${p.us} hat das gelesen. Einen Beschluss gibt es dazu nicht.`,
    wordingMissing: 'Bitte schreib, was ihr beschließen sollt.',
    notAMember: 'Das kann nur jemand aus eurer Gruppe sein. Wähle jemanden aus der Liste.',
    beingDecided:
      'Ihr habt darüber gerade entschieden oder seid dabei. Der Beschluss wird die Antwort sein. Dein Text steht noch hier.',
  },
  en: {
    answering: 'What do you answer?',
    takeUp: 'Take it up as your own proposal',
    takeUpText: 'You decide on it yourselves. Your decision is the answer to the other group.',
    proposalWording: 'Wording of your decision',
    suggestVersion: (p) => `${p.us} joins the paper “${p.title}” in version${nbsp}${p.number}.`,
    suggestWording: (p) => `${p.us} decides: ${p.wording}`,
    suggestQuestion: (p) => `On the question “${p.title}” ${p.us} decides: …`,
    onItsWay: {
      deciding: {
        first: 'You are deciding on it.',
        more: 'Your decision will be the answer. You can only answer otherwise if the round decides nothing.',
        link: 'To your proposal',
      },
      waiting: {
        first: 'You have taken it up.',
        more: 'No round has been opened for the proposal yet. If you answer in another way, it is withdrawn.',
        link: 'To your proposal',
      },
      reported: {
        first: 'You have decided already.',
        more: 'As soon as a second person of your group confirms it, the decision is the answer. If the entry is discarded, you can answer again.',
        link: 'To the entry',
      },
    },
    report: 'We have decided already',
    noteText: 'You say explicitly that you have decided nothing.',
    noteLabel: 'What you say',
    noteSuggestion: (p) => `${p.us} has read this. There is no decision on it.`,
    wordingMissing: 'Please write what you should decide.',
    notAMember: 'This can only be somebody from your group. Choose somebody from the list.',
    beingDecided:
      'You have just decided on it, or are about to. The decision will be the answer. Your text is still here.',
  },
})

type Words = (typeof texts)['de']

/** The words of the forms in which it is answered: those of the circle, or of another group. */
export function answeringWords({ lang }: Locale, { kind, name: us }: Pick<Group, 'kind' | 'name'>): Words {
  const circles = texts[lang]
  if (kind === 'circle') return circles
  const t = groupTexts[lang]
  const { wordingMissing, notAMember, beingDecided, ...own } = t
  const { problems } = circles
  return {
    ...{ ...circles, ...own },
    suggestVersion: (p) => t.suggestVersion({ us, ...p }),
    suggestWording: (p) => t.suggestWording({ us, ...p }),
    suggestQuestion: (p) => t.suggestQuestion({ us, ...p }),
    noteSuggestion: t.noteSuggestion({ us }),
    problems: {
      ...problems,
      wording: { ...problems.wording, missing: wordingMissing },
      contactId: { ...problems.contactId, not_a_member: notAMember },
      kind: { being_decided: beingDecided },
    },
  }
}
