import { parentPort, workerData } from 'node:worker_threads'
import { convertFile } from '../../documents/conversion/convert.ts'

parentPort?.postMessage(await convertFile(workerData.bytes, workerData.source))
