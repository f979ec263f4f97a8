import type { Case } from './case'
import { callsCases } from './cases-of-calls'
import { flowsCases } from './cases-of-flows'
import { houseCases } from './cases-of-house'

/** Queries that find the organisation instead of taking it, and the takers of due work, whose rows say whose they are. */
export const crossing = [
  'accounts.accountOfPath',
  'numbers.bindingOfNumber',
  'organisations.organisations',
  'outbox.leaseWork',
  'people.hasDemoPeople',
  'people.peopleOfEmail',
  'timers.leaseTimers',
]

/** A case for every query. One without a case fails the test of the list. */
export const casesOfQueries: Record<string, Case> = { ...houseCases, ...flowsCases, ...callsCases }
