import { describe, expect, it } from 'vitest'
import { type CredentialEvent, credentialState } from '#app/domain/credential/state.ts'

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const event = (kind: CredentialEvent['kind'], at: string, until: string | null = null): CredentialEvent => ({
  kind,
  at: day(at),
  until: until ? day(until) : null,
})
const at = (today: string, events: CredentialEvent[], validUntil: string | null = null) =>
  credentialState({ validUntil: validUntil ? day(validUntil) : null, events }, day(today))

describe('a credential', () => {
  it('is valid as long as nothing happens', () => expect(at('2026-06-01', [])).toEqual({ state: 'valid' }))

  it('is valid on its last moment and expired after it', () => {
    expect(at('2026-06-01', [], '2026-06-01').state).toBe('valid')
    expect(at('2026-06-02', [], '2026-06-01')).toEqual({ state: 'expired', since: day('2026-06-01') })
  })

  it('is suspended from the day on which it was, until that is lifted', () => {
    const events = [event('lifted', '2026-06-10'), event('suspended', '2026-06-01')]
    expect(at('2026-05-31', events).state).toBe('valid')
    expect(at('2026-06-05', events)).toEqual({ state: 'suspended', since: day('2026-06-01'), until: null })
    expect(at('2026-06-11', events).state).toBe('valid')
  })

  it('is valid again when a suspension ends by itself', () => {
    const events = [event('suspended', '2026-06-01', '2026-06-10')]
    expect(at('2026-06-09', events)).toMatchObject({ state: 'suspended', until: day('2026-06-10') })
    expect(at('2026-06-10', events).state).toBe('valid')
  })

  it('can be suspended a second time', () => {
    const events = [event('suspended', '2026-06-01'), event('lifted', '2026-06-02'), event('suspended', '2026-06-03')]
    expect(at('2026-06-04', events)).toMatchObject({ state: 'suspended', since: day('2026-06-03') })
  })

  it.each(['revoked', 'superseded', 'lapsed'] as const)('that was %s stays so, whatever is lifted later', (state) => {
    const events = [event('suspended', '2026-06-01'), event(state, '2026-06-02'), event('lifted', '2026-06-03')]
    expect(at('2026-06-04', events, '2026-06-03')).toEqual({ state, since: day('2026-06-02') })
  })

  it.each(['lapsed', 'superseded'] as const)('that was revoked after it was %s is revoked', (before) => {
    expect(at('2026-07-01', [event(before, '2026-06-01'), event('revoked', '2026-06-02')]).state).toBe('revoked')
  })

  it('that ended while it was suspended has ended', () => {
    expect(at('2026-07-01', [event('suspended', '2026-05-01')], '2026-06-01').state).toBe('expired')
  })
})
