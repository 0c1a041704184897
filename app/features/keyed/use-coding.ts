import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import type { CodingQuestion } from '#app/content/keyed-question.ts'
import { type Annotation, textsOf, tidyAnnotations } from '#app/domain/keyed/annotation.ts'
import { type Chosen, type Cursor, giveCode, isSamePassage, moveCursor, withoutPassage } from './coding-state.ts'
import { selectedPassage } from './selected-passage.ts'

type CodingOptions = {
  question: CodingQuestion
  passages: readonly Annotation[]
  onChange: (passages: Annotation[]) => void
}

export type Coding = {
  root: RefObject<HTMLOListElement | null>
  /** The one sentence that Tab leads to. */
  cursor: Cursor
  /** The passage that a code is being chosen for. */
  open: Chosen | null
  fault: { turn: number; text: string } | null
  /** For whoever listens: what has just been coded or taken away. */
  said: string
  give: (code: string) => void
  remove: (passage: Annotation) => void
  close: () => void
  handlers: {
    onKeyDown: (event: KeyboardEvent) => void
    onClick: (event: MouseEvent) => void
    onMouseDown: (event: MouseEvent) => void
  }
}

/** Coding with keys and with the mouse: one sentence at a time is reached by Tab, the arrows lead to the others. */
export function useCoding({ question, passages, onChange }: CodingOptions): Coding {
  const root = useRef<HTMLOListElement>(null)
  const [cursor, setCursor] = useState<Cursor>({ turn: 1, sentence: 0 })
  const [open, setOpen] = useState<Chosen | null>(null)
  const [fault, setFault] = useState<Coding['fault']>(null)
  const [said, setSaid] = useState('')
  const titleOf = (code: string) => question.codes.find(({ id }) => id === code)?.title ?? code

  function change(next: readonly Annotation[], words: string) {
    const tidy = tidyAnnotations(next, question)
    if ('annotations' in tidy) onChange(tidy.annotations)
    setSaid(words)
  }

  function give(code: string, at = open) {
    if (!at) return
    const next = giveCode(passages, at, code)
    change(next, next.length < passages.length ? `${titleOf(code)} taken away.` : `Coded as ${titleOf(code)}.`)
    if (open) close()
  }

  function begin(passage: Chosen | { fault: string }, turn: number) {
    setFault('fault' in passage ? { turn, text: passage.fault } : null)
    setOpen('fault' in passage ? null : passage)
  }

  function close() {
    setOpen(null)
    focusSentence(root.current, cursor)
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = sentenceOf(event.target, question)
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return
    const next = moveCursor(question.transcript, at.cursor, event.key)
    const code = question.codes[Number(event.key) - 1]
    if (next) {
      setCursor(next)
      focusSentence(root.current, next)
    } else if (event.key === 'Enter' || event.key === ' ') begin(at.passage, at.cursor.turn)
    else if (code) give(code.id, at.passage)
    else if (event.key === 'Delete' || event.key === 'Backspace')
      change(
        passages.filter((one) => !isSamePassage(one, at.passage)),
        'No code here now.',
      )
    else return
    event.preventDefault()
  }

  function onClick(event: MouseEvent) {
    const at = sentenceOf(event.target, question)
    if (!at || root.current?.ownerDocument.getSelection()?.isCollapsed === false) return
    setCursor(at.cursor)
    begin(at.passage, at.cursor.turn)
  }

  /** A selection may end beside the text, so its end is listened for on the whole page. */
  function onMouseDown({ target }: MouseEvent) {
    const isText = target instanceof Element && !target.closest('.code-menu, textarea')
    if (isText) target.ownerDocument.addEventListener('mouseup', takeSelection, { once: true })
  }

  function takeSelection() {
    const passage = root.current && selectedPassage(root.current, textsOf(question))
    if (!passage) return
    const here = 'fault' in passage ? cursor : sentenceAt(question, passage)
    setCursor(here)
    begin(passage, here.turn)
  }

  const remove = (gone: Annotation) => change(withoutPassage(passages, gone), `${titleOf(gone.code)} taken away.`)
  return { root, cursor, open, fault, said, give, remove, close, handlers: { onKeyDown, onClick, onMouseDown } }
}

function sentenceOf(target: EventTarget, { transcript }: CodingQuestion): { cursor: Cursor; passage: Chosen } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null
  const cursor = { turn: Number(element?.dataset.ofTurn), sentence: Number(element?.dataset.sentence) }
  const sentence = transcript[cursor.turn - 1]?.sentences[cursor.sentence]
  return sentence ? { cursor, passage: { turn: cursor.turn, ...sentence } } : null
}

function sentenceAt({ transcript }: CodingQuestion, { turn, from }: Chosen): Cursor {
  const sentence = transcript[turn - 1]?.sentences.findIndex(({ to }) => to > from) ?? 0
  return { turn, sentence: Math.max(0, sentence) }
}

const focusSentence = (root: HTMLElement | null, { turn, sentence }: Cursor) =>
  root?.querySelector<HTMLElement>(`[data-of-turn="${turn}"][data-sentence="${sentence}"]`)?.focus()
