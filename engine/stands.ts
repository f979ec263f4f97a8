import type { Step } from './step'

/** The nodes a session stands in after a step; for one that is over, the node it ended in. */
export const standsIn = ({ after, path }: Pick<Step, 'after' | 'path'>): string[] => (after.length > 0 ? after : path.slice(-1))
