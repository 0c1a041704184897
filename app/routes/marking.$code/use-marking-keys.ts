import { type RefObject, useEffect, useRef } from 'react'
import { type KeyWish, keyWish } from '#app/domain/marking-keys.ts'
import { KEYS_ID } from './keys-dialog.tsx'

const TEXT = 'textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable="true"]'

/**
 * Marking by single keys, where they are switched on: never while one writes, and never over a dialog. What a key does can be done
 * without it too, because it only moves focus or presses what stands on the page.
 */
export function useMarkingKeys(desk: RefObject<HTMLElement | null>, isOn: boolean): void {
  const lastPart = useRef('')
  useEffect(() => {
    if (!isOn) return
    const events = new AbortController()
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!desk.current || event.defaultPrevented || target?.closest('dialog')) return
      if (target?.closest(TEXT)) {
        if (event.key === 'Escape') target.closest<HTMLElement>('[data-part]')?.focus()
        return
      }
      const wish = keyWish(event)
      if (!wish) return
      event.preventDefault()
      act(wish, desk.current, lastPart.current)
    }
    const onFocus = ({ target }: FocusEvent) => {
      const part = target instanceof Element && target.closest<HTMLElement>('[data-part]')
      if (part) lastPart.current = part.dataset.part ?? ''
    }
    document.addEventListener('keydown', onKeyDown, events)
    document.addEventListener('focusin', onFocus, events)
    return () => events.abort()
  }, [desk, isOn])
}

function act(wish: KeyWish, desk: HTMLElement, lastPart: string): void {
  const parts = [...desk.querySelectorAll<HTMLElement>('[data-part]')]
  const at = parts.findIndex(({ dataset }) => dataset.part === lastPart)
  const part = parts[Math.max(0, at)]
  if (!part) return
  if (wish.to === 'go') parts[Math.min(Math.max(0, at + wish.by), parts.length - 1)]?.focus()
  else if (wish.to === 'rate') rate(part, wish.value)
  else if (wish.to === 'comment') commentIn(part)?.focus()
  else if (wish.to === 'bank') part.querySelector<HTMLElement>('[data-bank]')?.click()
  else if (wish.to === 'passage') passageButton(desk, part.dataset.part ?? '')?.click()
  else if (wish.to === 'lock' || wish.to === 'lock-next')
    desk.querySelector<HTMLElement>(`button[value="${wish.to}"]`)?.focus()
  else document.querySelector<HTMLDialogElement>(`#${KEYS_ID}`)?.showModal()
}

function rate(part: HTMLElement, value: string): void {
  const errors = part.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')
  const input = errors[Number(value) - 1] ?? part.querySelector<HTMLInputElement>(`input[value="${value}"]`)
  input?.focus()
  input?.click()
}

/** The first that is empty of those in sight: a critical error’s stands there once the error is ticked. */
function commentIn(part: HTMLElement): HTMLTextAreaElement | undefined {
  const areas = [...part.querySelectorAll('textarea')].filter((area) => area.checkVisibility())
  return areas.find(({ value }) => value === '') ?? areas[0]
}

/** Of several answers the one that this section judges, where there is such a one. */
const passageButton = (desk: HTMLElement, part: string): HTMLElement | null =>
  desk.querySelector<HTMLElement>(`[data-passage="${CSS.escape(part)}"]`) ??
  desk.querySelector<HTMLElement>('[data-passage]')
