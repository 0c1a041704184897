import { randomUUID } from 'node:crypto'
import { createTrainee } from './support/people.ts'
import { expect, test } from './support/test.ts'

const COURSE = 'practitioner-level'

test('a clinician pays for a course, is enrolled, and gives it back within 14 days', async ({
  openBrowser,
  expectAccessible,
}) => {
  const buyer = { name: 'Perpetua Paying', email: `${randomUUID()}@paying.example` }
  await createTrainee(buyer)
  const page = await openBrowser(buyer)

  await test.step('sees the price and the cooling-off, and goes to pay', async () => {
    await page.goto(`/courses/${COURSE}`)
    await expect(page.getByText('within 14 days of paying')).toBeVisible()
    await page.getByLabel('Price').selectOption({ label: '€215.00' })
    await page.getByRole('button', { name: 'Buy this course' }).click()
    await expect(page.getByText('nobody is charged and no money moves')).toBeVisible()
    await page.getByLabel(/Promotion code/).fill('stance10')
    await page.getByRole('button', { name: 'Use the code' }).click()
    await page.getByRole('button', { name: 'Pay €193.50' }).click()
  })

  await test.step('comes back and is enrolled', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'The course is yours' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Begin the course' }).click()
    await expect(page).toHaveURL(new RegExp(`/learn/${COURSE}$`))
  })

  await test.step('gives it back, and the course closes', async () => {
    await page.goto('/settings/purchases')
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Give it back/ }).click()
    await expect(page.getByText('The whole amount is on its way back to you.')).toBeVisible()
    await expect(page.getByText('€193.50 was given back.')).toBeVisible()
    await page.goto(`/learn/${COURSE}`)
    await expect(page).toHaveURL(new RegExp(`/courses/${COURSE}$`))
  })

  await test.step('staff see the order with what moved', async () => {
    const staff = await openBrowser('grace')
    await staff.goto('/admin/orders')
    await staff.getByRole('link', { name: buyer.name }).click()
    await expect(staff.getByRole('table', { name: 'Movements of money' }).getByRole('row')).toHaveCount(3)
    await expectAccessible(staff)
  })
})
