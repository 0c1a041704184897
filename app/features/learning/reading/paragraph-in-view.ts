/** How far down the screen eyes rest while reading. */
const READING_LINE = 1 / 3

/** The paragraph that is being read: the last one that begins above the reading line. What is folded away is not read. */
export function paragraphInView(text: HTMLElement, screenHeight: number): string | undefined {
  let reached: string | undefined
  for (const paragraph of text.querySelectorAll<HTMLElement>('[id^="p-"]')) {
    const { top, height } = paragraph.getBoundingClientRect()
    if (height > 0 && top <= screenHeight * READING_LINE) reached = paragraph.id
  }
  return reached
}
