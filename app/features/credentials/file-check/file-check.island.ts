import { FINDING_NAMES, type FindingName, type Findings } from '#app/domain/credential/findings.ts'
import type { FileCheck, Said } from './check-file.worker.ts'

/*
 * The part of /verify that needs a script: it is small, and fetches what checks a file only once a file was chosen.
 */

const NAMES: Record<FindingName, string> = {
  signature: 'Unchanged since it was signed',
  issuer: 'Who signed it',
  dates: 'Its days',
  schema: 'Its form',
  status: 'Revoked or suspended',
}
const OUTCOMES = { passed: 'Passed', failed: 'Failed', unknown: 'Not checked' }

/** What we hold under its number. Only "valid" is good news. */
const HELD: Record<string, string> = {
  valid: 'We hold it as valid today.',
  suspended: 'It is suspended today.',
  revoked: 'It was revoked.',
  superseded: 'Another certificate has taken its place.',
  lapsed: 'The status has lapsed.',
  expired: 'It has expired.',
}

const island = document.querySelector<HTMLElement>('[data-file-check]')
const input = island?.querySelector<HTMLInputElement>('input[type=file]')
const answer = island?.querySelector<HTMLElement>('[data-answer]')

if (island && input && answer) {
  island.hidden = false
  input.addEventListener('change', () => input.files?.[0] && check(input.files[0]))
  island.addEventListener('dragover', (event) => event.preventDefault())
  island.addEventListener('drop', (event) => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) check(file)
  })
}

let worker: Worker | undefined

function check(file: File): void {
  // One file at a time: an answer for an earlier one must not stand beside a later one.
  worker?.terminate()
  worker = new Worker(island?.dataset.fileCheck ?? '', { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<FileCheck>) => show(file.name, data)
  worker.onerror = () => show(file.name, { fault: 'This browser could not check the file. Use the number instead.' })
  answer?.replaceChildren(element('p', `Checking ${file.name} …`))
  worker.postMessage(file)
}

function show(name: string, result: FileCheck): void {
  const parts =
    'fault' in result ? [title('caution', `${name}: nothing to check`), element('p', result.fault)] : told(result)
  answer?.replaceChildren(...parts)
}

function told({ said, findings, isOurs, held }: Exclude<FileCheck, { fault: string }>): HTMLElement[] {
  return [
    verdict(findings, isOurs, held),
    ...(said ? [sentence(said)] : []),
    list(findings),
    element('p', isOurs ? (HELD[held ?? ''] ?? 'We hold no certificate under its number.') : 'It is none of ours.'),
  ]
}

function verdict(findings: Findings, isOurs: boolean, held: string | undefined): HTMLElement {
  const outcomes = FINDING_NAMES.map((name) => findings[name].outcome)
  if (outcomes.includes('failed')) return title('critical', 'Do not rely on this file')
  if (!isOurs) return title('caution', 'Not issued by Stance')
  if (outcomes.includes('unknown') || held === undefined) return title('caution', 'Not everything could be checked')
  return held === 'valid' ? title('positive', 'This file is valid') : title('critical', 'Do not rely on this file')
}

const sentence = ({ holder, title: of, number }: Said) =>
  element(
    'p',
    `It says of ${holder || 'somebody'}: ${of}${number ? `, number ${number}` : ''}. Compare this with what you were told.`,
  )

function list(findings: Findings): HTMLElement {
  const items = FINDING_NAMES.flatMap((name) => [
    element('dt', `${NAMES[name]}: ${OUTCOMES[findings[name].outcome]}`),
    element('dd', findings[name].because),
  ])
  const whole = element('dl', '')
  whole.append(...items)
  return whole
}

function title(tone: 'positive' | 'caution' | 'critical', text: string): HTMLElement {
  const heading = element('h3', text)
  heading.dataset.tone = tone
  return heading
}

/** Text only: a file may hold anything. */
function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
