/** Longest a piece of work may take before another process may try it: a request of 10 s and its commit. */
export const leaseMs = 15_000
