import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One sentence: who says it, in which of the synthesiser's voices, and how long to wait after it. */
export type Line = { speaker?: string; voice: string; says: string; pauseSeconds?: number }
type Timed = { startSeconds: number; endSeconds: number }

const SAMPLES_A_SECOND = 22_050
const HEADER_BYTES = 44
const PAUSE_SECONDS = 0.4

/** Has the lines read aloud by espeak-ng into one WAV file, and says when each of them is heard. */
export function speak<One extends Line>(lines: readonly One[], folder: string, wav: string): (One & Timed)[] {
  const pieces: Buffer[] = []
  let samples = 0
  const timed = lines.map((line, index) => {
    const piece = join(folder, `line-${index}.wav`)
    execFileSync('espeak-ng', ['-v', line.voice, '-s', '148', '-w', piece, line.says])
    const sound = readFileSync(piece).subarray(HEADER_BYTES)
    const silence = Buffer.alloc(Math.round((line.pauseSeconds ?? PAUSE_SECONDS) * SAMPLES_A_SECOND) * 2)
    const startSeconds = samples / SAMPLES_A_SECOND
    const endSeconds = startSeconds + sound.length / 2 / SAMPLES_A_SECOND
    pieces.push(sound, silence)
    samples += (sound.length + silence.length) / 2
    return { ...line, startSeconds, endSeconds }
  })
  writeFileSync(wav, wavOf(Buffer.concat(pieces)))
  return timed
}

/** One channel of 16 bits. */
function wavOf(sound: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + sound.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(SAMPLES_A_SECOND, 24)
  header.writeUInt32LE(SAMPLES_A_SECOND * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(sound.length, 40)
  return Buffer.concat([header, sound])
}

/** The lines as captions (WebVTT), each with the name of whoever speaks. */
export function captionsOf(lines: readonly (Line & Timed)[]): string {
  const cues = lines.map(
    ({ speaker, says, startSeconds, endSeconds }) =>
      `${clock(startSeconds)} --> ${clock(endSeconds)}\n${speaker ? `<v ${speaker}>` : ''}${says}\n`,
  )
  return `WEBVTT\n\n${cues.join('\n')}`
}

const clock = (seconds: number) => new Date(Math.round(seconds * 1_000)).toISOString().slice(11, 23)
