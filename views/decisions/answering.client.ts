import { watchDigits } from './answering-digits.ts'
import { watchAnswers } from './answering-unsent.ts'

watchDigits()
watchAnswers()
