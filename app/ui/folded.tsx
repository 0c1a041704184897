import type { ReactNode } from 'react'

/** What is rarely done, closed until it is asked for; open where it came back with a fault. */
export const Folded = ({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) => (
  <details open={isOpen} className="border-line border-t pt-4">
    <summary className="min-h-8 cursor-pointer text-primary pointer-coarse:py-2.5">{title}</summary>
    <div className="mt-4">{children}</div>
  </details>
)
