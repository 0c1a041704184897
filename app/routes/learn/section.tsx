import { type ReactNode, useId } from 'react'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="pb-4 text-2xl">
        {title}
      </h2>
      <div className="border-line border-b">{children}</div>
    </section>
  )
}
