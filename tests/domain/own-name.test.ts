import { describe, expect, it } from 'vitest'
import { ownNameFinder } from '#app/domain/own-name.ts'

const found = (text: string, name: string, caseText?: string) =>
  ownNameFinder(name, caseText)(text).map(({ from, to }) => text.slice(from, to))

describe('one’s own name', () => {
  it.each([
    ['I, Noor Haddad, would say so.', 'Noor Haddad', ['Noor Haddad']],
    ['I am NOOR and I say so.', 'Noor Haddad', ['NOOR']],
    ["It was haddad’s idea, and Noor's.", 'Noor Haddad', ['haddad', 'Noor']],
    ['Signed: Noor\nHaddad', 'Noor Haddad', ['Noor\nHaddad']],
    ['Best wishes, Jose', 'José Núñez', ['Jose']],
    ['Best wishes, Zoë', 'Zoe Frank', ['Zoë']],
    ['Anne-Marie here', 'Anne-Marie de Vries', ['Anne-Marie']],
    ['(Noor)', 'Noor', ['Noor']],
    ['Yours, O’Hara', "Sean O'Hara", ['O’Hara']],
  ])('is found in “%s”', (text, name, names) => expect(found(text, name)).toEqual(names))

  it.each([
    ['The noorish quarter.', 'Noor Haddad'],
    ['The van goes to de Vries.', 'Jan van den Berg'],
    ['A J. and a B.', 'J. B. Smith'],
    ['', 'Noor'],
    ['Nothing here (.*+?[', '(.*+?['],
  ])('is not found in “%s”', (text, name) => expect(found(text, name)).toEqual([]))

  it('that is a word as well is found only where a name would be seen', () => {
    expect(found('Will you sit down? I will wait. “Will that do?” It will.', 'Will Young')).toEqual([])
    expect(found('I said that I am Will, and that I will wait.', 'Will Young')).toEqual(['Will'])
    expect(found('I am will young.', 'Will Young')).toEqual(['will young'])
  })

  it('that somebody in the case has as well is found only as a whole', () => {
    const text = 'You were angry, Jerome. I am Jerome Smith.'
    expect(found(text, 'Jerome Smith', 'Jerome, 31, packs the night line.')).toEqual(['Jerome Smith'])
  })
})
