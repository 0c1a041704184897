import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginDraft,
  type DraftEvent,
  type DraftState,
  draftReducer,
  isUnsent,
  mayBeSent,
} from '#app/features/drafts/draft-state.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`
const onServer = { version: 3, body: 'I hear', savedAt: at('14:02'), writer: 'another-page', revision: 7 }
const newerElsewhere = { ...onServer, version: 4, body: 'You said third', savedAt: at('14:05') }

const given = (state: DraftState<string>, ...events: DraftEvent<string>[]) => events.reduce(draftReducer, state)
const opened = beginDraft({ saved: onServer, initial: '' })
const typed = given(opened, { type: 'changed', body: 'I hear you' })

describe('a page that is opened', () => {
  it('shows what the server has, and has nothing to send', () => {
    expect(opened).toMatchObject({ body: 'I hear', version: 3, savedAt: at('14:02') })
    expect(isUnsent(opened)).toBe(false)
  })

  it('begins with the empty form where nothing was saved', () => {
    expect(beginDraft({ saved: null, initial: '' })).toMatchObject({ body: '', version: 0, savedAt: null })
  })

  it('shows what came back with a refused form, and has yet to save it', () => {
    const state = beginDraft({ saved: onServer, initial: '', typed: 'I hear you.' })
    expect(state).toMatchObject({ body: 'I hear you.', version: 3 })
    expect(mayBeSent(state)).toBe(true)
  })
})

describe('typing', () => {
  it('is unsent until the server has just that revision', () => {
    const typedOn = given(typed, { type: 'sending' }, { type: 'changed', body: 'I hear you now' })
    const saved = given(typedOn, { type: 'saved', version: 4, savedAt: at('14:03'), revision: 1 })
    expect(isUnsent(saved)).toBe(true)
    expect(saved).toMatchObject({ version: 4, body: 'I hear you now' })
    expect(isUnsent(given(saved, { type: 'saved', version: 5, savedAt: at('14:03'), revision: 2 }))).toBe(false)
  })

  it('is not sent twice at a time', () => {
    expect(mayBeSent(typed)).toBe(true)
    expect(mayBeSent(given(typed, { type: 'sending' }))).toBe(false)
  })

  it('is tried again after the network was away or the session ended, and the trouble is told until something is saved', () => {
    for (const trouble of ['unreachable', 'signed-out'] as const) {
      const state = given(typed, { type: 'sending' }, { type: trouble })
      expect(state).toMatchObject({ trouble, failures: 1 })
      expect(mayBeSent(state)).toBe(true)
      expect(given(state, { type: 'sending' })).toMatchObject({ trouble })
      const saved = given(state, { type: 'sending' }, { type: 'saved', version: 4, savedAt: at('14:03'), revision: 1 })
      expect(saved).toMatchObject({ trouble: null, failures: 0 })
    }
  })

  it('is not sent as it is when it was too large, but again once it was changed', () => {
    const refused = given(typed, { type: 'sending' }, { type: 'refused', refusal: 'Too much.', isFinal: false })
    expect(mayBeSent(refused)).toBe(false)
    expect(mayBeSent(given(refused, { type: 'changed', body: 'I' }))).toBe(true)
  })

  it('is never sent again when the attempt is closed, and stays on the page', () => {
    const closed = given(typed, { type: 'sending' }, { type: 'refused', refusal: 'Submitted.', isFinal: true })
    const typedOn = given(closed, { type: 'changed', body: 'I hear you all' })
    expect(typedOn).toMatchObject({ phase: 'closed', refusal: 'Submitted.', body: 'I hear you all' })
    expect(mayBeSent(typedOn)).toBe(false)
  })
})

describe('a newer version from elsewhere', () => {
  const compared = given(typed, { type: 'sending' }, { type: 'newer', draft: newerElsewhere })

  it('is shown beside the text on the page and overwrites nothing', () => {
    expect(compared.body).toBe('I hear you')
    expect(compared.rivals).toEqual([{ from: 'server', body: 'You said third', writtenAt: at('14:05'), version: 4 }])
    expect(mayBeSent(compared)).toBe(false)
    expect(mayBeSent(given(compared, { type: 'changed', body: 'I hear you and' }))).toBe(false)
  })

  it('gives way to the page when the person chooses the page, on top of it', () => {
    const chosen = given(compared, { type: 'kept-mine' })
    expect(chosen).toMatchObject({ body: 'I hear you', version: 4, rivals: [], generation: 0 })
    expect(mayBeSent(chosen)).toBe(true)
  })

  it('replaces the page when the person chooses it, with nothing left to send', () => {
    const chosen = given(compared, { type: 'took-other' })
    expect(chosen).toMatchObject({
      body: 'You said third',
      version: 4,
      rivals: [],
      generation: 1,
      savedAt: at('14:05'),
    })
    expect(isUnsent(chosen)).toBe(false)
  })
})

describe('work that was left in this browser', () => {
  it('goes back on the page and has yet to be saved', () => {
    const restored = given(opened, { type: 'restored', body: 'I hear how' })
    expect(restored).toMatchObject({ body: 'I hear how', generation: 1, version: 3 })
    expect(mayBeSent(restored)).toBe(true)
  })

  it('is compared one after the other, and one that is chosen has yet to be saved', () => {
    const rival = (body: string) => ({ from: 'browser' as const, body, writtenAt: at('13:00'), version: 0 })
    const found = given(opened, { type: 'found', rivals: [rival('first'), rival('second')] })
    const first = given(found, { type: 'took-other' })
    expect(first).toMatchObject({ body: 'first', version: 3 })
    expect(mayBeSent(first)).toBe(false)
    const second = given(first, { type: 'kept-mine' })
    expect(second).toMatchObject({ body: 'first', version: 3, rivals: [] })
    expect(mayBeSent(second)).toBe(true)
  })
})

describe('whatever happens in whatever order', () => {
  const events: fc.Arbitrary<DraftEvent<string>> = fc.oneof(
    fc.string().map((body) => ({ type: 'changed' as const, body })),
    fc.constant({ type: 'sending' as const }),
    fc.nat(20).map((version) => ({ type: 'newer' as const, draft: { ...newerElsewhere, version } })),
    fc.constantFrom({ type: 'unreachable' as const }, { type: 'signed-out' as const }),
    fc.boolean().map((isFinal) => ({ type: 'refused' as const, refusal: 'No.', isFinal })),
  )

  it('only the person replaces what stands on the page', () => {
    fc.assert(
      fc.property(fc.array(events), (list) => {
        const typedLast = list.findLast((event) => event.type === 'changed')
        const state = given(opened, ...list)
        expect(state.body).toBe(typedLast ? typedLast.body : 'I hear')
        expect(isUnsent(state)).toBe(typedLast !== undefined)
      }),
    )
  })
})
