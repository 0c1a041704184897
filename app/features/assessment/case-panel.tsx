import { Dialogue } from '#app/ui/dialogue.tsx'
import type { CaseText } from './view-answer-page.server.ts'

/** What led here, and what was said: the two things that an answer is about. */
export function CasePanel({ text }: { text: CaseText }) {
  return (
    <>
      <section aria-labelledby="situation">
        <h2 id="situation" className="mb-4 text-2xl">
          Situation
        </h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: text.situationHtml }} />
      </section>
      {text.transcript.length > 0 && (
        <section aria-labelledby="transcript">
          <h2 id="transcript" className="mb-4 text-2xl">
            Transcript
          </h2>
          <Dialogue turns={text.transcript.map(({ speaker, says, note }) => ({ speaker, says, action: note }))} />
        </section>
      )}
    </>
  )
}
