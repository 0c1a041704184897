import type { ReactNode } from 'react'

/** Text for reading: a lesson, a vignette, a discussion. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}
