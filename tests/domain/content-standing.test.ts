import { expect, test } from 'vitest'
import { contentStanding } from '#app/domain/content-standing.ts'

const written = (number: number, digest: string, isAuthored = true) => ({ number, digest, isAuthored })

test.each([
  ['nothing was written here', written(1, 'a', false), written(1, 'a', false), 'as-installed'],
  ['nothing is published yet', written(1, 'a', false), null, 'as-installed'],
  ['it waits to be published', written(2, 'b', false), written(1, 'a', false), 'as-installed'],
  ['it was changed here', written(1, 'a', false), written(2, 'b'), 'authored'],
  ['the installation has brought the same words', written(3, 'b', false), written(2, 'b'), 'as-installed'],
  ['the installation has brought other words since', written(3, 'c', false), written(2, 'b'), 'file-changed'],
] as const)('%s', (_, installed, current, standing) => {
  expect(contentStanding(installed, current)).toBe(standing)
})
