import { beginVignette, declareAndSubmit, VIGNETTE } from './journey/answering.ts'
import { confirmAddress, signInByForm, signUp } from './journey/joining.ts'
import { markByForm } from './journey/mark.ts'
import * as marking from './journey/marking.ts'
import { scriptOf } from './journey/script.ts'
import { newcomer, type Story } from './journey/story.ts'
import { enrol, studyLesson } from './journey/studying.ts'
import { PLAIN, writeInPlainBoxes } from './journey/writing.ts'
import { expect, test } from './support/test.ts'

test.use({ javaScriptEnabled: false })

test('a clinician learns, answers and is marked in browsers that run no script', async ({
  openBrowser,
  expectRefusal,
}, { project }) => {
  test.setTimeout(60_000)
  const trainee = newcomer(project.name, 'Plain')
  const story: Story = { trainee, openBrowser, expectRefusal, lookOver: async () => {} }
  const page = await openBrowser()

  await test.step('a new trainee signs up, confirms the address and signs in', async () => {
    await signUp(page, story)
    await confirmAddress(page, story)
    await signInByForm(page, story)
  })

  await test.step('enrols, reads a lesson and answers its questions', async () => {
    await enrol(page, story)
    await studyLesson(page, story)
  })

  await test.step('answers the vignette in plain boxes and submits it', async () => {
    await page.goto('/learn/therapeutic-stance')
    await beginVignette(page, story)
    await writeInPlainBoxes(page)
    await declareAndSubmit(page)
  })

  await test.step('a training lead marks it on the plain form and locks the mark', async () => {
    const lead = await openBrowser('lena')
    const script = await scriptOf(trainee)
    await marking.takeScript(lead, script, story)
    await markByForm(lead)
    await lead.getByRole('button', { name: 'Lock this mark' }).click()
    await marking.expectLocked(lead, script)
  })

  await test.step('and the trainee can read the answer, which is still with its marker', async () => {
    await page.goto(`/vignettes/${VIGNETTE.slug}/attempts/1`)
    await expect(page.getByRole('region', { name: 'What you wrote' })).toContainText(PLAIN.say)
  })
})
