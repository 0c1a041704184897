import type { FormChanges } from '#app/domain/form-draft.ts'
import type { DraftSaver } from '../draft-saver.ts'

/**
 * Saves what a form holds before it is sent. Where that cannot be done the form stays where it is and says so, rather than lead to a page
 * that tells of a lost connection; sent once more, it goes.
 */
export function holdBack(form: HTMLFormElement, saver: DraftSaver<FormChanges>, place: HTMLElement): void {
  const [held, other] = ['held', 'other'].map((name) => place.querySelector<HTMLElement>(`[data-kept="${name}"]`))
  let mayGo = false
  let isSettling = false

  async function settleFirst(event: SubmitEvent) {
    const { submitter } = event
    const isInert = submitter instanceof HTMLButtonElement && submitter.formMethod === 'dialog'
    if (mayGo || isInert || event.defaultPrevented) return
    event.preventDefault()
    if (isSettling) return
    isSettling = true
    await saver.settle()
    // With nothing left to save this is still within the event, where browsers ignore a request to submit again.
    await new Promise((resolve) => setTimeout(resolve))
    isSettling = false
    const { trouble, rivals } = saver.read()
    const wasHeld = held?.hidden === false
    mayGo = rivals.length === 0 && (trouble === null || wasHeld)
    held?.toggleAttribute('hidden', mayGo || rivals.length > 0)
    if (mayGo) form.requestSubmit(submitter)
    else (rivals.length > 0 ? other : held)?.focus()
  }

  form.addEventListener('submit', settleFirst)
  // A browser may bring the page back as it was left.
  window.addEventListener('pageshow', () => {
    mayGo = false
  })
}
