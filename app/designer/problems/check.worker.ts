import { checkDraft } from '#flows/check/check-draft'
import type { Draft } from '#flows/edits/draft'

/* The chart check beside the screen, so that typing in a flow of a thousand nodes never waits for it. */
self.onmessage = ({ data }: MessageEvent<{ turn: number; draft: Draft }>) => {
  self.postMessage({ turn: data.turn, findings: checkDraft(data.draft) })
}
