import type { ReactNode } from 'react'
import type { ScriptView } from '#app/features/marking/view-script.server.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { Dialogue } from '#app/ui/dialogue.tsx'

/** The case and what was written on it. On a wide page it stays in sight, and scrolls by itself, beside the rubric. */
export function ScriptPanel({ script: { vignette, answers } }: { script: ScriptView }) {
  return (
    <section
      id="answer"
      aria-label="Case and answer"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: on a wide page it scrolls by itself, which the keyboard must be able to do
      tabIndex={0}
      className="min-w-0 scroll-mt-16 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:pe-4"
    >
      {vignette.warning && <p className="mb-4 text-ink-muted text-sm">{vignette.warning}</p>}
      <Part title="Situation">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: vignette.situationHtml }} />
      </Part>
      <Part title="Transcript">
        <Dialogue turns={vignette.transcript.map(({ speaker, says, note }) => ({ speaker, says, action: note }))} />
      </Part>
      <h2 className="mt-8 text-2xl">The answer</h2>
      {answers.map(({ id, label, help, document }) => (
        <section key={id} aria-labelledby={`prompt-${id}`} className="mt-6">
          <h3 id={`prompt-${id}`} className="text-lg">
            {label}
          </h3>
          <p className="mb-3 text-ink-muted text-sm">{help}</p>
          <RichText document={document} headingLevel={4} />
        </section>
      ))}
    </section>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="border-line border-t py-3 last-of-type:border-b">
    <summary className="min-h-8 font-medium">{title}</summary>
    <div className="pt-3">{children}</div>
  </details>
)
