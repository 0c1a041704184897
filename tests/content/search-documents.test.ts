import { describe, expect, it } from 'vitest'
import type { PublishableItem } from '#app/content/publishable.ts'
import { documentsOf, plainText } from '#app/content/search-documents.ts'
import { FOUND_FROM } from '#app/domain/search.ts'

describe('the text of a lesson', () => {
  it('is what is read, a block to a line: without marks, names of blocks and citations', () => {
    const markdown = `## A *heading*

At 9:am one work says [@first-2010; @second-2020], and [[epistemic trust]] **grows**.

:::dialogue[Two people in a room]
- **Dana:** I said \`nothing\`.
  - Asks before${FOUND_FROM} explaining.
:::

| a | b |
| - | - |
| c | d |
`
    expect(plainText(markdown).split('\n')).toEqual([
      'A heading',
      'At 9:am one work says, and epistemic trust grows.',
      'Two people in a room',
      'Dana: I said nothing.',
      'Asks before explaining.',
      ...['a', 'b', 'c', 'd'],
    ])
  })
})

describe('what can be found', () => {
  it('of a term is its entry, and other words for it as well as its own', () => {
    const term = {
      slug: 'trust',
      ...{ term: 'Epistemic trust', forms: ['trusting'], brief: 'In short.', more: 'At length [@first-2010].' },
      lesson: { course: 'first-steps', slug: 'one', title: 'One' },
      see: [],
    }
    const glossary: PublishableItem = {
      ...{ kind: 'glossary', slug: 'mbt', position: 1 },
      body: { terms: [term], references: [] },
    }
    expect(documentsOf(glossary, [])).toEqual([
      {
        ...{ kind: 'term', slug: 'trust', title: 'Epistemic trust', also: 'trusting' },
        ...{ summary: 'In short.', body: 'At length.', courses: ['first-steps'] },
      },
    ])
  })
})
