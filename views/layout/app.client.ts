import 'htmx.org'
import 'htmx.org/dist/ext/hx-sse.js'
import { defineAskFirst } from './client/ask-first.ts'
import { watchKeepingChoice } from './client/keeping-choice.ts'
import { watchKept } from './client/kept-here.ts'
import { watchStream } from './client/listening.ts'
import { protectWhatPeopleDid } from './client/morphing.ts'
import { watchForms } from './client/sending.ts'
import { watchSigningOut } from './client/signing-out.ts'
import { showCurrentTab } from './client/tabs.ts'

protectWhatPeopleDid()
watchForms()
watchStream()
defineAskFirst()
watchKeepingChoice()
watchSigningOut()
void watchKept()
showCurrentTab()
document.addEventListener('htmx:after:swap', showCurrentTab)
