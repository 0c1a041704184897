import type { Changes } from './content-folder.ts'
import { replacing } from './content-folder.ts'

export const LESSON = 'courses/01-first-steps/lessons/01-one.md'
const MEDIA = 'courses/01-first-steps/media'

/** No player would play it, and it is as long as what a part is asked of. */
export const SOUND = `\0\0\0\x18ftypM4A ${'0123456789'.repeat(10)}`

export const CAPTIONS = `WEBVTT

00:00:00.000 --> 00:00:01.500
<v Dana>I said nothing.

00:00:02.000 --> 00:00:03.000
<v Clinician>What was it like?
`

/** The first lesson of the small content folder, whose dialogue is read aloud; and other changes on top. */
export const withRecording = (changes: Changes = {}): Changes => ({
  [LESSON]: replacing('[Two people in a room]', '[Two people in a room]{audio="in-a-room"}'),
  [`${MEDIA}/in-a-room.m4a`]: SOUND,
  [`${MEDIA}/in-a-room.vtt`]: CAPTIONS,
  ...changes,
})

export const recordingFile = (file: string) => `${MEDIA}/${file}`
