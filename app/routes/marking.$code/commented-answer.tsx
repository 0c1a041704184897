import { useRef } from 'react'
import type { DraftAnchor } from '#app/domain/anchors.ts'
import { type Passage, sentencesOf, withoutSpaces } from '#app/domain/passages.ts'
import type { ShownAnswer } from '#app/features/marking/shown-script.server.ts'
import { AnnotatedDocument } from '#app/rich-text/annotated-document.tsx'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import { selectedPassage } from '#app/rich-text/selected-passage.ts'
import { Button } from '#app/ui/button.tsx'
import { PassageForm } from './passage-form.tsx'
import type { Commenting } from './use-commenting.ts'
import { useHasSelection } from './use-has-selection.ts'

type CommentedAnswerProps = { answer: ShownAnswer; commenting: Commenting }

/** An answer on whose passages its marker comments: on what they select, or on a sentence that they choose. */
export function CommentedAnswer({ answer: { id, label, document }, commenting }: CommentedAnswerProps) {
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const hasSelection = useHasSelection(root)
  const text = plainTextOf(document)
  const own = [...commenting.anchors.entries()].filter(([, { promptId }]) => promptId === id)
  const { writing } = commenting

  function begin() {
    const selected = root.current && selectedPassage(root.current)
    const passage = (selected && withoutSpaces(selected, text)) ?? firstSentence(text)
    if (passage) commenting.begin(id, passage)
  }

  return (
    <>
      <div data-answer={id} ref={root}>
        <AnnotatedDocument
          document={document}
          id={id}
          headingLevel={4}
          notes={own.map(([at, anchor]) => ({
            ...anchor,
            label: commenting.criteria.find((criterion) => criterion.id === anchor.criterionId)?.title,
            actions: anchor !== writing && (
              <NoteActions anchor={anchor} change={() => commenting.change(at)} remove={() => commenting.remove(at)} />
            ),
          }))}
        />
      </div>
      {writing?.promptId === id ? (
        <PassageForm
          text={text}
          anchor={writing}
          criteria={commenting.criteria}
          edit={commenting.edit}
          done={() => {
            commenting.done()
            requestAnimationFrame(() => button.current?.focus())
          }}
        />
      ) : (
        <Button
          ref={button}
          type="button"
          variant={hasSelection ? 'primary' : 'quiet'}
          data-passage={id}
          // The selection would be gone before the button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={begin}
          className={`mt-3 text-sm noscript:hidden ${hasSelection ? 'sticky bottom-4 z-10' : '-ms-2'}`}
        >
          {hasSelection ? 'Comment on the selected words' : 'Comment on a passage'}
          <span className="sr-only"> of “{label}”</span>
        </Button>
      )}
    </>
  )
}

const firstSentence = (text: string): Passage | undefined => sentencesOf(text)[0]

function NoteActions({ anchor, change, remove }: { anchor: DraftAnchor; change: () => void; remove: () => void }) {
  const look = 'min-h-8 text-primary underline decoration-primary/40 underline-offset-4'
  const which = <span className="sr-only"> the comment “{anchor.text}”</span>
  return (
    <p className="flex gap-4 noscript:hidden">
      <button type="button" onClick={change} className={look}>
        Change{which}
      </button>
      <button type="button" onClick={remove} className={look}>
        Remove{which}
      </button>
    </p>
  )
}
