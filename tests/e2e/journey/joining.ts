import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import { heading, type Newcomer, type Story } from './story.ts'

/** Signs up by the form; what is refused first comes back as it was typed. */
export async function signUp(page: Page, { trainee, expectRefusal, lookOver }: Story) {
  await page.goto('/')
  await lookOver(page)
  await page.getByRole('link', { name: 'Create an account' }).first().click()
  await page.getByLabel('Your name').fill(trainee.name)
  await page.getByLabel('E-mail address').fill(trainee.email)
  await page.getByLabel('Profession').selectOption('psychologist')
  await page.getByLabel('Registered with').fill('HCPC')
  await page.getByLabel('Registration number').fill('PYL009001')
  await page.getByLabel('Password').fill('short')
  expectRefusal(400, '/sign-up')
  await submitSignUp(page)
  await expect(page.getByRole('alert')).toContainText('Use at least')
  await expect(page.getByLabel('E-mail address')).toHaveValue(trainee.email)
  await lookOver(page)

  await page.getByLabel('Password').fill(trainee.password)
  await submitSignUp(page)
  await expect(heading(page, 'Look at your mail')).toBeVisible()
  await lookOver(page)
}

const submitSignUp = (page: Page) => page.getByRole('button', { name: 'Create my account' }).click()

/** Finds the mail in the development mailbox and follows its link. The mail is sent in the background. */
export async function confirmAddress(page: Page, { trainee, lookOver }: Story) {
  const mail = page.getByRole('row').filter({ hasText: trainee.email }).getByRole('link')
  await expect(async () => {
    await page.goto('/dev/mail')
    await expect(mail).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await lookOver(page)
  await mail.click()
  await lookOver(page)
  await page.getByRole('link', { name: '/confirm/' }).click()
  await lookOver(page)
  await page.getByLabel('Password').fill(trainee.password)
  await page.getByRole('button', { name: 'Confirm it and sign in' }).click()
  await expect(page.getByText('Thank you, your address is confirmed.')).toBeVisible()
}

/** As another day, when the session has ended. */
export async function signInByForm(page: Page, { trainee, lookOver }: Story) {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await lookOver(page)
  await fillSignIn(page, trainee)
  await expect(heading(page, 'My learning')).toBeVisible()
  await expect(page.getByText('You have not started a course yet')).toBeVisible()
  await lookOver(page)
}

async function fillSignIn(page: Page, { email, password }: Newcomer) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
