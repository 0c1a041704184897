import type { PanelKind } from '#app/domain/keyed/panel.ts'

/** What a panel is asked to do, by what it judges. */
export const panelKindNames: Record<PanelKind, string> = {
  annotate: 'Coding of a transcript',
  'script-concordance': 'Concordance items',
  'situational-judgement': 'Judgement items',
  benchmark: 'Benchmark answer',
}
