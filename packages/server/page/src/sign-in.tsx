import { useState } from 'react';
import { signIn } from './session.ts';
import type { Session } from './session.ts';
import { texts } from './texts.ts';

/** Asks for the code from the terminal, or for the secret key. */
export function SignIn({ onSession }: { onSession: (session: Session) => void }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit() {
    setPending(true);
    const answer = await signIn(code);
    setPending(false);
    if ('problem' in answer) setProblem(texts[answer.problem]);
    else onSession(answer);
  }

  return (
    <main className="oriel-panel sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>{texts.title}</h1>
        <label>
          {texts.code}
          <input
            type="password"
            autoComplete="one-time-code"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- There is nothing else on the page.
            autoFocus
            required
            aria-describedby="hint"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <p id="hint">{texts.hint}</p>
        {problem !== null && <p role="alert">{problem}</p>}
        <button type="submit" className="oriel-button" disabled={isPending}>
          {texts.enter}
        </button>
      </form>
    </main>
  );
}
