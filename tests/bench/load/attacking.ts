import { pause } from '../numbers.ts'
import { type AttackName, attacks } from './attacks.ts'
import { type Place, type Seat, takeSeat } from './seat.ts'

export interface Attacking {
  name: AttackName
  place: Place
  victim: number
}

const between = 100

let going = false

/** Keeps on attacking, and comes back whenever it is thrown out. */
export function attack({ name, place, victim }: Attacking): void {
  going = true
  void assail(name, place, victim)
}

export function ceaseAttack(): void {
  going = false
}

async function assail(name: AttackName, place: Place, victim: number): Promise<void> {
  let seat: Seat | undefined
  while (going) {
    seat ??= takeSeat(place, {
      update: () => undefined,
      closed: () => {
        seat = undefined
      },
    })
    const attacking = seat
    await attacking.synced.then(
      () => {
        for (const frame of attacks[name](attacking.speech, victim)) attacking.send(frame)
      },
      () => undefined,
    )
    await pause(between)
  }
  seat?.leave()
}
