import { withLighthouse } from '../support/lighthouse.ts'
import { createSession } from './support/session.ts'
import { expect, test } from './support/test.ts'

const AT_LEAST = 0.95

/** Lighthouse has a width of its own, so each of ours judges another page, at the same time. */
const PAGES = {
  wide: { path: '/', reader: undefined },
  phone: { path: '/learn/mentalizing-introduction/arousal-and-the-switch', reader: 'noor' },
}

test('Lighthouse finds the catalogue and a lesson accessible and soundly made', async ({ baseURL }, { project }) => {
  const { path, reader } = PAGES[project.name === 'phone' ? 'phone' : 'wide']
  const session = reader && (await createSession(reader))
  const { scores, failing } = await withLighthouse((judge) =>
    judge(`${baseURL}${path}`, ['accessibility', 'best-practices'], session),
  )
  for (const [category, score] of Object.entries(scores))
    expect(score, `${category} of ${path}: ${failing.join('; ')}`).toBeGreaterThanOrEqual(AT_LEAST)
})
