import { randomUUID } from 'node:crypto'
import { createTrainee } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('a trust buys twenty seats, gives them, and one of its people leaves', async ({
  openBrowser,
  expectAccessible,
}) => {
  const key = randomUUID()
  const manager = { name: 'Marlow Manager', email: `manager-${key}@seats.example` }
  const learner = { name: 'Lior Learner', email: `learner-${key}@seats.example` }
  await Promise.all([createTrainee(manager), createTrainee(learner)])
  const page = await openBrowser(manager)

  await test.step('sets up the trust, and pays twenty seats by card', async () => {
    await page.goto('/seats/new')
    await page.getByRole('textbox', { name: /^Organisation/ }).fill('Saltmarsh Trust')
    await page.getByLabel('Billing address').fill('1 Quay Street')
    await page.getByLabel('E-mail address for invoices').fill('accounts@saltmarsh.example')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByLabel('Course').selectOption({ label: 'MBT basic: £420.00 a seat' })
    await page.getByRole('textbox', { name: /^Seats/ }).fill('20')
    await page.getByLabel('By card').check()
    await page.getByRole('button', { name: 'Order with payment' }).click()
    await page.getByRole('button', { name: 'Pay £8,400.00' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'The seats are yours' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to the seats' }).click()
    await page.getByRole('link', { name: 'MBT basic' }).click()
  })

  await test.step('gives two seats by e-mail', async () => {
    await page.getByLabel('E-mail addresses').fill(`${learner.email}\nnobody-${key}@seats.example`)
    await page.getByRole('button', { name: 'Give these seats' }).click()
    await expect(page.getByText('2 seats are given. Whoever has them now is told by mail.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('one takes the seat and begins', async () => {
    const own = await openBrowser(learner)
    await own.goto('/seats')
    await own.getByRole('link', { name: 'MBT basic' }).click()
    await own.getByRole('button', { name: 'Take this seat' }).click()
    await expect(own).toHaveURL(/\/learn\/mbt-basic$/)
    await own.goto('/learn/mentalizing-introduction/what-mentalizing-is')
    await own.getByRole('button', { name: /^Mark as read/ }).click()
    await own.waitForURL((address) => !address.pathname.endsWith('/what-mentalizing-is'))
  })

  await test.step('who leaves the trust keeps what is begun, and the seat that nobody took comes back', async () => {
    await page.reload()
    const begun = page.getByRole('row', { name: learner.name })
    await expect(begun.getByText('Begun', { exact: true })).toBeVisible()
    await expect(begun.getByRole('button')).toHaveCount(0)
    await page.getByRole('button', { name: `Take back the seat of nobody-${key}` }).click()
    await expect(page.getByText('The seat is free again.')).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(2)
  })
})
