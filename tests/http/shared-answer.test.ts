import { expect, it } from 'vitest'
import { sharedAnswer } from '#app/http/shared-answer.ts'

/** A question that is answered when the test says so, by how often it has been put. */
function held() {
  const waiting: (() => void)[] = []
  let asked = 0
  const shared = sharedAnswer(() => {
    asked += 1
    const number = asked
    return new Promise<number>((resolve) => waiting.push(() => resolve(number)))
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { shared, settle, answer: () => waiting.shift()?.(), asked: () => asked }
}

it('is put once for all who ask together', async () => {
  const { shared, settle, answer, asked } = held()
  const all = Promise.all([shared(), shared(), shared()])
  await settle()
  answer()
  expect(await all).toEqual([1, 1, 1])
  expect(asked()).toBe(1)
})

it('whoever asks while an answer is on its way waits for the next one', async () => {
  const { shared, settle, answer } = held()
  const first = shared()
  await settle()
  const later = Promise.all([shared(), shared()])
  answer()
  expect(await first).toBe(1)
  await settle()
  answer()
  expect(await later).toEqual([2, 2])
})

it('a question that fails fails for those who waited for it, and is put again for the next', async () => {
  let fails = true
  const shared = sharedAnswer(async () => {
    if (fails) throw new Error('away')
    return 'there'
  })
  await expect(Promise.all([shared(), shared()])).rejects.toThrow('away')
  fails = false
  expect(await shared()).toBe('there')
})

it('stands for as long as it may, and is put again after that', async () => {
  let time = 0
  let asked = 0
  const shared = sharedAnswer(async () => ++asked, { standsMs: 100, clock: () => time })
  const at = (moment: number) => {
    time = moment
    return shared()
  }
  expect([await at(0), await at(99), await at(100), await at(150)]).toEqual([1, 1, 2, 2])
})
