import { describe, expect, it } from 'vitest'
import { plainDocument } from '#app/rich-text/document.ts'
import { noteField, reasonField, type ScreenFault } from '#app/screen/identifier-questions.ts'
import { type ScreenedFields, screenFields } from '#app/screen/screen-fields.server.ts'

const today = '2026-11-28'

const fields = (description: string, feelings = ''): ScreenedFields => ({
  description: { label: 'What happened', text: description },
  feelings: { label: 'What you felt', text: feelings },
})

function faultOf(written: ScreenedFields, typed: Record<string, string> = {}): ScreenFault {
  const screened = screenFields(written, { typed, today })
  if (screened.clean) throw new Error('nothing was asked')
  return screened.fault
}

const questionsOf = (written: ScreenedFields, typed?: Record<string, string>) => faultOf(written, typed).questions ?? []

const digestIn = (written: ScreenedFields) => questionsOf(written)[0]?.digest ?? ''

describe('portfolio text before it is saved', () => {
  it('is clean when nothing in it may identify somebody', () => {
    const text = 'In session 10 she said that a week without me had been “like falling”. Sertraline 50 mg, PHQ-9 17.'
    expect(screenFields(fields(text), { typed: {}, today })).toEqual({ clean: true, confirmed: [] })
  })

  it('comes back with each likely identifier in its place, and with everything typed', () => {
    const typed = { description: 'I rang Sarah on 07700 900123.', title: 'Session 4' }
    const fault = faultOf(fields(typed.description), typed)
    expect(fault.values).toBe(typed)
    expect(fault.questions).toMatchObject([
      {
        kind: 'name',
        text: 'Sarah',
        excerpts: [{ field: 'description', label: 'What happened', before: 'I rang ', hit: 'Sarah' }],
      },
      { kind: 'phone', text: '07700 900123', excerpts: [{ before: 'I rang Sarah on ', after: '.' }] },
    ])
  })

  it('asks once about one thing that stands in several places', () => {
    const questions = questionsOf(fields('I met Sarah.', 'I was angry with SARAH. Sarah knew.'))
    expect(questions.map(({ excerpts }) => excerpts.map(({ hit }) => hit))).toEqual([['Sarah', 'SARAH', 'Sarah']])
  })

  it('finds in a document what is half in bold, and nothing across two paragraphs', () => {
    const text = [
      { type: 'text', text: 'I met Sa' },
      { type: 'text', text: 'rah', marks: [{ type: 'bold' }] },
    ]
    const document = { type: 'doc' as const, content: [{ type: 'paragraph', content: text }] }
    const written = { note: { label: 'Note', text: document } }
    expect(questionsOf(written)).toMatchObject([{ text: 'Sarah' }])
    const apart = { note: { label: 'Note', text: plainDocument('The score was 943\n476 5919 others came.') } }
    expect(screenFields(apart, { typed: {}, today }).clean).toBe(true)
  })

  it('is let through with a reason for each hit, and the reason is kept without the words', () => {
    const written = fields('As Virginia wrote in her diary, nobody knows.')
    const digest = digestIn(written)
    const typed = { [reasonField(digest)]: 'public-figure' }
    const screened = screenFields(written, { typed, today })
    expect(screened).toEqual({ clean: true, confirmed: [{ kind: 'name', digest, reason: 'public-figure' }] })
    expect(JSON.stringify(screened)).not.toMatch(/virginia/i)
  })

  it('comes back whole while one hit is without a reason: the other answers are kept', () => {
    const written = fields('I rang Sarah on 07700 900123.')
    const [name, phone] = questionsOf(written)
    const typed = {
      [reasonField(name?.digest ?? '')]: 'invented',
      [reasonField(phone?.digest ?? '')]: 'because I say so',
    }
    expect(questionsOf(written, typed)).toMatchObject([{ reason: 'invented' }, { reason: undefined }])
  })

  it.each([
    ['', 'Say in a few words why it may stay.'],
    ['x'.repeat(201), 'Use at most 200 characters.'],
    ['This is my brother Oliver', 'This reason seems to hold an identifier itself. Give the reason without it.'],
  ])('asks for a reason in words that say nothing of whom: “%s”', (note, noteError) => {
    const written = fields('I met Sarah.')
    const digest = digestIn(written)
    const typed = { [reasonField(digest)]: 'other', [noteField(digest)]: note }
    expect(questionsOf(written, typed)).toMatchObject([{ reason: 'other', note, noteError }])
  })

  it('keeps a reason in words', () => {
    const written = fields('I met Sarah.')
    const digest = digestIn(written)
    const typed = { [reasonField(digest)]: 'other', [noteField(digest)]: ' the name of a ship ' }
    expect(screenFields(written, { typed, today })).toMatchObject({
      confirmed: [{ reason: 'other', note: 'the name of a ship' }],
    })
  })

  it('that was confirmed before is not asked about again, and what has gone from it is confirmed no longer', () => {
    const confirmed = [
      { kind: 'name' as const, digest: digestIn(fields('I met Sarah.')), reason: 'invented' as const },
      { kind: 'name' as const, digest: 'of-what-has-gone', reason: 'invented' as const },
    ]
    const screened = screenFields(fields('I met Sarah again.'), { typed: {}, today, confirmed })
    expect(screened).toEqual({ clean: true, confirmed: confirmed.slice(0, 1) })
  })
})
