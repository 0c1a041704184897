import type { Block } from '#app/pdf/report/report.ts'

export const heading = (level: 2 | 3 | 4, text: string, startsPage = false): Block => ({
  ...{ kind: 'heading', level, text, startsPage },
})

type Paragraph = Extract<Block, { kind: 'paragraph' }>

export const text = (text: string): Paragraph => ({ kind: 'paragraph', text })

export const quiet = (text: string): Paragraph => ({ kind: 'paragraph', tone: 'quiet', text })

/** Blocks that stand on one page, if a page holds them. */
export const together = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => ({ ...block, kept: index < blocks.length - 1 ? 'with-next' : 'whole' }))
