import { expect, test } from 'vitest'
import { loggablePath } from '#app/http/loggable-path.ts'

test('a log line never holds the secret of a mailed link', () => {
  for (const page of ['confirm', 'reset-password', 'invitation', 'countersign', 'stop-mails', 'calendar'])
    expect(loggablePath(`https://stance.example/${page}/k3jd82hs?x=1`)).toBe(`/${page}/…`)
})

test('a log line names every other page by its path alone', () => {
  expect(loggablePath('https://stance.example/sign-in?next=/learn')).toBe('/sign-in')
  expect(loggablePath('https://stance.example/reset-password')).toBe('/reset-password')
})
