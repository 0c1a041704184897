import { expect, test } from 'vitest'
import { loggablePath } from '#app/http/loggable-path.ts'
import routes from '#app/routes.ts'

/** Every address of ours that holds a secret, up to it. */
const secretAddresses = routes
  .flatMap(({ path = '', children = [] }) => [path, ...children.map((child) => child.path ?? '')])
  .flatMap((address) => /^(.*):(?:token|secret)\b/.exec(address)?.[1] ?? [])

test('a log line never holds the secret of a mailed link, of whichever page', () => {
  expect(secretAddresses.length).toBeGreaterThan(5)
  for (const page of secretAddresses)
    expect(loggablePath(`https://stance.example/${page}k3jd82hs?x=1`)).toBe(`/${page}…`)
})

test('a log line names every other page by its path alone', () => {
  expect(loggablePath('https://stance.example/sign-in?next=/learn')).toBe('/sign-in')
  expect(loggablePath('https://stance.example/reset-password')).toBe('/reset-password')
})
