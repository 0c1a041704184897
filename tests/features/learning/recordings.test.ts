import { beforeEach, expect, it } from 'vitest'
import { exportContent } from '#app/content/export.server.ts'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { keepMediaPlace } from '#app/features/learning/media/keep-media-place.server.ts'
import { openMedia } from '#app/features/learning/media/open-media.server.ts'
import { reportReading } from '#app/features/learning/reading/report-reading.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { temporaryFolder } from '#tests/support/folders.ts'
import { CAPTIONS, SOUND, withRecording } from '#tests/support/recordings.ts'

const ONE = { course: 'first-steps', lesson: 'one' }
const FILE = 'in-a-room.m4a'
let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(withRecording()), now)
  noor = await createAccount('Noor')
  await enrol(noor, 'first-steps', now)
})

const placesOf = async (person: Actor, at = ONE) => ((await viewLesson(person, at, null)) as LessonPage).mediaPlaces

it('a place in a recording is one’s own, goes along from device to device, and is apart from the place in the text', async () => {
  expect(await placesOf(noor)).toEqual({})
  await reportReading(noor, ONE, { seconds: 0 }, now)
  await keepMediaPlace(noor, ONE, { file: FILE, seconds: 31 })
  await keepMediaPlace(noor, ONE, { file: FILE, seconds: 12 })
  expect(await placesOf(noor)).toEqual({ [FILE]: 12 })
  expect(await placesOf(noor, { ...ONE, lesson: 'two' })).toBeUndefined()

  const ada = await createAccount('Ada')
  await expect(keepMediaPlace(ada, ONE, { file: FILE, seconds: 1 })).rejects.toMatchObject({ status: 404 })
  await enrol(ada, 'first-steps', now)
  expect(await placesOf(ada)).toEqual({})
  await expect(keepMediaPlace(ada, ONE, { file: 'other.m4a', seconds: 1 })).rejects.toMatchObject({ status: 404 })
})

it('is heard in parts by whoever is enrolled, and by nobody else', async () => {
  const { recording } = await openMedia(noor, { ...ONE, file: FILE })
  const part = await recording?.read({ start: 4, end: 10 })
  expect(recording).toMatchObject({ type: 'audio/mp4', bytes: SOUND.length })
  expect(new TextDecoder().decode(part)).toBe(SOUND.slice(4, 11))
  expect(await openMedia(noor, { ...ONE, file: 'in-a-room.vtt' })).toEqual({ captions: CAPTIONS })
  for (const [person, file] of [
    [await createAccount('Ada'), FILE],
    [noor, 'other.m4a'],
  ] as const)
    await expect(openMedia(person, { ...ONE, file })).rejects.toMatchObject({ status: 404 })
})

it('is exported as it was published, and kept once however often it is published', async () => {
  const folder = temporaryFolder()
  await exportContent(folder)
  expect(await publishContent(folder, now)).toMatchObject({ published: 0, unlisted: 0 })
  await publishContent(
    await contentFolder(
      withRecording({ 'courses/01-first-steps/questions.yaml': (text) => text.replace('Which one?', 'Which?') }),
    ),
    now,
  )
  expect(await db().mediaFile.count()).toBe(1)
})
