import type { Draft } from '../../edits/draft'
import { importStudio } from '../import'
import type { StudioReport } from '../report'

/** The draft and report of a text that must be a flow. */
export function imported(text: string | object, id = 'imported'): { draft: Draft; report: StudioReport } {
  const result = importStudio(typeof text === 'string' ? text : JSON.stringify(text), { id })
  if (!result.ok) throw new Error(`Not imported: ${JSON.stringify(result.problems)}`)
  return result
}
