import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { createScripts, createVignette, passingMark } from '#tests/support/scripts.ts'

let lena: Actor
let slug: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  const vignette = await createVignette()
  slug = vignette.slug
  await createScripts(vignette, await createAccount('Noor'), 2)
})

const take = (from: string) => ask(from, { as: lena, form: { intent: 'claim' } })
const lock = (address: string, intent: string) => ask(address, { as: lena, form: { ...passingMark, intent } })
const placeOf = (answer: Response) => answer.headers.get('Location') ?? ''

describe('a marker who locks one script after another', () => {
  test('comes from a locked mark straight to the next, of the vignette that the queue was narrowed to, until none is left', async () => {
    const first = placeOf(await take(`/marking?vignette=${slug}`))
    expect(first).toMatch(new RegExp(`^/marking/[0-9A-Z]+\\?vignette=${slug}$`))

    const second = placeOf(await lock(first, 'lock-next'))
    expect(second).toMatch(new RegExp(`^/marking/[0-9A-Z]+\\?vignette=${slug}$`))
    expect(second).not.toBe(first)

    const last = await lock(second, 'lock-next')
    expect(placeOf(last)).toBe(`/marking?vignette=${slug}`)
    expect(decodeURIComponent(last.headers.get('Set-Cookie') ?? '')).toMatch(/is locked\. No script is waiting/)
  })

  test('takes nothing that they did not ask for, and nothing with a mark that is not complete', async () => {
    const first = placeOf(await take('/marking'))
    const refused = await ask(first, { as: lena, form: { ...passingMark, overall: '', intent: 'lock-next' } })
    expect(refused.status).toBe(400)
    expect(placeOf(await lock(first, 'lock'))).toBe('/marking')
    const waiting = await (await ask('/marking?state=waiting', { as: lena })).text()
    expect(waiting).toContain('Take this script')
  })
})

test('a time typed for the release and Enter pressed after it release nothing at once', async () => {
  await lock(placeOf(await take('/marking')), 'lock')
  const listed = await (await ask('/marking/release', { as: lena })).text()
  const group = /<option value="([^"]*\.[0-9a-f-]{36})"/.exec(listed)?.[1] ?? ''
  const page = await (await ask(`/marking/release?${new URLSearchParams({ group })}`, { as: lena })).text()
  const forms = [...page.matchAll(/<form[^>]*?method="post".*?<\/form>/gs)].filter(([form]) =>
    form.includes('name="at"'),
  )
  expect(forms).toHaveLength(2)
  for (const [form] of forms) expect(/<button.*?>/.exec(form)?.[0]).toContain('formMethod="dialog"')
})
