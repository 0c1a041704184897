import { dayWords } from '#app/domain/pathway/days.ts'
import type { Block } from '#app/pdf/report/report.ts'

/** The heading of a class of evidence, with how much of it there is. */
export const classHeading = (name: string, count: number): Block => ({
  kind: 'heading',
  level: 2,
  text: `${name} (${count})`,
})

export const nothing: Block[] = [{ kind: 'paragraph', tone: 'quiet', text: 'There is none.' }]

type Column = readonly [title: string, share: number]

/** Columns with how wide they are beside each other, then the rows. */
export function table(...parts: [...columns: Column[], rows: string[][]]): Block {
  const rows = parts.at(-1) as string[][]
  const columns = (parts.slice(0, -1) as Column[]).map(([title, share]) => ({ title, share }))
  return { kind: 'table', columns, rows }
}

export const byDay = (a: { on: string }, b: { on: string }): number => (a.on < b.on ? -1 : Number(a.on > b.on))

/** `3 Mar 2026`: where there is little room. */
export const shortDay = (day: string): string => dayWords(day).replace(/^(\d+) (\w{3})\w* /, '$1 $2 ')

/** A class of evidence that is one table. */
export function section(name: string, rows: string[][], ...columns: [title: string, share: number][]): Block[] {
  return [classHeading(name, rows.length), ...(rows.length === 0 ? nothing : [table(...columns, rows)])]
}
