import 'htmx.org'
import 'htmx.org/dist/ext/hx-sse.js'
import { defineAskFirst } from './client/ask-first.ts'
import { watchStream } from './client/listening.ts'
import { protectWhatPeopleDid } from './client/morphing.ts'
import { watchForms } from './client/sending.ts'
import { showCurrentTab } from './client/tabs.ts'

protectWhatPeopleDid()
watchForms()
watchStream()
defineAskFirst()
showCurrentTab()
document.addEventListener('htmx:after:swap', showCurrentTab)
