import * as answering from './journey/answering.ts'
import * as certifying from './journey/certifying.ts'
import { expectNothingYet, readFeedback } from './journey/feedback.ts'
import { confirmAddress, signInByForm, signUp } from './journey/joining.ts'
import { markByKeyboard } from './journey/mark.ts'
import * as marking from './journey/marking.ts'
import { scriptOf } from './journey/script.ts'
import { newcomer, type Story } from './journey/story.ts'
import { enrol, studyCourse } from './journey/studying.ts'
import { writeByKeyboard, writeByToolbar } from './journey/writing.ts'
import { test } from './support/test.ts'

test('a clinician learns, answers a vignette, is marked, and gets a certificate that anybody can verify', async ({
  openBrowser,
  expectAccessible,
  expectRefusal,
}, { project }) => {
  // Some forty pages, each of them scanned.
  test.setTimeout(400_000)
  const trainee = newcomer(project.name, 'Journey')
  const story: Story = { trainee, openBrowser, expectRefusal, lookOver: expectAccessible }
  const page = await openBrowser()

  await test.step('a new trainee signs up, confirms the address by the mail and signs in', async () => {
    await signUp(page, story)
    await confirmAddress(page, story)
    await signInByForm(page, story)
  })

  await test.step('studies a course to its end, with a pause in the middle', async () => {
    await enrol(page, story)
    await studyCourse(page, story)
  })

  await test.step('answers its vignette, and cannot change the answer once it is submitted', async () => {
    await answering.beginVignette(page, story)
    await writeByToolbar(page)
    await writeByKeyboard(page)
    await answering.findItSaved(page, story)
    const leftOpen = await page.context().newPage()
    await leftOpen.goto(page.url())
    await answering.submitAnswer(page, story)
    await answering.writeInTabLeftOpen(leftOpen, (await scriptOf(trainee)).attemptId, story)
    await leftOpen.close()
  })

  const script = await scriptOf(trainee)
  const lead = await openBrowser('lena')
  await test.step('a training lead marks it without knowing whose it is', async () => {
    await marking.takeScript(lead, script, story)
    await markByKeyboard(lead, script, story)
    await marking.lockMark(lead, script, story)
  })

  await test.step('neither another lead nor the trainee sees anything of the mark', async () => {
    await marking.expectClosedTo(await openBrowser('tomas'), script, story)
    await expectNothingYet(page, story)
  })

  await test.step('with the release the trainee reads the feedback, has passed, and sees it counted', async () => {
    await marking.release(lead, script, story)
    await readFeedback(page, story)
    await certifying.seeProgress(page, story)
  })

  await test.step('accreditation staff issue the certificate, and anybody can verify it', async () => {
    await certifying.issueCertificate(await openBrowser('grace'), story)
    const number = await certifying.fetchCertificate(page, story)
    const address = await page.getByRole('link', { name: `/verify/${number}` }).getAttribute('href')
    const anybody = await openBrowser()
    await certifying.verifyAsAnybody(anybody, address ?? '', story)
    await certifying.verifyWrongNumbers(anybody, number, story)
  })
})
