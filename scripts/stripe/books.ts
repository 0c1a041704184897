import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tellAll } from './deliver.ts'
import type { Told } from './money-moves.ts'
import { emptyState, newId, type State, type StripeEvent, seconds } from './state.ts'
import { STRAIGHT, type Switches } from './switches.ts'

export type BooksOptions = {
  /** Where events go; nowhere without it. */
  webhook?: { url: string; secret: string }
  /** Keeps the state over a restart. */
  file?: string
}

/** All that has happened at the stand-in, and how it is to behave. */
export type Books = {
  state: State
  switches: Switches
  keep: () => void
  /** Keeps what has happened and tells of it as it is now: what happens later is told by later events. */
  tell: (told: Told[]) => void
  close: () => void
}

export function openBooks({ webhook, file }: BooksOptions): Books {
  const state: State =
    file && existsSync(file) ? { ...emptyState(), ...JSON.parse(readFileSync(file, 'utf8')) } : emptyState()
  const switches: Switches = { ...STRAIGHT }
  const stopping = new AbortController()

  function keep(): void {
    if (!file) return
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  function tell(told: Told[]): void {
    const events = told.map(({ type, object }) => eventOf(type, object))
    state.events.push(...events)
    keep()
    if (!webhook || switches.drop) return
    tellAll(events, webhook, { ...switches }, stopping.signal).catch(() => {})
  }

  return { state, switches, keep, tell, close: () => stopping.abort() }
}

const eventOf = (type: string, object: object): StripeEvent => ({
  ...{ id: newId('evt'), object: 'event', type, created: seconds() },
  data: { object: structuredClone(object) },
})
