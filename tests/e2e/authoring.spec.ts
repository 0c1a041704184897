import { heading } from './journey/story.ts'
import { expect, test } from './support/test.ts'

const FILE = '/author/courses.mentalizing-introduction.lessons.what-mentalizing-is'

test('a training lead mends and publishes a lesson, a learner reads it, and the lesson as it was is put back', {
  tag: '@wide-only',
}, async ({ openBrowser, expectRefusal, expectAccessible }) => {
  const [lead, reader] = [await openBrowser('lena'), await openBrowser('sol')]
  const text = lead.getByLabel('Text of the file')

  await test.step('a fault is named by its line, and what was typed is still there', async () => {
    await lead.goto(FILE)
    await expect(lead.getByText('Saved as you write')).toBeVisible()
    const before = await text.inputValue()
    await text.fill(
      before.replace(/^title: .*$/m, 'title: What mentalizing is, anew').replace(/^minutes: /m, 'minute: '),
    )
    expectRefusal(400, FILE)
    await lead.getByRole('button', { name: 'Check and preview' }).click()
    await expect(lead.getByText('is not a field that is known here')).toBeVisible()
    await expectAccessible(lead)
    await lead.getByRole('link', { name: 'Line 3' }).first().click()
    await expect(text).toBeFocused()
  })

  await test.step('mended, it shows what changes and how it is read, and is published', async () => {
    await text.fill((await text.inputValue()).replace(/^minute: /m, 'minutes: '))
    await lead.getByLabel('What changes, and why').fill('A clearer title.')
    await lead.getByRole('button', { name: 'Check and preview' }).click()
    await expect(lead.getByRole('heading', { name: 'As it is read' })).toBeVisible()
    await expect(lead.getByRole('insertion').filter({ hasText: 'anew' })).toBeVisible()
    await expectAccessible(lead)
    await lead.getByRole('button', { name: 'Publish as a new version' }).click()
    await expect(lead.getByText('Version 2 is published.')).toBeVisible()
    await reader.goto('/learn/mentalizing-introduction/what-mentalizing-is')
    await expect(heading(reader, 'What mentalizing is, anew')).toBeVisible()
  })

  await test.step('and put back', async () => {
    await lead.goto(`${FILE}/versions/1`)
    await lead.getByLabel('Why this one').fill('The old title was known.')
    await lead.getByRole('button', { name: 'Put this one back' }).click()
    await expect(lead.getByText('Version 3 is published.')).toBeVisible()
    await reader.reload()
    await expect(heading(reader, 'What mentalizing is, anew')).toBeHidden()
  })
})
