'use server'

/** Signs a person in. Answers with the key of a message under `login.error` where it could not. */
export async function signIn(_previous: { error?: string } | undefined, _form: FormData): Promise<{ error?: string }> {
  return { error: 'unavailable' }
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {}
