import type { PersonKey } from './cast.ts'

/** Who may try what: one sentence each, for those who look at the sample alliance for the first time. */
export const greetings = {
  henrike: 'Henrike koordiniert den Kreis: Zwei Weiterleitungen der AG\u00a0Energie warten dort auf eine Antwort.',
  swantje:
    'Swantje leitet die AG\u00a0Energie: Sie schreibt an „RPL 2.0 und wir: Energie“ weiter, friert Fassungen ein und eröffnet Runden.',
  tarek: 'Tarek ist Delegierter der AG\u00a0Energie: Er gibt einen Beschluss der Gruppe in zwei Klicks an den Kreis.',
  bjarne:
    'Bjarne hat zum Wärmenetz schon geantwortet: Er kann seine Antwort ändern, solange die Runde läuft, oder einen Einwand einbringen.',
  gerd: 'Gerd findet auf der Startseite, was auf ihn wartet: eine Aufgabe zum Abhaken und eine Runde, in der seine Antwort fehlt.',
  nele: 'Nele leitet die AG\u00a0Landwirtschaft: Sie bestätigt einen Beschluss aus der letzten Sitzung und sieht von der AG\u00a0Energie nur die Beschlüsse.',
} as const satisfies Partial<Record<PersonKey, string>>
