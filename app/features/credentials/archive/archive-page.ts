import { offlineAnswer } from '#app/domain/credential/offline-answer.ts'
import { element, findingList, onFile, saidSentence, verdictTitle } from '../file-check/answer-elements.ts'
import { saidBy } from '../file-check/said-by.ts'
import { readFile } from '../reading/read-file.ts'
import { verifyBadge } from '../signing/verify-badge.ts'
import { type ReadArchive, readArchive, sourcesOf } from './read-archive.ts'

/*
 * The script of the one page that travels with the archive, and has it inside: it is opened from a disk and asks nobody.
 */

const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`)
const answer = part('answer')

/** Anything that goes wrong is said on the page: there is nobody else who would see it. */
const say = (error: Error) =>
  answer?.replaceChildren(verdictTitle('critical', 'This page cannot be used'), element('p', error.message))

open().catch(say)

async function open(): Promise<void> {
  const archive = await readArchive(JSON.parse(part('archive')?.textContent ?? ''))
  const { exportedAt } = archive.contents
  part('signed')?.append(`It is of ${exportedAt.slice(0, 10)} and signed by ${archive.signedBy}.`)
  const area = part('file-check')
  const input = area?.querySelector('input')
  if (area && input) onFile(area, input, (file) => void check(file, archive).catch(say))
}

async function check(file: File, { contents }: ReadArchive): Promise<void> {
  const reading = await readFile(new Uint8Array(await file.arrayBuffer()))
  if ('fault' in reading)
    return tell(verdictTitle('caution', `${file.name}: nothing to check`), element('p', reading.fault))
  const { badge, findings, isOurs } = await verifyBadge(reading.credential, sourcesOf(contents, new Date()))
  const { isGood, text } = offlineAnswer(findings, { asOf: findings.status.asOf, isKnown: isOurs })
  const title = verdictTitle(isGood ? 'positive' : 'critical', text[0]?.toUpperCase() + text.slice(1))
  tell(title, ...(badge ? [saidSentence(saidBy(badge))] : []), findingList(findings))
}

const tell = (...parts: HTMLElement[]): void => answer?.replaceChildren(...parts)
