import { useId } from 'react'
import type { Stage } from '#app/domain/pathway/stages.ts'

const WIDTH = 1120
const TOP = 62
const SWING = 26
const ROW = 74
/** Letters of a title in one line below its circle. */
const LINE_LETTERS = 15

/** The way to a status as one line with its stages: across a wide page, and down a narrow one. */
export function PathwayDrawing({ title, stages }: { title: string; stages: readonly Stage[] }) {
  const inWords = `${title}, in ${stages.length} stages: ${stages.map((stage, index) => `${index + 1}, ${stage.title}`).join('; ')}.`
  return (
    <div className="pathway-drawing">
      <Across stages={stages} inWords={inWords} />
      <Down stages={stages} inWords={inWords} />
    </div>
  )
}

type DrawingProps = { stages: readonly Stage[]; inWords: string }

function Across({ stages, inWords }: DrawingProps) {
  const id = useId()
  const step = WIDTH / stages.length
  const xs = stages.map((_, index) => step * (index + 0.5))
  const swing = (index: number) => (index % 2 === 0 ? -SWING : SWING)
  const line = xs.slice(1).map((x, index) => `Q${x - step / 2} ${TOP + 2 * swing(index)} ${x} ${TOP}`)
  return (
    <svg viewBox={`0 0 ${WIDTH} 150`} role="img" aria-labelledby={id} className="hidden w-full lg:block">
      <title id={id}>{inWords}</title>
      <path d={`M${xs[0]} ${TOP}${line.join('')}`} className="fill-none stroke-line-strong" strokeWidth={2.5} />
      {stages.map(({ title }, index) => (
        <g key={title} transform={`translate(${xs[index]} ${TOP})`}>
          <Circle number={index + 1} isLast={index === stages.length - 1} />
          {linesOf(title).map((words, line) => (
            <text key={words} y={48 + line * 21} textAnchor="middle" fontSize="17" className="fill-ink font-serif">
              {words}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}

function Down({ stages, inWords }: DrawingProps) {
  const id = useId()
  const ys = stages.map((_, index) => 30 + index * ROW)
  const line = ys.slice(1).map((y, index) => `Q${index % 2 === 0 ? 12 : 52} ${y - ROW / 2} 32 ${y}`)
  return (
    <svg
      viewBox={`0 0 340 ${60 + (stages.length - 1) * ROW}`}
      role="img"
      aria-labelledby={id}
      className="w-full max-w-[26rem] lg:hidden"
    >
      <title id={id}>{inWords}</title>
      <path d={`M32 ${ys[0]}${line.join('')}`} className="fill-none stroke-line-strong" strokeWidth={2.5} />
      {stages.map(({ title }, index) => (
        <g key={title} transform={`translate(32 ${ys[index]})`}>
          <Circle number={index + 1} isLast={index === stages.length - 1} />
          <text x="40" y="6" fontSize="19" className="fill-ink font-serif">
            {title}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Circle({ number, isLast }: { number: number; isLast: boolean }) {
  return (
    <>
      <circle
        r="21"
        className={isLast ? 'fill-accent-soft stroke-accent' : 'fill-primary-soft stroke-primary'}
        strokeWidth={2.5}
      />
      <text y="7" textAnchor="middle" fontSize="20" className="fill-ink font-serif lining-nums">
        {number}
      </text>
    </>
  )
}

/** A title in lines that fit below a circle. */
function linesOf(title: string): string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.length > 0 && longer.length <= LINE_LETTERS) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
