import { written } from './written.ts'

export const jointAnswer = written(`
Wir antworten gemeinsam, weil der Wandel nicht nach Ressorts fragt.

## Energie

Der Teil der AG Energie steht als Gegenüberstellung bereit. Er liegt dem Kreis vor.

## Boden und Wasser

Der Teil der AG Landwirtschaft ist noch in Arbeit.

## Unterwegs sein

Der Teil der AG Mobilität fehlt noch. Zahlen zum Fahrplan sind angefragt.`)

export const guidingIdeas = written(`
Wir packen an, bevor andere über uns entscheiden.

- Gut leben in Dorf und Stadt
- Boden und Wasser schützen
- Energie in Bürgerhand
- Wege ohne Auto
- Beteiligung auf Augenhöhe`)
