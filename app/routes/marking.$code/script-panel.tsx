import type { ReactNode } from 'react'
import type { Turn } from '#app/content/vignette-schema.ts'
import type { ShownAnswer, ShownScript } from '#app/features/marking/shown-script.server.ts'
import { AnnotatedDocument } from '#app/rich-text/annotated-document.tsx'
import { Dialogue } from '#app/ui/dialogue.tsx'
import { GateAnswer } from '#app/ui/gate-answer.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { CommentedAnswer } from './commented-answer.tsx'
import type { NoteOfAnswer } from './passage-notes.tsx'
import type { Commenting } from './use-commenting.ts'

type ScriptPanelProps = {
  script: ShownScript
  notes?: readonly NoteOfAnswer[]
  /** Where its marker comments on passages; what they have written so far takes the place of `notes`. */
  commenting?: Commenting
}

/** The case and what was written on it, with comments on passages. On a wide page it stays in sight, and scrolls by itself, beside the rubric. */
export function ScriptPanel({ script, notes = [], commenting }: ScriptPanelProps) {
  const { warning, provenance, transcript, intervention, gate, stages } = script
  return (
    <section
      id="answer"
      aria-label="Case and answer"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: on a wide page it scrolls by itself, which the keyboard must be able to do
      tabIndex={0}
      className="min-w-0 scroll-mt-16 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:pe-4"
    >
      <p className="mb-4">
        <ProvenanceTag provenance={provenance} />
      </p>
      {warning && <p className="mb-4 text-ink-muted text-sm">{warning}</p>}
      <Part title="Situation">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: script.situationHtml }} />
      </Part>
      <Part title="Transcript">
        <Dialogue turns={transcript.map((turn) => shownTurn(turn))} />
      </Part>
      <h2 className="mt-8 text-2xl">The answer</h2>
      {gate && (
        <div className="mt-6">
          <GateAnswer {...gate} />
        </div>
      )}
      <PutRight turn={intervention === null ? undefined : transcript[intervention]} />
      {stages.map(({ answers, reply }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stages never change their order
        <Stage key={at} answers={answers} reply={reply} notes={notes} commenting={commenting} />
      ))}
    </section>
  )
}

/** The poor intervention, beside what was written to put it right. */
const PutRight = ({ turn }: { turn: Turn | undefined }) =>
  turn && (
    <div className="mt-6">
      <Dialogue turns={[shownTurn(turn, 'To be put right')]} />
    </div>
  )

type StageProps = Required<Pick<ScriptPanelProps, 'notes'>> & {
  answers: readonly ShownAnswer[]
  reply: readonly Turn[]
  commenting: Commenting | undefined
}

function Stage({ answers, reply, notes, commenting }: StageProps) {
  return (
    <>
      {answers.map((answer) => {
        const { id, label, help } = answer
        return (
          <section key={id} aria-labelledby={`prompt-${id}`} className="mt-6">
            <h3 id={`prompt-${id}`} className="text-lg">
              {label}
            </h3>
            <p className="mb-3 text-ink-muted text-sm">{help}</p>
            {commenting ? (
              <CommentedAnswer answer={answer} commenting={commenting} />
            ) : (
              <AnnotatedDocument
                document={answer.document}
                id={id}
                headingLevel={4}
                notes={notes.filter(({ promptId }) => promptId === id)}
              />
            )}
          </section>
        )
      })}
      {reply.length > 0 && (
        <div className="mt-6">
          <Dialogue caption="What was said then" turns={reply.map((turn) => shownTurn(turn))} />
        </div>
      )}
    </>
  )
}

const shownTurn = ({ speaker, says, note, arousal }: Turn, highlight?: string) => ({
  speaker,
  says,
  action: note,
  arousal,
  highlight,
})

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="border-line border-t py-3 last-of-type:border-b">
    <summary className="min-h-8 font-medium">{title}</summary>
    <div className="pt-3">{children}</div>
  </details>
)
