import { describe, expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { type Changes, contentFolder, replacing } from '#tests/support/content-folder.ts'
import { CAPTIONS, LESSON, recordingFile, SOUND, withRecording } from '#tests/support/recordings.ts'

const read = async (changes: Changes) =>
  readContent(await contentFolder(withRecording(changes)), { withUnsourced: true })
const faultsOf = async (changes: Changes) => (await read(changes)).report.faults.map(findingLine)

const SOUND_FILE = recordingFile('in-a-room.m4a')
const CAPTIONS_FILE = recordingFile('in-a-room.vtt')
const film = (text: string) => (lesson: string) =>
  replacing(
    ':::reflect',
    `${text}\n\n:::reflect`,
  )(replacing('[Two people in a room]', '[Two people in a room]{audio="in-a-room"}')(lesson))

describe('a recording of a lesson', () => {
  it('is published with its captions, and a film as well', async () => {
    const { items, report } = await read({
      [LESSON]: film(':::film[A walk]{name="a-walk"}\nSomebody walks. *Left, right.*\n:::'),
      [recordingFile('a-walk.mp4')]: SOUND,
      [recordingFile('a-walk.vtt')]: 'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nLeft,\nright.\n',
    })
    expect(report.faults).toEqual([])
    const lesson = items.flatMap(({ kind, body }) => (kind === 'course' ? body.lessons : []))[0]
    expect(lesson?.media?.map(({ file, bytes }) => [file, bytes])).toEqual([
      ['in-a-room.m4a', SOUND.length],
      ['a-walk.mp4', SOUND.length],
    ])
    const { html } = lessonHtml(lesson as NonNullable<typeof lesson>, 'nurse')
    for (const part of [
      '<audio controls="" preload="metadata" data-recording="in-a-room.m4a"',
      'aria-label="Read aloud: Two people in a room"',
      '<track kind="captions" srcLang="en-GB" label="English" src="one/media/in-a-room.vtt"',
      '<source src="one/media/a-walk.mp4" type="video/mp4"/>',
    ])
      expect(html).toContain(part)
    expect(html).not.toMatch(/autoplay/i)
  })

  it.each<[slip: string, changes: Changes, fault: string]>([
    ['whose file is missing', { [SOUND_FILE]: null }, 'there is no media/in-a-room.m4a'],
    [
      'without captions',
      { [CAPTIONS_FILE]: null },
      'media/in-a-room.m4a has no captions: media/in-a-room.vtt is missing',
    ],
    ['with captions of another format', { [CAPTIONS_FILE]: '1\n00:00 --> 00:01\nI said nothing.' }, 'is not WebVTT'],
    [
      'with cues that overlap',
      { [CAPTIONS_FILE]: CAPTIONS.replace('00:00:02.000', '00:00:01.000') },
      'has a cue that begins before the one above it ends',
    ],
    [
      'that says what cannot be read',
      { [CAPTIONS_FILE]: CAPTIONS.replace('nothing', 'everything') },
      '"everything" is in the captions of media/in-a-room.m4a, and not at its place in what can be read here',
    ],
    ['that no lesson plays', { [recordingFile('left-over.mp4')]: SOUND }, 'is played by no lesson of this course'],
    ['that is something else', { [SOUND_FILE]: 'ID3 and so on' }, 'is not an MPEG-4 file, whatever its name says'],
    ['of a film without a transcript', { [LESSON]: film(':::film[A walk]{name="a-walk"}\n:::') }, 'film is empty'],
    ['of a film without a name', { [LESSON]: film(':::film[A walk]\nWords.\n:::') }, 'film takes name="…"'],
  ])('%s stops publishing', async (_, changes, fault) => {
    expect((await faultsOf(changes)).join('\n')).toContain(fault)
  })
})
