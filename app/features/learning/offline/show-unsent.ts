import type { UnsentAnswer } from '#app/domain/offline.ts'
import { ask } from './messages.ts'
import { forgetAnswer, unsentAnswers } from './unsent-answers.ts'

const WAITS = 'Your answer is kept on this device, and will be sent when there is a network again.'

const TRY_EVERY_MS = 20_000

/** What is said of an answer that only this device has. */
export function sentenceOn({ refused }: Pick<UnsentAnswer, 'refused'>): string {
  return refused ? `Your answer was written without a network, and could not be taken: ${refused}` : WAITS
}

/**
 * On a device that keeps lessons: says beside a lesson's questions what is not sent yet, and sends it once there is a network. The page itself stays as it
 * is: somebody may be writing the next answer.
 */
export async function showUnsent(): Promise<void> {
  const worker = navigator.serviceWorker?.controller
  if (!worker) return
  const shown = new Map<number, HTMLElement>()
  for (const answer of await unsentAnswers()) {
    const question = answer.path === location.pathname && document.getElementById(`question-${answer.question}`)
    if (!question) continue
    const notice = noticeOf(answer)
    question.prepend(notice)
    shown.set(answer.id, notice)
  }
  if (shown.size === 0) return
  const send = async () => {
    await ask(worker, 'send')
    const left = new Map((await unsentAnswers()).map((answer) => [answer.id, answer]))
    for (const [id, notice] of shown) showOutcome(notice, left.get(id))
  }
  window.addEventListener('online', send)
  // A browser believes itself online in many a tunnel.
  setInterval(send, TRY_EVERY_MS)
}

function showOutcome(notice: HTMLElement, left: UnsentAnswer | undefined): void {
  if (left?.refused) notice.replaceWith(noticeOf(left))
  if (left) return
  const link = document.createElement('a')
  link.href = location.pathname
  link.textContent = 'Load the lesson anew'
  notice.replaceChildren('Your answer has been sent. ', link, ' to see what there is to say on it.')
}

function noticeOf(answer: UnsentAnswer): HTMLElement {
  const notice = document.createElement('p')
  notice.className = 'unsent'
  notice.role = 'status'
  notice.textContent = sentenceOn(answer)
  if (answer.refused) notice.append(' ', forgetButton(answer, notice))
  return notice
}

/** For whoever has seen that an answer was refused. */
export function forgetButton({ id }: UnsentAnswer, shown: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Remove it from this device'
  button.addEventListener('click', () => forgetAnswer(id).then(() => shown.remove()))
  return button
}
