import type { Progress } from '#app/features/pathway/view-progress.server.ts'

/** What the status asks for that is evidenced outside this platform. */
export function Elsewhere({ parts }: { parts: Progress['elsewhere'] }) {
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere" className="pb-2 text-2xl">
        What the status asks for besides
      </h2>
      <p className="max-w-measure pb-4 text-ink-muted">
        Stance does not keep this evidence yet. Collect it with your supervisor and your training provider.
      </p>
      <dl className="border-line border-b">
        {parts.map(({ title, detail }) => (
          <div key={title} className="grid gap-x-10 gap-y-1 border-line border-t py-4 md:grid-cols-[18rem_1fr]">
            <dt className="font-medium">{title}</dt>
            <dd className="max-w-measure text-ink-muted">{detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
