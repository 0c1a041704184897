import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { PDF } from '#tests/support/pdf.ts'
import { expect, test } from './support/test.ts'

test.use({ javaScriptEnabled: false })

const MEGABYTE = 1024 * 1024

async function fillIn(page: Page, title: string) {
  await page.goto('/portfolio/trainings/new')
  await page.getByLabel('Which training').selectOption('mbt-i')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Given by').selectOption('One that is not in this list')
  await page.getByLabel('Name of that provider').fill(`${title}, its school`)
  await page.getByLabel('First day').fill('2026-02-02')
  await page.getByLabel('Last day').fill('2026-02-04')
  await page.getByLabel('Training days').fill('3')
  await page.getByLabel('Hours taught live').fill('18')
  await page.getByLabel('Hours in your own time').fill('0')
}

const send = (page: Page) => page.getByRole('button', { name: 'Keep this training' }).click()

test(
  'a certificate is sent, checked by staff and opened again in browsers that run no script',
  { tag: '@wide-only' },
  async ({ openBrowser, expectRefusal }, { project }) => {
    test.setTimeout(90_000)
    const title = `The introductory group on a ${project.name} screen`
    const page = await openBrowser('ada')

    await test.step('a file of 45 MB is refused, and all that was typed is kept', async () => {
      await fillIn(page, title)
      const buffer = Buffer.alloc(45 * MEGABYTE)
      await page.getByLabel('Certificate').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer })
      expectRefusal(400, '/portfolio/trainings/new')
      await send(page)
      await expect(page.getByRole('alert')).toContainText('larger than 10 MB')
      await expect(page.getByLabel('Title')).toHaveValue(title)
      await expect(page.getByLabel('Hours taught live')).toHaveValue('18')
    })

    await test.step('so is one that is not what it says', async () => {
      const buffer = Buffer.from('<script>alert(1)</script>')
      await page.getByLabel('Certificate').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer })
      expectRefusal(400, '/portfolio/trainings/new')
      await send(page)
      await expect(page.getByRole('alert')).toContainText('not a PDF, PNG or JPEG')
    })

    await test.step('a PDF is kept, and its owner can open it', async () => {
      const file = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) }
      await page.getByLabel('Certificate').setInputFiles(file)
      await send(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expectDownload(page, page.getByRole('link', { name: /scan\.pdf/ }))
    })

    await test.step('staff see the file, approve the provider and accept the certificate', async () => {
      const staff = await openBrowser('grace')
      await staff.goto('/accreditation/trainings')
      await staff.getByRole('link', { name: title }).click()
      await expectDownload(staff, staff.getByRole('link', { name: /Open the certificate/ }))
      await staff.getByLabel('In order', { exact: true }).check()
      await staff.getByRole('button', { name: 'Record this' }).click()
      await staff.goto('/accreditation/providers')
      const school = staff
        .getByRole('listitem')
        .filter({ hasText: `${title}, its school` })
        .first()
      await school.getByText('Approve for further days').click()
      await school.getByLabel('Approved from').fill('2026-01-01')
      await school.getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(staff.getByText('The approval is recorded.')).toBeVisible()
    })

    await test.step('and it counts', async () => {
      await page.reload()
      await expect(page.getByText('Counts', { exact: true })).toBeVisible()
    })
  },
)

async function expectDownload(page: Page, link: ReturnType<Page['getByRole']>) {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="certificate-${createHash('sha256').update(PDF).digest('hex').slice(0, 8)}.pdf"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
  expect(new Uint8Array(await answer.body())).toEqual(PDF)
}
