import type { World } from '../../../support/world.ts'
import { type KillGround, killGround, type Victim } from '../../editing/kill-ground.ts'

/** Two processes on one database; one that is killed is soon followed by another that was ready. */
export class Servers {
  readonly #ground: KillGround
  readonly #kills = new Set<(url: string) => void>()
  running: Victim[] = []
  kills = 0

  private constructor(ground: KillGround) {
    this.#ground = ground
  }

  static async start(w: World): Promise<Servers> {
    const servers = new Servers(await killGround(w, 1))
    await Promise.all([servers.#add(), servers.#add()])
    return servers
  }

  onKill(listener: (url: string) => void): () => void {
    this.#kills.add(listener)
    return () => this.#kills.delete(listener)
  }

  async kill(victims: Victim[]): Promise<void> {
    await Promise.all(victims.filter((victim) => this.running.includes(victim)).map((victim) => this.#kill(victim)))
  }

  end(): Promise<void> {
    return this.#ground.end()
  }

  async #kill(victim: Victim): Promise<void> {
    this.running = this.running.filter((other) => other !== victim)
    this.kills += 1
    await victim.kill()
    for (const listener of this.#kills) listener(victim.url)
    await this.#add()
  }

  async #add(): Promise<void> {
    this.running.push(await this.#ground.take())
  }
}
