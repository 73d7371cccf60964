import { watchCalling } from './comments-calling.ts'
import { watchChoosing, watchKeys } from './comments-choosing.ts'
import { watchKeeping } from './comments-keeping.ts'
import { watchRemarks } from './comments-sending.ts'

watchRemarks()
watchKeeping()
watchCalling()
watchKeys()
watchChoosing()
