import { describe, expect, it } from 'vitest'
import type { Course, Lesson } from '#app/content/course-schema.ts'
import { findingLine } from '#app/content/findings.ts'
import type { PublishableItem } from '#app/content/publishable.ts'
import type { Question } from '#app/content/question-schema.ts'
import { minutesToStudy, untrueTimes } from '#scripts/content/study-time.ts'
import { courseOf, vignetteOf } from '#tests/support/published.ts'

const CAPTIONS = 'WEBVTT\n\n00:00:00.000 --> 00:01:30.000\nOne.\n\n00:01:30.000 --> 00:02:30.000\nTwo.\n'

const lessonOf = (minutes: number, changes: Partial<Lesson> = {}): Lesson => ({
  slug: 'one',
  title: 'One',
  aim: 'To try.',
  outcomes: ['try', 'stop'],
  references: [],
  wordCount: 900,
  markdown: 'Words.\n\n:::reflect\nOn what?\n:::',
  ...{ minutes, ...changes },
})

const question = (lesson: string) => ({ id: `q-${lesson}`, lesson }) as Question
const course = (changes: Partial<Course>): PublishableItem => {
  const body = courseOf({ slug: 'first', studyHours: 0.5, cpdHours: 0.5, ...changes })
  return { kind: 'course', slug: body.slug, position: 1, body }
}
const told = (...items: PublishableItem[]) => untrueTimes(items).map(findingLine)

it('of a lesson is reading, answering, reflecting and listening, in whole minutes', () => {
  expect(minutesToStudy({ words: 900, questions: 0, reflections: 0, recordedSeconds: 0 })).toBe(6)
  expect(minutesToStudy({ words: 1200, questions: 3, reflections: 1, recordedSeconds: 30 })).toBe(20)
})

describe('the minutes of a lesson', () => {
  it('may lie two beside the rule, and no further', () => {
    const lessons = [9, 11, 13].map((minutes) => lessonOf(minutes))
    expect(told(course({ lessons }))).toEqual([])
    const untrue = [8, 14].map((minutes) => lessonOf(minutes, { slug: `of-${minutes}` }))
    expect(told(course({ lessons: [...untrue, lessonOf(11)] }))).toEqual([
      'first/of-8:1:1 minutes: are 11 by the rule, not 8',
      'first/of-14:1:1 minutes: are 11 by the rule, not 14',
    ])
  })

  it('go by its own questions and by how long its recordings are', () => {
    const media = [{ file: 'one.m4a', bytes: 1, sha256: '', captions: CAPTIONS }]
    const lessons = [lessonOf(11, { slug: 'read' }), lessonOf(30, { media })]
    expect(told(course({ lessons, questions: [question('one'), question('read')] }))).toEqual([
      'first/one:1:1 minutes: are 16 by the rule, not 30',
    ])
  })
})

describe('the hours of a course', () => {
  const lessons = [lessonOf(11), lessonOf(11, { slug: 'two' })]
  const vignette = (slug: string, minutes: number): PublishableItem => {
    return { kind: 'vignette', slug, position: 1, body: vignetteOf({ slug, minutes }) }
  }

  it('that are claimed are those of its lessons and vignettes, in halves that are full', () => {
    const asked = course({ lessons, vignettes: ['case'], studyHours: 1, cpdHours: 1 })
    expect(told(asked, vignette('case', 38))).toEqual([])
    expect(told(asked, vignette('case', 37))).toEqual([
      'first:1:1 cpdHours: its lessons and vignettes come to 0.5, not 1',
    ])
  })

  it('of study may hold what is there to practise on, and not more', () => {
    const withPractice = (studyHours: number) =>
      told(
        course({
          lessons: [...lessons, lessonOf(11, { slug: 'three' })],
          practice: ['extra'],
          studyHours,
          cpdHours: 0.5,
        }),
        vignette('extra', 30),
      )
    expect(withPractice(1.5)).toEqual([])
    const message = 'at least what is claimed, and at most 1.5 with all practice'
    expect(withPractice(2)).toEqual([`first:1:1 studyHours: is 2: ${message}`])
    expect(withPractice(0.25)).toEqual([`first:1:1 studyHours: is 0.25: ${message}`])
  })

  it('of a course of modules are what those claim and its hours live', () => {
    const modules = ['first', 'second']
    const parts = modules.map((slug) => course({ slug, lessons: [...lessons, lessonOf(11, { slug: 'three' })] }))
    const whole = (cpdHours: number) =>
      course({ slug: 'whole', modules, cpdHours, completion: { modules: 'all', attendedHours: 6 } })
    expect(told(...parts, whole(7))).toEqual([])
    expect(told(...parts, whole(12))).toEqual(['whole:1:1 cpdHours: its modules and hours live come to 7, not 12'])
  })
})
