import { describe, expect, it } from 'vitest'
import { HIT_KINDS } from '#app/domain/screen/hit.ts'
import { findIdentifiers } from '#app/screen/identifier-screen.server.ts'
import { agreementOf, precisionOf, recallOf, structured } from '#tests/support/screen-agreement.ts'
import { readNotes } from '#tests/support/screen-notes.ts'

const screen = (text: string) => findIdentifiers(text, '2026-11-28')
const tuning = readNotes('tuning')
const heldOut = readNotes('held-out')
const all = agreementOf([...tuning, ...heldOut], screen)
const of = (kind: string) => all.find((row) => row.kind === kind) ?? { labels: 0, found: 0, hits: 0, right: 0 }

describe('on the labelled notes, the screen', () => {
  it('is measured on at least 200 of them, most without any identifier', () => {
    const notes = [...tuning, ...heldOut]
    expect(notes.length).toBeGreaterThanOrEqual(200)
    expect(notes.filter(({ labels }) => labels.length === 0).length).toBeGreaterThan(notes.length / 2)
  })

  it.each(HIT_KINDS.filter((kind) => kind !== 'name'))(
    'finds at least 95 %% of each kind that has a form: %s',
    (kind) => {
      expect(of(kind).labels).toBeGreaterThanOrEqual(10)
      expect(recallOf(of(kind))).toBeGreaterThanOrEqual(0.95)
      expect(precisionOf(of(kind))).toBeGreaterThanOrEqual(0.9)
    },
  )

  it('does as well on those that it was not changed by', () => {
    const held = structured(agreementOf(heldOut, screen))
    expect(recallOf(held)).toBeGreaterThanOrEqual(0.95)
    expect(precisionOf(held)).toBeGreaterThanOrEqual(0.9)
  })

  it('finds most names, and not all: this says how many', () => {
    const [names] = agreementOf(heldOut, screen).filter(({ kind }) => kind === 'name')
    expect(names && recallOf(names)).toBeGreaterThanOrEqual(0.85)
    expect(names && precisionOf(names)).toBeGreaterThanOrEqual(0.85)
  })
})
