import { createHash } from 'node:crypto'
import type { Root } from 'mdast'
import { captionsFile, type LessonMedia, recordedBlocks } from './media-format.ts'
import type { CourseSource } from './sources.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The recordings of a lesson, as they are published with it. */
export const lessonMedia = (root: Root, { media, captions }: CourseSource): LessonMedia[] =>
  recordedBlocks(root).flatMap(({ file }) => {
    const recording = media.get(file)
    if (!recording) return []
    const words = captions.get(captionsFile(file)) ?? ''
    return [{ file, bytes: recording.byteCount, sha256: recording.sha256, captions: words }]
  })
