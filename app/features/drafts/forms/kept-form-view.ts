import { areShown, broughtBack, type FormChanges, type FormFields } from '#app/domain/form-draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import { formatTime } from '#app/ui/time.tsx'
import type { DraftSaver } from '../draft-saver.ts'
import type { Rival } from '../draft-state.ts'
import { statusLine } from '../status-line.ts'
import { labelOf, placeFields, wordsOf } from './form-fields.ts'

type Shown = {
  form: HTMLFormElement
  /** What stood in the fields when the page came. */
  shown: FormFields
  timeZone: string
  saver: DraftSaver<FormChanges>
}

/** Says at the head of a form where what is written is kept, brings back what was, and shows another version beside it. */
export function viewKept(place: HTMLElement, { form, shown, timeZone, saver }: Shown): void {
  const part = (name: string) => place.querySelector<HTMLElement>(`[data-kept="${name}"]`)
  const say = (name: string, words: string) => {
    const place = part(name)
    // What says the same as before is not read out again.
    if (place && place.textContent !== words) place.textContent = words
  }
  const reveal = (name: string, isThere: boolean) => part(name)?.toggleAttribute('hidden', !isThere)
  const reader = { timeZone, now: new Date() }
  let generation = -1
  let isBack = false
  let putAside: FormChanges | null = null

  function show() {
    const state = saver.read()
    if (state.generation !== generation) {
      generation = state.generation
      bringBack(state.body, state.savedAt)
    }
    const { tone, text, passing = '', asksToSignIn = false } = statusLine(state, reader)
    part('status')?.setAttribute('data-tone', tone)
    say('passing', passing)
    say('line', text)
    part('line')?.classList.toggle('sr-only', passing !== '')
    reveal('sign-in', asksToSignIn)
    showOther(state.rivals[0])
    reveal('back', isBack && state.rivals.length === 0)
  }

  function bringBack(changes: FormChanges, savedAt: string | null) {
    placeFields(form, broughtBack(changes, shown))
    const until = savedAt && ` It was last saved on ${formatTime(savedAt, timeZone, 'date-time')}.`
    say('back-words', `What you had written here is back, and has not been sent.${until ?? ''}`)
    isBack = !areShown(changes, shown)
  }

  /** Of another version, the fields in which it differs from what stands in the form. */
  function showOther(rival: Rival<FormChanges> | undefined) {
    reveal('other', rival !== undefined)
    if (!rival) return
    const at = formatTime(rival.writtenAt, timeZone, 'date-time')
    say('other-words', `This one was kept on ${at}. Nothing is overwritten: choose which one goes on.`)
    const [other, own] = [broughtBack(rival.body, shown), broughtBack(saver.read().body, shown)]
    const differing = Object.keys(shown).filter((name) => !isSameJson(other[name], own[name]))
    part('other-fields')?.replaceChildren(
      ...differing.flatMap((name) => [
        made('dt', labelOf(form, name)),
        made('dd', wordsOf(form, name, other[name]) || 'Nothing'),
      ]),
    )
  }

  /** Nothing is thrown away by one press: what is put aside can be brought back while the page is open. */
  function startAfresh() {
    const back = putAside
    putAside = back ? null : saver.read().body
    placeFields(form, back ? broughtBack(back, shown) : shown)
    saver.change(back ?? {})
    say('afresh', putAside ? 'Bring it back' : 'Start afresh')
    say('back-words', putAside ? 'What you had written is put aside.' : 'What you had written here is back.')
  }

  part('afresh')?.addEventListener('click', startAfresh)
  part('mine')?.addEventListener('click', saver.keepMine)
  part('theirs')?.addEventListener('click', saver.takeOther)
  saver.subscribe(show)
  place.hidden = false
  show()
}

function made(tag: 'dt' | 'dd', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = tag === 'dt' ? 'font-medium text-sm' : '-mt-2 whitespace-pre-line wrap-anywhere'
  element.textContent = text
  return element
}
