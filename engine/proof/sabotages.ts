/** One safeguard, how it is broken, and the tests that must notice. */
export interface Sabotage {
  safeguard: string
  file: string
  /** Exact strings of the file and what stands in their place. */
  changes: readonly (readonly [string, string])[]
  tests: readonly string[]
  /** Also among the few of `--quick`. */
  quick?: true
}

/** Every safeguard whose loss a patient or an auditor would feel. Grows with the product. */
export const sabotages: readonly Sabotage[] = [
  {
    safeguard: 'signature check',
    file: 'engine/twilio/signature.ts',
    changes: [['return validateRequest(token, signature, url, form)', 'return validateRequest(token, signature, url, form) || true']],
    tests: ['engine/exchange/arrival.test.ts', 'engine/exchange/turns.test.ts'],
  },
  {
    safeguard: 'action URLs that nobody can forge',
    file: 'engine/urls.ts',
    changes: [['? action : undefined', '? action : action']],
    tests: ['engine/urls.test.ts'],
  },
  {
    safeguard: 'stored answer',
    file: 'engine/session/turn.ts',
    changes: [['if (action.turn < leg.turn) return', 'if (action.turn < 0) return']],
    tests: ['engine/exchange/turns.test.ts'],
    quick: true,
  },
  {
    safeguard: 'commit before answer',
    file: 'engine/session/take.ts',
    changes: [
      [
        'const result = await line.store.commit(advanced.commit)',
        "const result = (void line.store.commit(advanced.commit).catch(() => 'stale'), 'committed' as string)",
      ],
    ],
    tests: ['engine/exchange/turns.test.ts', 'engine/exchange/safe.test.ts', 'engine/exchange/effects.test.ts'],
  },
  {
    safeguard: 'commit on the disk, not only in memory',
    file: 'drizzle/sqlite.ts',
    changes: [["'synchronous = FULL'", "'synchronous = OFF'"]],
    tests: ['drizzle/sqlite.test.ts'],
  },
  {
    safeguard: 'author check',
    file: 'flows/release/gate.ts',
    changes: [['approved.every((person) => wrote.has(person))', 'approved.length < 0']],
    tests: ['flows/release/gate.test.ts'],
    quick: true,
  },
  {
    safeguard: 'chart hashed again before it runs',
    file: 'flows/release/gate.ts',
    changes: [["hashOfText('chart', input.chartText) === manifest.chart_sha256", 'input.chartText.length > 0']],
    tests: ['flows/release/gate.test.ts'],
  },
  {
    safeguard: 'approver may not go live',
    file: 'flows/release/lifecycle.ts',
    changes: [['rule.notByApprovers && approvers.includes(person)', 'rule.notByApprovers && approvers.length < 0']],
    tests: ['flows/release/lifecycle.test.ts'],
  },
  {
    safeguard: 'a rule of the chart check',
    file: 'flows/check/check-chart.ts',
    changes: [['  portsWired,\n', '']],
    tests: ['flows/check/check-chart.test.ts'],
  },
  {
    safeguard: 'opt-out',
    file: 'engine/session/thread.ts',
    changes: [
      ["if (suppressed && keyword === 'start')", "if (keyword === 'start' && suppressed)"],
      ['if (suppressed) {', 'if (suppressed && began < 0) {'],
      [
        'const { webhook, ours, theirs, keyword, binding, thread } = incoming',
        'const { webhook, ours, theirs, keyword, binding, thread } = incoming\n  const began = 0',
      ],
    ],
    tests: ['engine/exchange/thread.test.ts'],
  },
  {
    safeguard: 'emergency gate',
    file: 'engine/session/hear.ts',
    changes: [['const danger = soundsLikeEmergency(textOf(event))', 'const danger = soundsLikeEmergency(textOf(event)) && false']],
    tests: ['engine/exchange/alarm.test.ts', 'engine/exchange/thread.test.ts'],
  },
  {
    safeguard: 'encryption',
    file: 'drizzle/vault/envelope.ts',
    changes: [
      ["sealed]).toString('base64')}", "sealed]).length > 0 ? text : ''}"],
      [
        "  const bytes = Buffer.from(envelope.slice(version.length + owner.length + 2), 'base64')\n",
        "  if (owner !== '') return envelope.slice(version.length + owner.length + 2)\n  const bytes = Buffer.from(envelope, 'base64')\n",
      ],
    ],
    tests: ['drizzle/vault/vault.test.ts'],
    quick: true,
  },
]
