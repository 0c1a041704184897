import type { Root } from 'mdast'
import { type ContainerDirective, isBlock, labelAndContent, readTurn } from './lesson-format.ts'
import { everyNode, textNodes } from './markdown.ts'

/** A recording as published with its lesson. `file` is its name under `media/`, and its bytes are kept by their digest. */
export type LessonMedia = { file: string; bytes: number; sha256: string; captions: string }

const TYPES = { m4a: 'audio/mp4', mp4: 'video/mp4' } as const

export const mediaType = (file: string) => TYPES[file.endsWith('.mp4') ? 'mp4' : 'm4a']

export const captionsFile = (file: string) => file.replace(/\.\w+$/, '.vtt')

/** The file that a block of a lesson plays. */
export function recordingOf({ name, attributes }: ContainerDirective): string | undefined {
  if (name === 'film' && attributes?.name) return `${attributes.name}.mp4`
  return name === 'dialogue' && attributes?.audio ? `${attributes.audio}.m4a` : undefined
}

/** The blocks of a lesson that play something. */
export const recordedBlocks = (root: Root): { block: ContainerDirective; file: string }[] =>
  [...everyNode(root)].filter(isBlock).flatMap((block) => {
    const file = recordingOf(block)
    return file ? [{ block, file }] : []
  })

/** What somebody reads in place of hearing it: what is said in a dialogue without its notes, or a film's transcript. */
export function transcriptOf(block: ContainerDirective): string {
  const { content } = labelAndContent(block)
  const [list] = content
  const said =
    block.name === 'dialogue' && list?.type === 'list' ? list.children.flatMap((turn) => readTurn(turn) ?? []) : []
  const nodes = block.name === 'dialogue' ? said.map(({ says }) => says) : content
  return nodes.flatMap((node) => textNodes(node).map(({ value }) => value)).join(' ')
}

export type Cue = { startSeconds: number; endSeconds: number; words: string }

const CUE = /^(\d\d):([0-5]\d):([0-5]\d\.\d{3}) --> (\d\d):([0-5]\d):([0-5]\d\.\d{3})$/

const seconds = (hours = '', minutes = '', rest = '') => Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)

/** Captions in the part of WebVTT that is used here: each cue is a line of its times and lines of words. Nothing when they cannot be read. */
export function readCaptions(text: string): Cue[] | undefined {
  const [head, ...blocks] = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
  if (head !== 'WEBVTT' || blocks.length === 0) return undefined
  const cues = blocks.map((block) => {
    const [times = '', ...lines] = block.split('\n')
    const found = CUE.exec(times)
    if (!found || lines.length === 0) return undefined
    const [, ...parts] = found
    const words = lines.join(' ').replaceAll(/<[^>]*>/g, '')
    return { startSeconds: seconds(...parts.slice(0, 3)), endSeconds: seconds(...parts.slice(3)), words }
  })
  return cues.every((cue) => cue !== undefined) ? cues : undefined
}
