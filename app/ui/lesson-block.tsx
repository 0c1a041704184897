import type { ReactNode } from 'react'

const blocks = {
  reflect: { heading: 'Pause and think', look: 'border-accent border-t-2' },
  setting: { heading: 'In your setting', look: 'border-primary border-t-2' },
  'key-points': { heading: 'To keep', look: 'border-ink border-t-2' },
} as const

type LessonBlockProps = {
  kind: keyof typeof blocks
  /** Added to the heading: for a setting, whose it is. */
  detail?: string
  headingLevel?: 2 | 3
  children: ReactNode
}

/** A part of a lesson that is set apart from the running text. Nothing in it is recorded. */
export function LessonBlock({ kind, detail, headingLevel = 2, children }: LessonBlockProps) {
  const { heading, look } = blocks[kind]
  const Heading = `h${headingLevel}` as const
  return (
    <section className={`lesson-block bg-sunk p-5 sm:p-6 ${look}`}>
      <Heading>
        {heading}
        {detail && <span className="font-normal text-ink-muted">: {detail}</span>}
      </Heading>
      {children}
    </section>
  )
}
