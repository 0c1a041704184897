import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bibliographySchema, type Work } from '#app/content/bibliography.ts'
import type { Lesson } from '#app/content/course-schema.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { setWorks } from '#app/content/set-works.server.ts'

const issued = (year: number) => ({ 'date-parts': [[year]] }) as Work['issued']
const [one, two, three] = ['Bell', 'Achebe', 'Cole'].map((family) => ({ family, given: 'A. B.' })) as [Name, Name, Name]
type Name = { family: string; given: string }
const others = { literal: 'others' }

const work = (fields: Partial<Work>): Work => ({
  id: 'w',
  type: 'document',
  author: [one],
  issued: issued(2020),
  ...fields,
})

const set = (...works: Work[]) => setWorks(Object.fromEntries(works.map((each) => [each.id, each])))
const entry = (fields: Partial<Work>) => set(work(fields))[0]?.entry
const citation = (...author: Work['author']) => set(work({ author, title: 'T' }))[0]?.citation

describe('setting works', () => {
  it('sets an article by author and date', () => {
    const article = {
      type: 'article-journal',
      title: 'On asking',
      'container-title': 'Mind',
      volume: '9',
      page: '11-15',
    } as const
    expect(entry({ ...article, author: [one, two] })).toBe(
      'Bell, A. B., &#38; Achebe, A. B. (2020). On asking. <i>Mind</i>, <i>9</i>, 11–15.',
    )
  })

  it('leads to a DOI, and otherwise to the address', () => {
    expect(entry({ title: 'T', DOI: '10.1/x', URL: 'https://a.example/t' })).toBe(
      'Bell, A. B. (2020). <i>T</i>. <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>',
    )
    expect(entry({ title: 'T', URL: 'https://a.example/t' })).toContain('<a href="https://a.example/t">')
  })

  it('sets a description in brackets where no title is known', () => {
    expect(entry({ genre: 'Trial, n = 72' })).toBe('Bell, A. B. (2020). [Trial, n = 72].')
  })

  it('says et al. for authors who are not named', () => {
    expect(entry({ title: 'T', author: [one, others] })).toBe('Bell, A. B., et al. (2020). <i>T</i>.')
    expect(entry({ title: 'T', author: [one, two, others] })).toMatch(
      /^Bell, A\. B\., Achebe, A\. B\., et al\. \(2020\)/,
    )
    expect(citation(one, others)).toBe('Bell et al., 2020')
  })

  it('names up to two authors in the text, and the first of more', () => {
    expect(citation(one)).toBe('Bell, 2020')
    expect(citation(one, two)).toBe('Bell & Achebe, 2020')
    expect(citation(one, two, three)).toBe('Bell et al., 2020')
    expect(citation({ literal: 'The Board of Everything' })).toBe('The Board of Everything, 2020')
  })

  it('lists by the first author, and tells two works of a year apart', () => {
    const works = set(
      work({ id: 'b', title: 'Later' }),
      work({ id: 'a', title: 'Earlier' }),
      work({ id: 'c', title: 'T', author: [two] }),
    )
    expect(works.map(({ key, citation }) => [key, citation])).toEqual([
      ['c', 'Achebe, 2020'],
      ['a', 'Bell, 2020a'],
      ['b', 'Bell, 2020b'],
    ])
  })

  it('escapes what looks like markup', () => {
    expect(entry({ title: 'A <script>alert(1)</script> & <img src=x>' })).not.toMatch(/<script|<img/)
  })

  it('sets every work that the courses may cite', () => {
    const all = bibliographySchema.parse(JSON.parse(readFileSync('content/bibliography.json', 'utf8')))
    const works = setWorks(all)
    expect(works.map(({ key }) => key).toSorted()).toEqual(Object.keys(all).toSorted())
    for (const { entry, citation } of works) {
      expect(entry).toMatch(/^\p{Lu}[^<]* \((20\d\d)\)\. ./u)
      expect(`${entry} ${citation}`).not.toMatch(/undefined|others|\.\.|, \(/)
    }
  })
})

describe('a lesson that cites a set work', () => {
  it('leads from the citation to its entry', () => {
    const references = set(work({ id: 'bell-2020', title: 'On asking' }))
    const lesson: Lesson = {
      ...{ slug: 'one', title: 'One', minutes: 10, aim: 'To see.', outcomes: ['see', 'hear'], wordCount: 3 },
      ...{ markdown: 'So it is [@bell-2020].', references },
    }
    const { html } = lessonHtml(lesson, 'nurse')
    expect(html).toContain('(<a href="#ref-bell-2020">Bell, 2020</a>)')
    expect(html).toContain('<li id="ref-bell-2020">Bell, A. B. (2020). <i>On asking</i>.</li>')
  })
})
