/** The part of it that we use; it brings no types of its own. */
declare module 'nspell' {
  type Speller = { correct(word: string): boolean; add(word: string): Speller }
  export default function nspell(aff: Buffer, dic: Buffer): Speller
}
