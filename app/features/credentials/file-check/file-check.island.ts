import { FINDING_NAMES, type Findings } from '#app/domain/credential/findings.ts'
import { element, findingList, onFile, saidSentence, verdictTitle } from './answer-elements.ts'
import type { FileCheck } from './check-file.worker.ts'

/*
 * The part of /verify that needs a script: it is small, and fetches what checks a file only once a file was chosen.
 */

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

if (island && input) {
  island.hidden = false
  onFile(island, input, check)
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
  const nothing = verdictTitle('caution', `${name}: nothing to check`)
  answer?.replaceChildren(...('fault' in result ? [nothing, element('p', result.fault)] : told(result)))
}

const told = ({ said, findings, isOurs, held }: Exclude<FileCheck, { fault: string }>): HTMLElement[] => [
  verdict(findings, isOurs, held),
  ...(said ? [saidSentence(said)] : []),
  findingList(findings),
  element('p', isOurs ? (HELD[held ?? ''] ?? 'We hold no certificate under its number.') : 'We did not issue it.'),
]

function verdict(findings: Findings, isOurs: boolean, held: string | undefined): HTMLElement {
  const outcomes = FINDING_NAMES.map((name) => findings[name].outcome)
  if (outcomes.includes('failed')) return verdictTitle('critical', 'Do not rely on this file')
  if (!isOurs) return verdictTitle('caution', 'Not issued by Stance')
  if (outcomes.includes('unknown') || held === undefined)
    return verdictTitle('caution', 'Not everything could be checked')
  return held === 'valid'
    ? verdictTitle('positive', 'This file is valid')
    : verdictTitle('critical', 'Do not rely on this file')
}
