import type { DraftAnchor } from '#app/domain/anchors.ts'
import type { sentencesOf } from '#app/domain/passages.ts'
import { shortened } from '#app/rich-text/annotated-document.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

type PassageFieldsProps = {
  id: string
  sentences: ReturnType<typeof sentencesOf>
  text: string
  anchor: DraftAnchor
  edit: (anchor: DraftAnchor) => void
}

/** Where the comment stands: at words that were selected, or from one sentence to another. */
export function PassageFields({ id, sentences, text, anchor, edit }: PassageFieldsProps) {
  const first = sentences.findIndex(({ from }) => from === anchor.from)
  const last = sentences.findIndex(({ to }) => to === anchor.to)
  const isSelected = first === -1 || last === -1
  const sentenceAt = (at: number) => ({ value: String(at), label: shortened(sentences[at]?.text ?? '') })
  const numbers = [...sentences.keys()]

  function choose(from: number, to: number) {
    const [begin, end] = [sentences[from], sentences[Math.max(from, to)]]
    if (begin && end) edit({ ...anchor, from: begin.from, to: end.to })
  }

  return (
    <>
      <SelectField
        id={`${id}-from`}
        name=""
        label={isSelected ? 'Passage' : 'From the sentence'}
        value={isSelected ? 'selected' : String(first)}
        onChange={({ target }) => choose(Number(target.value), isSelected ? 0 : last)}
        options={[
          ...(isSelected
            ? [{ value: 'selected', label: `Selected: ${shortened(text.slice(anchor.from, anchor.to))}` }]
            : []),
          ...numbers.map(sentenceAt),
        ]}
      />
      {!isSelected && sentences.length > 1 && (
        <SelectField
          id={`${id}-to`}
          name=""
          label="To the end of"
          value={String(last)}
          onChange={({ target }) => choose(first, Number(target.value))}
          options={numbers.slice(first).map(sentenceAt)}
        />
      )}
    </>
  )
}
