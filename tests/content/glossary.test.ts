import { describe, expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import type { PublishableItem } from '#app/content/publishable.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { type Changes, contentFolder, replacing } from '#tests/support/content-folder.ts'

const LESSON = 'courses/01-first-steps/lessons/01-one.md'
const VIGNETTE = 'vignettes/the-case.yaml'

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

const GLOSSARY = `asking:
  term: Asking
  forms: [questions]
  brief: To want to know.
  more: ${words(40)} [@first-2010].
  lesson: first-steps/one
  see: [waiting]
  confirm: [That it is so.]
waiting:
  term: Waiting
  brief: To give it time.
  more: ${words(40)}
  lesson: first-steps/one
`

const MARKED = replacing('word1 word2', 'word1 [[questions]] and [[waiting]] word2')

async function read(changes: Changes = {}) {
  const given = { 'glossary.yaml': GLOSSARY, [LESSON]: MARKED, ...changes }
  const { items, report } = await readContent(await contentFolder(given), { withUnsourced: true })
  return {
    items,
    faults: report.faults.map(findingLine),
    confirm: report.confirm.map(findingLine),
    glossary: items.find((item): item is Extract<PublishableItem, { kind: 'glossary' }> => item.kind === 'glossary'),
    lesson: items.flatMap((item) => (item.kind === 'course' ? item.body.lessons : []))[0],
  }
}

const inGlossary = (passage: string, by: string): Changes => ({
  'glossary.yaml': replacing(passage, by)(GLOSSARY),
})

const inLesson = (passage: string, by: string): Changes => ({
  [LESSON]: (text) => replacing(passage, by)(MARKED(text)),
})

const slips: [slip: string, changes: Changes, fault: string][] = [
  [
    'a term without a card',
    inGlossary('  brief: To want to know.\n', ''),
    'glossary.yaml:1:1 asking.brief: is missing',
  ],
  [
    'an entry that is too short',
    inGlossary(`more: ${words(40)}\n`, 'more: Just so.\n'),
    'glossary.yaml:12:3 waiting.more: has 6 words with brief; an entry has 40 to 90',
  ],
  [
    'a card that cites',
    inGlossary('To give it time.', 'To give it time [@first-2010].'),
    'glossary.yaml:11:3 waiting.brief: stands on a card, where nothing is cited',
  ],
  [
    'a work that the bibliography does not have',
    inGlossary('[@first-2010]', '[@no-work]'),
    'glossary.yaml:5:3 asking.more: there is no work no-work',
  ],
  ['a way to no term', inGlossary('[waiting]', '[wating]'), 'glossary.yaml:7:9 asking.see[0]: there is no term wating'],
  ['a way to itself', inGlossary('[waiting]', '[asking]'), 'glossary.yaml:7:9 asking.see[0]: a term does not lead to'],
  [
    'one word for two terms',
    inGlossary('forms: [questions]', 'forms: [questions, waiting]'),
    'glossary.yaml:2:3 asking.term: "waiting" points at waiting as well',
  ],
  [
    'a lesson that is not there',
    inGlossary('lesson: first-steps/one\n  see', 'lesson: first-steps/none\n  see'),
    'glossary.yaml:6:3 asking.lesson: there is no lesson first-steps/none',
  ],
  [
    'a lesson that is said to teach a term and never marks it',
    inLesson('[[waiting]]', 'waiting'),
    'glossary.yaml:13:3 waiting.lesson: first-steps/one teaches this and does not mark it: write [[waiting]]',
  ],
  ['a mark for no term', inLesson('[[questions]]', '[[qestions]]'), `${LESSON}:12:1 text: the glossary has no term`],
  [
    'a term that is marked twice in its section',
    inLesson('[[waiting]]', '[[waiting]], then [[Asking]],'),
    `${LESSON}:12:1 text: "asking" is marked in this section already`,
  ],
  [
    'a heading that marks',
    inLesson('## A heading', '## An [[asking]] heading'),
    `${LESSON}:14:1 text: a heading marks`,
  ],
  ['a mark that is not closed', inLesson('[[waiting]]', '[[waiting]'), `${LESSON}:12:1 text: this mark cannot be read`],
  ['a mark without a glossary', { 'glossary.yaml': null }, `${LESSON}:12:1 text: the glossary has no term "questions"`],
  [
    'a vignette that marks',
    { [VIGNETTE]: replacing('word0', '[[asking]]') },
    `${VIGNETTE}:11:1 situation: only a lesson marks terms`,
  ],
]

describe('the glossary', () => {
  it.each(slips)('names file, line and field of %s', async (_slip, changes, fault) => {
    const { items, faults } = await read(changes)
    expect(
      faults.filter((line) => line.startsWith(fault)),
      faults.join('\n'),
    ).not.toEqual([])
    expect(items).toEqual([])
  })

  it('is published as a whole, with the names that its entries lead to and the works that they cite', async () => {
    const { glossary, confirm } = await read()
    expect(glossary?.body.terms[0]).toMatchObject({
      slug: 'asking',
      lesson: { course: 'first-steps', slug: 'one', title: 'One' },
      see: [{ slug: 'waiting', term: 'Waiting' }],
    })
    expect(glossary?.body.references.map(({ key }) => key)).toEqual(['first-2010'])
    expect(JSON.stringify(glossary)).not.toContain('That it is so.')
    expect(confirm).toContain('glossary.yaml:8:13 asking.confirm[0]: That it is so.')
  })

  it('leaves with each lesson what the cards of its marks say', async () => {
    const { lesson } = await read()
    expect(lesson?.terms).toEqual([
      { words: 'questions', slug: 'asking', term: 'Asking', brief: 'To want to know.' },
      { words: 'waiting', slug: 'waiting', term: 'Waiting', brief: 'To give it time.' },
    ])
  })

  it('may be marked again in the next section', async () => {
    const { faults } = await read(inLesson('When did you last ask?', 'When did you last do some [[asking]]?'))
    expect(faults).toEqual([])
  })
})
