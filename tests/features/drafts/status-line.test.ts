import { afterEach, describe, expect, it } from 'vitest'
import { findRegionIn } from '#app/domain/region.ts'
import { beginDraft, type DraftEvent, draftReducer } from '#app/features/drafts/draft-state.ts'
import { statusLine } from '#app/features/drafts/status-line.ts'

const saved = { version: 1, body: '', savedAt: '2026-11-23T14:02:00.000Z', writer: 'page', revision: 1 }
const reader = { timeZone: 'Europe/London', now: new Date('2026-11-23T16:00:00.000Z') }

const line = (...events: DraftEvent<string>[]) =>
  statusLine(events.reduce(draftReducer, beginDraft({ saved, initial: '' })), reader)

const typed = { type: 'changed', body: 'I' } as const
const kept = { type: 'kept', isKept: true } as const

afterEach(() => findRegionIn(() => undefined))

describe('the line on saving', () => {
  it('says when the server saved last, in the person’s own time', () => {
    expect(line().text).toBe('Saved 14:02')
    const state = beginDraft({ saved, initial: '' })
    expect(statusLine(state, { ...reader, timeZone: 'Pacific/Auckland' }).text).toBe('Saved 03:02')
  })

  it('says the half of the day where clocks have twelve hours', () => {
    findRegionIn(() => 'US')
    expect(line().text).toBe('Saved 2:02 pm')
  })

  it('names the day when that was not today', () => {
    const state = beginDraft({ saved, initial: '' })
    expect(statusLine(state, { ...reader, now: new Date('2026-11-24T09:00:00.000Z') }).text).toBe(
      'Saved 23 November 2026, 14:02',
    )
  })

  it('tells a change from its saving without reading each out', () => {
    expect(line(typed)).toMatchObject({ passing: 'Not saved yet', text: 'Saved 14:02' })
    expect(line(typed, kept)).toMatchObject({ passing: 'Kept in this browser' })
    expect(line(typed, kept, { type: 'sending' })).toMatchObject({ passing: 'Saving …', text: 'Saved 14:02' })
  })

  it('says that it is offline and that the work is kept', () => {
    expect(line(typed, kept, { type: 'unreachable' }).text).toBe('Not connected: kept in this browser, trying again.')
  })

  it('asks to sign in again after the session ended', () => {
    expect(line(typed, kept, { type: 'signed-out' })).toMatchObject({
      text: 'You have been signed out. What you wrote is safe in this browser.',
      asksToSignIn: true,
    })
  })

  it('says to leave the page open when this browser keeps nothing', () => {
    expect(line(typed, { type: 'unreachable' })).toMatchObject({
      tone: 'critical',
      text: expect.stringMatching(/Leave this page open/),
    })
  })

  it('gives the server’s own words when it says no', () => {
    expect(line(typed, { type: 'refused', refusal: 'The deadline has passed.', isFinal: true })).toEqual({
      tone: 'critical',
      text: 'The deadline has passed.',
    })
  })
})
