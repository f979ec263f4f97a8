import type { TelephonyAccount } from '../ports'
import type { Params } from '../twilio/event'
import type { Action } from '../urls'

/** A webhook whose signature held. */
export interface Webhook {
  account: TelephonyAccount
  params: Params
  /** The action its URL stands for, where it is one of ours. */
  action: Action | undefined
  /** `performance.now()` when it arrived. */
  began: number
}

/** A request that is genuine but must not change anything: a forged, foreign or impossible action. Journaled, answered 403. */
export class Refusal extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'Refusal'
  }
}
