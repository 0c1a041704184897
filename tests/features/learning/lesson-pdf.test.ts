import { expect, it } from 'vitest'
import type { Lesson } from '#app/content/course-schema.ts'
import { lessonReportBlocks } from '#app/features/learning/lesson-pdf/lesson-report-blocks.ts'

const setting = (profession: string) => `:::setting{profession="${profession}"}\nAs a ${profession}.\n:::`
const markdown = [
  '*Ask* first [@first-2010]; so [[opaque]] are minds.',
  '## Then',
  '1. One\n2. Two\n   - Below',
  '> Said.',
  '| Term | What it is |\n|---|---|\n| A | An answer |',
  ':::dialogue[A room]\n- **Dana:** No.\n  - Holds back.\n:::',
  ':::figure[A loop]{name="six-steps"}\nSix steps.\n:::',
  ...['psychiatrist', 'psychologist', 'counsellor', 'nurse'].map(setting),
  ':::key-points\n- Ask.\n:::',
].join('\n\n')

const lesson: Lesson = {
  slug: 'one',
  title: 'One',
  minutes: 10,
  aim: 'To see.',
  outcomes: ['see'],
  markdown,
  wordCount: 30,
  references: [{ key: 'first-2010', authors: 'First, A.', year: 2010, title: 'One', source: 'Journal', doi: '10.1/x' }],
  terms: [{ words: 'opaque', slug: 'opaque', term: 'Opaque', brief: 'Not to be seen into.' }],
}

it('a lesson on paper says all that its page says, cites, and begins its settings with the reader’s own', () => {
  const blocks = lessonReportBlocks(lesson, { profession: 'counsellor', questions: [], seed: 's' })
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => `- ${item}`)
    if (block.kind === 'choices') return block.items.map(({ label, text }) => `${label} ${text}`)
    if (block.kind === 'table') return block.rows.map((row) => row.join(' | '))
    if (block.kind === 'figure') return [block.caption]
    return 'text' in block ? [block.text] : []
  })
  expect(lines).toEqual([
    'After this lesson you can',
    '- see',
    'Ask first (First, 2010); so opaque are minds.',
    'Then',
    '1. One',
    '2. Two',
    '- Below',
    'Said.',
    'A | An answer',
    'A room',
    'Dana: No.',
    'Holds back.',
    'A loop',
    'Six steps.',
    'In your setting: counsellors',
    'As a counsellor.',
    ...['psychiatrist', 'psychologist', 'nurse'].flatMap((one) => [
      `In the setting of ${one === 'nurse' ? 'mental-health nurses' : `${one}s`}`,
      `As a ${one}.`,
    ]),
    'To keep',
    '- Ask.',
    'Terms',
    '- Opaque: Not to be seen into.',
    'References',
    '- First, A. (2010). One. Journal. https://doi.org/10.1/x',
  ])
})
