import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { ANCHOR_CHARACTERS, type DraftAnchor } from '#app/domain/anchors.ts'
import { sentencesOf } from '#app/domain/passages.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { PassageFields } from './passage-fields.tsx'

type PassageFormProps = {
  /** The plain text of the answer. */
  text: string
  anchor: DraftAnchor
  criteria: readonly { id: string; title: string }[]
  edit: (anchor: DraftAnchor) => void
  done: () => void
}

/** A comment on a passage, below the answer that it stands in. What is typed goes into the draft at once. */
export function PassageForm({ text, anchor, criteria, edit, done }: PassageFormProps) {
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  // Opened by the person, who goes on in here.
  useEffect(() => area.current?.querySelector('textarea')?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    done()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the quote is its name, which no legend could hold
    <div
      ref={area}
      role="group"
      aria-label="Comment on a passage"
      onKeyDown={onKeyDown}
      className="mt-3 grid gap-4 rounded-md bg-sunk p-4"
    >
      <PassageFields id={id} sentences={sentencesOf(text)} text={text} anchor={anchor} edit={edit} />
      <TextArea
        id={`${id}-text`}
        name=""
        label="Comment"
        rows={3}
        maxLength={ANCHOR_CHARACTERS}
        value={anchor.text}
        onChange={({ target }) => edit({ ...anchor, text: target.value })}
      />
      <SelectField
        id={`${id}-about`}
        name=""
        label="About"
        value={anchor.criterionId ?? ''}
        onChange={({ target }) => edit(aboutOf(anchor, target.value))}
        options={[
          { value: '', label: 'The answer as a whole' },
          ...criteria.map(({ id: value, title }) => ({ value, label: title })),
        ]}
      />
      <div>
        <Button type="button" variant="secondary" onClick={done}>
          Done
        </Button>
      </div>
    </div>
  )
}

function aboutOf({ criterionId: _, ...anchor }: DraftAnchor, criterionId: string): DraftAnchor {
  return criterionId === '' ? anchor : { ...anchor, criterionId }
}
