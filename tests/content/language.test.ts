import { describe, expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import { lessonsAlike } from '#scripts/content/alike.ts'
import { readingGrade } from '#scripts/content/reading-level.ts'
import { misspelt } from '#scripts/content/spelling.ts'
import { wordsIn } from '#scripts/content/words.ts'

const faultsIn = (text: string) => misspelt(new Map([['lesson.md', text]])).map(findingLine)

describe('spelling', () => {
  it('is British, with the words of the field', () => {
    expect(
      faultsIn('The counsellor’s colleague organises a programme of mentalizing; she’d practise empathic judgement.'),
    ).toEqual([])
  })

  it('is not American, nor a slip, and each is told where it stands', () => {
    const words = ['behavior', 'counselor', 'center', 'color', 'analyze', 'recieve', 'teh']
    expect(faultsIn(words.map((word) => `Then the ${word}.`).join('\n'))).toEqual(
      words.map((word, index) => `lesson.md:${index + 1}:10 spelling: ${word} is not on the word list`),
    )
  })

  it('lets a name pass, and everything in a file that is no word', () => {
    const text = `- id: st-oyinlola\n  lesson: oyinlola\n  references: [vogt-norman-2019]\n  atLeast: 3\n  text: 'Ngozi hadn''t. [@storebo-2020]'\n:::keypnts{name="fyve"}`
    expect(faultsIn(text)).toEqual([])
  })

  it('looks at each part of a compound, and reads an apostrophe however it is written', () => {
    expect(wordsIn("cross-check\n  'don''t'")).toEqual([
      { text: 'cross', line: 1, column: 1 },
      { text: 'check', line: 1, column: 7 },
      { text: "don't", line: 2, column: 4 },
    ])
  })
})

describe('the reading level', () => {
  it('is that of Flesch and Kincaid', () => {
    // 0.39 × 6 words a sentence + 11.8 × 6 syllables in 6 words - 15.59
    expect(readingGrade({ paragraphs: ['The cat sat on the mat.'] })).toBeCloseTo(-1.45, 2)
  })

  it('rises with longer sentences and longer words', () => {
    const plain = readingGrade({ paragraphs: ['She went out. He stayed at home.'] })
    const long = readingGrade({
      paragraphs: ['Notwithstanding considerable institutional encouragement, participation deteriorated.'],
    })
    expect(long).toBeGreaterThan(plain)
  })
})

describe('two lessons', () => {
  const sentence = (seed: string, count = 40) =>
    Array.from({ length: count }, (_, index) => `${seed}${index}`).join(' ')
  const lesson = (name: string, ...paragraphs: string[]) => ({ name, minutes: 10, words: 100, paragraphs })

  it('that share a long passage are told once, with the passage', () => {
    const shared = sentence('shared', 25)
    const lessons = [
      lesson('a/one', sentence('first'), shared),
      lesson('a/two', shared, sentence('second')),
      lesson('b/three', sentence('third')),
    ]
    expect(lessonsAlike(lessons).map(findingLine)).toEqual([
      expect.stringMatching(
        /^a\/two:1:1 lesson: 38 % of its words stand in a\/one as well, among them "shared0 .* shared24"$/,
      ),
    ])
  })

  it('that share an expression are not', () => {
    const phrase = 'what was it like for you when that happened to you there'
    expect(
      lessonsAlike([lesson('a/one', sentence('first', 90), phrase), lesson('a/two', sentence('second', 90), phrase)]),
    ).toEqual([])
  })
})
