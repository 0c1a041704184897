import type { ReactNode } from 'react'
import type { Turn } from '#app/content/vignette-schema.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { Dialogue } from '#app/ui/dialogue.tsx'
import { ArousalFollower } from './arousal-follower.tsx'
import type { UnfoldedStage } from './asked.ts'
import type { CaseText } from './view-answer-page.server.ts'

type CasePanelProps = { text: CaseText; unfolded?: readonly UnfoldedStage[] }

/** What led here, and what was said: the two things that an answer is about. Where it unfolds, one's own answers stand between. */
export function CasePanel({ text: { situationHtml, transcript, intervention }, unfolded = [] }: CasePanelProps) {
  return (
    <>
      <Part id="situation" title="Situation">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: situationHtml }} />
      </Part>
      {transcript.length > 0 && (
        <Part id="transcript" title="Transcript">
          <ArousalFollower levels={transcript.map(({ arousal }) => arousal)}>
            <Dialogue turns={transcript.map((turn, at) => shownTurn(turn, at === intervention))} />
          </ArousalFollower>
        </Part>
      )}
      {unfolded.map((stage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stages never change their order
        <Stage key={at} stage={stage} number={at + 1} />
      ))}
    </>
  )
}

const shownTurn = ({ speaker, says, note, arousal }: Turn, isIntervention = false) => ({
  speaker,
  says,
  action: note,
  arousal,
  highlight: isIntervention ? 'To be put right' : undefined,
})

function Stage({ stage: { answers, reply }, number }: { stage: UnfoldedStage; number: number }) {
  return (
    <>
      <Part id={`locked-${number}`} title={`Your answer ${number}, locked`}>
        <div className="grid gap-4 border-accent border-s-2 ps-4">
          {answers.map(({ id, label, document }) => (
            <div key={id}>
              <h3 className="mb-1 font-sans font-semibold text-ink-muted text-sm">{label}</h3>
              <RichText document={document} headingLevel={4} />
            </div>
          ))}
        </div>
      </Part>
      <Part id={`then-${number}`} title="What was said then">
        <Dialogue turns={reply.map((turn) => shownTurn(turn))} />
      </Part>
    </>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id}>
    <h2 id={id} className="mb-4 text-2xl">
      {title}
    </h2>
    {children}
  </section>
)
