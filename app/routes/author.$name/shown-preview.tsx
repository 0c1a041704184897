import { CasePanel } from '#app/features/assessment/case-panel.tsx'
import { Entry } from '#app/features/glossary/entry.tsx'
import { Answered } from '#app/features/learning/answered.tsx'
import type { Preview } from './preview-of.server.tsx'

/** A text as its readers have it, drawn by what draws it for them. */
export function ShownPreview({ preview }: { preview: Preview }) {
  switch (preview.kind) {
    case 'lesson':
      return (
        <div className="lesson-text">
          <p className="max-w-measure text-ink-muted text-lg">{preview.aim}</p>
          <ul className="grid max-w-measure list-disc gap-1 ps-5 text-ink-muted">
            {preview.outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
          <Html html={preview.html} />
        </div>
      )
    case 'vignette':
      return (
        <div className="grid gap-8">
          <CasePanel text={preview.case} />
          <section aria-labelledby="discussion">
            <h2 id="discussion" className="mb-4 text-2xl">
              Discussion
            </h2>
            <Html html={preview.discussionHtml} />
          </section>
        </div>
      )
    case 'questions':
      return (
        <ol className="grid max-w-measure gap-10">
          {preview.questions.map((question) => (
            <li key={question.id}>
              <Answered question={question} />
            </li>
          ))}
        </ol>
      )
    case 'glossary':
      return (
        <div className="grid gap-8">
          {preview.terms.map((term) => (
            <Entry key={term.slug} term={term} references={preview.references} />
          ))}
        </div>
      )
  }
}

const Html = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through
  <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
)
