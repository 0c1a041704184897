import type { Finding, Report } from './findings.ts'
import type { ContainerDirective } from './lesson-format.ts'
import { findingAt } from './markdown-format.ts'
import { type Cue, captionsFile, readCaptions, recordedBlocks, transcriptOf } from './media-format.ts'
import type { CourseSource } from './sources.ts'

/** Kept in the database, and sent over the connections of wards. */
const MEBIBYTES_AT_MOST = 8

/** Whether each recording that a lesson plays is there, has captions, and says what its lesson can be read to say; and none lies idle. */
export function checkMedia(source: CourseSource, report: Report): void {
  const used = source.lessons.flatMap(({ root, place }) =>
    recordedBlocks(root).map(({ block, file }) => {
      const fault = recordingFault(block, file, source)
      if (fault) report.faults.push(findingAt(block, place, fault))
      return file
    }),
  )
  for (const file of [...source.media.keys(), ...source.captions.keys()]) {
    const isUsed = used.some((one) => one === file || captionsFile(one) === file)
    const isTwice = used.filter((one) => one === file).length > 1
    if (!isUsed) report.faults.push(wholeFile(source, file, 'is played by no lesson of this course'))
    if (isTwice) report.faults.push(wholeFile(source, file, 'is played twice: one place is remembered for each'))
  }
  for (const [file, { byteCount, bytes }] of source.media) {
    if (byteCount > MEBIBYTES_AT_MOST * 1024 ** 2)
      report.faults.push(wholeFile(source, file, `has more than ${MEBIBYTES_AT_MOST} MiB`))
    // What is kept already was looked at when it came.
    if (bytes && Buffer.from(bytes.subarray(4, 8)).toString('latin1') !== 'ftyp')
      report.faults.push(wholeFile(source, file, 'is not an MPEG-4 file, whatever its name says'))
  }
}

const wholeFile = ({ folder }: CourseSource, file: string, message: string): Finding => ({
  file: `${folder}/media/${file}`,
  line: 1,
  column: 1,
  field: 'file',
  message,
})

function recordingFault(block: ContainerDirective, file: string, { media, captions }: CourseSource) {
  if (!media.has(file)) return `there is no media/${file}`
  const text = captions.get(captionsFile(file))
  if (text === undefined) return `media/${file} has no captions: media/${captionsFile(file)} is missing`
  const cues = readCaptions(text)
  if (!cues) return `media/${captionsFile(file)} is not WebVTT: WEBVTT, then cues of a line of times and lines of words`
  if (!isInOrder(cues)) return `media/${captionsFile(file)} has a cue that begins before the one above it ends`
  const missing = firstMissing(wordsOf(cues.map(({ words }) => words).join(' ')), wordsOf(transcriptOf(block)))
  return missing && `"${missing}" is in the captions of media/${file}, and not at its place in what can be read here`
}

const isInOrder = (cues: readonly Cue[]) =>
  cues.every(({ startSeconds, endSeconds }, index) => {
    return startSeconds < endSeconds && startSeconds >= (cues[index - 1]?.endSeconds ?? 0)
  })

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []

/** The first word of the captions that the transcript does not have after the words before it. */
function firstMissing(captions: readonly string[], transcript: readonly string[]): string | undefined {
  let from = 0
  return captions.find((word) => {
    const at = transcript.indexOf(word, from)
    from = at + 1
    return at === -1
  })
}
