import { bilingual } from '../kit/texts.ts'

/** How, in which way and how long everybody is asked. */
export const texts = bilingual({
  de: {
    more: 'Weg, Beginn und Uhrzeit',
    way: 'Auf welchem Weg?',
    ways: {
      online: { title: 'Online, bis zu einem Tag', text: 'Alle antworten hier, wann sie wollen.' },
      meeting: {
        title: 'In einer Sitzung',
        text: 'Antworten, gehobene Hände und Zettel werden während der Sitzung eingetragen. Die Moderation zählt aus.',
      },
      'circular-rules': {
        title: 'Im Umlauf, nach euren Regeln',
        text: 'Ohne Sitzung. Es müssen genug antworten, und wer will, kann eine Sitzung verlangen.',
      },
      'circular-statutory': {
        title: 'Im Umlauf, alle müssen Ja sagen',
        text: 'So verlangt es das Vereinsrecht ohne eigene Regel. Fehlt ein einziges Ja, geht die Sache in die Sitzung.',
      },
      'circular-silent': {
        title: 'Im Umlauf, Schweigen gilt als Zustimmung',
        text: 'Nur wenn alle erreicht sind. Ein Einwand bringt die Sache in die Sitzung. Zweimal wird erinnert. Nicht für Geld und nicht für die Öffentlichkeit.',
      },
    },
    minimum: (p: { days: string }) => `Ein Umlauf dauert bei euch mindestens ${p.days}.`,
    closesOn: 'Bis einschließlich',
    closesHint: 'Die Runde endet an diesem Tag um 24\u00A0Uhr, wenn du keine Uhrzeit einträgst.',
    closesTime: 'Ende zu einer Uhrzeit',
    closesTimeHint:
      'Gemeint ist die Uhrzeit in Deutschland. Was genau zu dieser Minute kommt, ist schon zu spät. Werden die Uhren umgestellt, gilt von zwei gleichen Zeiten die spätere.',
    startsOn: 'Beginnt erst am',
    startsHint: 'Leer: sofort. Sonst erfahren es alle gleich und antworten ab diesem Tag.',
    startsTime: 'Beginn zu einer Uhrzeit',
    urgency: 'Warum ist es eilig?',
    urgencyHint:
      'Nur wenn ein Umlauf kürzer sein soll als sonst. 48\u00A0Stunden müssen es sein, und alle lesen den Grund.',
    problems: {
      way: {
        missing: 'Bitte wähle, auf welchem Weg ihr entscheidet.',
        not_allowed: 'Diesen Weg erlaubt euer Regelwerk nicht. Ändern könnt ihr das nur mit einem Beschluss.',
        needs_plain: 'Auf diesem Weg geht nur Konsent oder Mehrheit. Bitte wähle oben anders oder einen anderen Weg.',
        silent_money: 'Über Geld entscheidet Schweigen nie. Bitte wähle einen Weg, auf dem geantwortet wird.',
        silent_public_effect:
          'Was ihr nach außen sagt, entscheidet Schweigen nie. Bitte wähle einen Weg, auf dem geantwortet wird.',
      },
      method: {
        not_with_kinds:
          'Nach euren Regeln werden Einzelne und Organisationen getrennt gezählt. Mit Punkten geht das nicht. Bitte wähle anders.',
        old_rules:
          'Seit diesem Vorschlag hat die Gruppe ihre Regeln geändert. Ändert erst die Regeln im Vorschlag, damit er von denen ausgeht, die jetzt gelten.',
        other_rules:
          'Gerade entscheidet die Gruppe schon über andere Regeln. Wartet, bis das festgestellt ist, sonst hebt das eine das andere wieder auf.',
        unchanged:
          'Zu diesem Wortlaut hat die letzte Runde nicht zusammengefunden. Ändert ihn, dann könnt ihr noch einmal fragen.',
        used_up:
          'Über diesen Wortlaut wurde so oft gefragt, wie eure Regeln es erlauben. Legt in der letzten Runde fest, wie es weitergeht.',
      },
      closesOn: {
        missing: 'Bitte wähle den letzten Tag.',
        not_a_day: 'Bitte wähle den letzten Tag.',
        over: 'Das ist schon vorbei. Wähle einen späteren Zeitpunkt.',
        before_start: 'Das Ende muss nach dem Beginn liegen.',
        too_far: 'Das ist mehr als ein Jahr. Bitte wähle einen früheren Tag.',
        too_short:
          'Für einen Umlauf ist das nach euren Regeln zu kurz. Wähle einen späteren Tag, oder schreib auf, warum es eilt.',
        too_short_urgent: 'Auch wenn es eilt, braucht ein Umlauf 48\u00A0Stunden. Bitte wähle ein späteres Ende.',
      },
      closesTime: { not_a_time: 'Bitte schreib die Uhrzeit so: 18:30.' },
      startsTime: { not_a_time: 'Bitte schreib die Uhrzeit so: 18:30.' },
      startsOn: { over: 'Dieser Tag ist schon vorbei. Lass das Feld leer, wenn es sofort beginnen soll.' },
      urgency: {
        not_with_silence: 'Wo Schweigen gilt, gibt es keine Eile: Die volle Zeit und beide Erinnerungen müssen sein.',
        too_long: 'Bitte fasse dich kürzer: höchstens 500 Zeichen.',
      },
    },
  },
  en: {
    more: 'Way, beginning and time of day',
    way: 'In which way?',
    ways: {
      online: { title: 'Online, until a day', text: 'Everybody answers here whenever they like.' },
      meeting: {
        title: 'In a meeting',
        text: 'Answers, raised hands and papers are entered during the meeting. The facilitator counts.',
      },
      'circular-rules': {
        title: 'By circular, by your rules',
        text: 'Without a meeting. Enough people must answer, and whoever likes can ask for a meeting.',
      },
      'circular-statutory': {
        title: 'By circular, everybody must say yes',
        text: 'This is what association law asks for without a rule of your own. If one yes is missing, the matter goes to a meeting.',
      },
      'circular-silent': {
        title: 'By circular, silence is consent',
        text: 'Only if everybody has been reached. One objection takes the matter to a meeting. There are two reminders. Not for money and not for the public.',
      },
    },
    minimum: (p) => `With you a circular takes at least ${p.days}.`,
    closesOn: 'Until and including',
    closesHint: 'The round ends at midnight of this day, unless you enter a time.',
    closesTime: 'Ends at a time of day',
    closesTimeHint:
      'This is the time in Germany. What arrives in this very minute is too late already. When the clocks change, the later of two equal times counts.',
    startsOn: 'Begins only on',
    startsHint: 'Empty: at once. Otherwise everybody hears of it now and answers from this day on.',
    startsTime: 'Begins at a time of day',
    urgency: 'Why is it urgent?',
    urgencyHint:
      'Only if a circular shall be shorter than usual. It takes 48\u00A0hours, and everybody reads the reason.',
    problems: {
      way: {
        missing: 'Please choose in which way you decide.',
        not_allowed: 'Your rules do not allow this way. Only a decision of the group can change that.',
        needs_plain: 'In this way only consent or majority work. Please choose another one above, or another way.',
        silent_money: 'Silence never decides about money. Please choose a way in which people answer.',
        silent_public_effect:
          'Silence never decides what you say in public. Please choose a way in which people answer.',
      },
      method: {
        not_with_kinds:
          'By your rules individuals and organisations are counted apart. That does not work with points. Please choose another way.',
        old_rules:
          'The group has changed its rules since this was proposed. First change the rules in the proposal, so that it goes by those that hold now.',
        other_rules:
          'The group is deciding on other rules right now. Wait until that is established; otherwise one would undo the other.',
        unchanged: 'The latest round did not come together on this wording. Change it, then you can ask again.',
        used_up:
          'You have asked about this wording as often as your rules allow. Say in the last round how it goes on.',
      },
      closesOn: {
        missing: 'Please choose the last day.',
        not_a_day: 'Please choose the last day.',
        over: 'This is over already. Choose a later time.',
        before_start: 'The end must be after the beginning.',
        too_far: 'This is more than a year away. Please choose an earlier day.',
        too_short:
          'By your rules this is too short for a circular. Choose a later day, or write down why it is urgent.',
        too_short_urgent: 'Even when it is urgent a circular takes 48\u00A0hours. Please choose a later end.',
      },
      closesTime: { not_a_time: 'Please write the time like this: 18:30.' },
      startsTime: { not_a_time: 'Please write the time like this: 18:30.' },
      startsOn: { over: 'This day is over. Leave the field empty if it shall begin at once.' },
      urgency: {
        not_with_silence: 'Where silence counts there is no hurry: the full time and both reminders are needed.',
        too_long: 'Please be briefer: at most 500 characters.',
      },
    },
  },
})
