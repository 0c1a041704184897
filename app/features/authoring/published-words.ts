import { inNumber } from '#app/domain/wording.ts'

/** What publishing did, for readers as well. */
export const publishedWords = ({ number, itemCount }: { number: number; itemCount: number }): string =>
  `Version ${number} is published. ${
    itemCount === 0
      ? 'Nothing of it is read by learners, so they have what they had.'
      : inNumber(itemCount, {
          one: 'Learners have a new version of what it belongs to.',
          other: 'Learners have new versions of the {n} things that it belongs to.',
        })
  }`
