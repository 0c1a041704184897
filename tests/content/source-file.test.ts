import { expect, test } from 'vitest'
import { nameOfFile, titleOfFile } from '#app/content/source-file.ts'

test.each([
  ['courses/03-stance/lessons/02-not-knowing.md', 'courses.stance.lessons.not-knowing'],
  ['courses/03-stance/course.yaml', 'courses.stance.course'],
  ['courses/03-stance/media/a-walk.vtt', 'courses.stance.media.a-walk'],
  ['courses/03-stance/media/a-walk.mp4', 'courses.stance.media.a-walk.mp4'],
  ['vignettes/10-minutes.yaml', 'vignettes.10-minutes'],
  ['bibliography.json', 'bibliography'],
])('%s is called %s, whatever its place', (file, name) => {
  expect(nameOfFile(file)).toBe(name)
})

test('a file without a title is called by its name', () => {
  expect(titleOfFile('benchmarks/a-date.yaml', new Map())).toBe('A date')
})
