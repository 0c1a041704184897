import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type IdentifierQuestion, noteField, reasonField } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'

const excerpt = { field: 'description', label: 'What happened', before: 'I rang ', hit: 'Sarah', after: ' at noon.' }

const question: IdentifierQuestion = {
  digest: 'abc',
  kind: 'name',
  text: 'Sarah',
  because: 'It is on a list of given names.',
  excerpts: [excerpt],
  note: '',
}

const page = (fault: Parameters<typeof IdentifierReview>[0]['fault']) =>
  new JSDOM(renderToStaticMarkup(<IdentifierReview fault={fault} />)).window.document.body

const asked = (...questions: IdentifierQuestion[]) => page({ errors: {}, values: {}, questions })

describe('the review of likely identifiers', () => {
  it('shows each where it stands, says why, and leads to its field', () => {
    const body = asked(question)
    expect(body.querySelector('blockquote')?.innerHTML).toBe('I rang <mark>Sarah</mark> at noon.')
    expect(body.textContent).toContain('It is on a list of given names.')
    expect(body.querySelector('a')?.getAttribute('href')).toBe('#description')
  })

  it('takes a reason from a list, or another in words, without scripts', () => {
    const body = asked({ ...question, reason: 'other', note: 'a ship', noteError: 'Too short.' })
    const chosen = body.querySelector<HTMLOptionElement>(`select[name="${reasonField('abc')}"] option[selected]`)
    const note = body.querySelector<HTMLInputElement>(`input[name="${noteField('abc')}"]`)
    expect([chosen?.value, note?.value, note?.getAttribute('aria-invalid')]).toEqual(['other', 'a ship', 'true'])
  })

  it('shows three places of one thing and counts the others', () => {
    const body = asked({ ...question, excerpts: Array.from({ length: 5 }, () => excerpt) })
    expect(body.querySelectorAll('mark')).toHaveLength(3)
    expect(body.textContent).toContain('And in 2 more places.')
  })

  it('sends earlier answers along while the form comes back for another fault', () => {
    const values = { title: 'Session 4', [reasonField('abc')]: 'invented', [noteField('abc')]: '' }
    const inputs = [...page({ errors: { title: ['Too short.'] }, values }).querySelectorAll('input')]
    expect(inputs.map(({ type, name, value }) => [type, name, value])).toEqual([
      ['hidden', reasonField('abc'), 'invented'],
    ])
  })

  it('draws nothing in a form that nobody has sent', () => {
    expect(page(undefined).innerHTML).toBe('')
  })
})
