import type { Child } from '../running/child.ts'
import type { Ground } from '../running/postgres.ts'
import type { Stage, Subject } from '../servers/subject.ts'

/** Numbers by name; a name says the unit unless it is ms. */
export type Measures = Record<string, number>

export interface Around {
  subject: Subject
  stage: Stage
  load: Child
  ground: Ground
  /** Shorter and smaller: to see that it runs, not how fast. */
  quick: boolean
  /** Folder for profiles of the servers, if they are wished for. */
  profiles: string | undefined
}

export interface Scenario {
  name: string
  title: string
  /** One round is enough, because it consists of many or takes long. */
  once?: boolean
  /** Only when asked for by name. */
  onlyIfAsked?: boolean
  /** In ms, where it takes longer than others on purpose. */
  patience?: number
  concerns(subject: Subject): boolean
  run(around: Around): Promise<Measures>
}

export const everybody = (): boolean => true
export const thoseThatKeep = ({ keeps }: Subject): boolean => keeps
export const ours = ({ name }: Subject): boolean => name === 'kreislauf'
