import { type DemoName, expect, test } from './support/test.ts'

/** Every page that somebody of the demo cast can open by its address alone. */
const PAGES: Partial<Record<DemoName | 'anybody', string[]>> = {
  anybody: ['/', '/courses/therapeutic-stance', '/verify', '/sign-in', '/sign-up', '/reset-password'],
  ada: ['/learn', '/progress', '/certificates', '/notices', '/settings', '/concern', '/dev/components'],
  noor: [
    '/learn',
    '/learn/therapeutic-stance',
    '/learn/therapeutic-stance/not-knowing',
    '/vignettes/the-third-cancellation',
    '/vignettes/the-third-cancellation/answer',
    '/vignettes/the-third-cancellation/attempts/1',
    '/progress',
    '/settings/profile',
    '/settings/password',
    '/settings/sessions',
    '/settings/notices',
  ],
  sol: ['/learn', '/progress', '/certificates'],
  lena: ['/marking', '/marking/release', '/cohorts', '/cohorts/new'],
  grace: ['/accreditation', '/concerns'],
  root: ['/admin/people', '/admin/people/invite', '/admin/mail', '/dev/mail'],
}

for (const [name, addresses] of Object.entries(PAGES) as [DemoName | 'anybody', string[]][])
  for (const address of addresses)
    test(`${address} is accessible and fits the screen for ${name}`, async ({ page, signIn, expectAccessible }) => {
      if (name !== 'anybody') await signIn(name)
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page).toHaveTitle(/Stance/)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, 'nothing to scroll sideways').toBeLessThanOrEqual(0)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page)
    })
