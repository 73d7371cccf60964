import { parentPort, workerData } from 'node:worker_threads'
import { makeFile } from '../../documents/export/make.ts'
import { typesetter } from './typst.ts'

const { format, outgoing, fonts } = workerData

parentPort?.postMessage(await makeFile(format, outgoing, () => typesetter(fonts)))
