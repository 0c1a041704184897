import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type BankComment, insertComment, searchBank } from '#app/domain/comment-bank.ts'
import { BankList, optionId } from './bank-list.tsx'
import type { Bank } from './bank-of-comments.tsx'
import { textIn, writeInto } from './comment-field.ts'
import { KeepComment } from './keep-comment.tsx'

type BankPickerProps = { bank: Bank; field: string; criterionId: string; about: string }

/** A search field over the comments about one criterion: arrows choose, Enter inserts, Esc goes back to the comment. */
export function BankPicker({ bank, field, criterionId, about }: BankPickerProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = searchBank(bank.comments, criterionId, words)
  const chosen = found[Math.min(at, found.length - 1)]

  // Opened by the person, who goes on in here.
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (chosen) document.getElementById(optionId(id, chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen, id])

  function insert(comment: BankComment | undefined) {
    if (!comment) return
    bank.open(null)
    writeInto(field, insertComment(textIn(field), comment.text))
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt(Math.min(Math.max(0, at + step), found.length - 1))
    else if (event.key === 'Enter') insert(chosen)
    else if (event.key !== 'Escape') return
    if (event.key === 'Escape') {
      bank.open(null)
      document.getElementById(field)?.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset’s legend would stand in the way of the field’s own label
    <div role="group" aria-label={`Comment bank for ${about}`} className="bank-picker">
      <label htmlFor={`${id}-search`}>Search what you and others keep on “{about}”</label>
      <input
        ref={input}
        id={`${id}-search`}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && optionId(id, chosen)}
        autoComplete="off"
        className="control"
        value={words}
        onChange={(event) => {
          // No part of the mark: its draft has nothing to save.
          event.stopPropagation()
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <BankList id={id} label={`Comments on ${about}`} comments={found} chosen={chosen} insert={insert} />
      <p className="text-ink-muted text-sm" role="status">
        {found.length === 0 ? 'Nothing like that is kept here.' : `${found.length} kept here.`}{' '}
        <span>Arrows choose, Enter puts one behind what you have written, Esc goes back.</span>
      </p>
      <KeepComment bank={bank} field={field} criterionId={criterionId} />
    </div>
  )
}
