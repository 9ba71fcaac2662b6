import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Store } from '@oriel/core';
import { hashHistory, en, zhCN, OrielDashboard } from '@oriel/dashboard';
import { httpStore } from '@oriel/stores/http';
import { readCharts } from './read-charts.ts';
import { sessionFetch, signOut } from './session.ts';
import type { Session } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { isChinese, texts } from './texts.ts';

const messages = isChinese ? zhCN : en;
const history = hashHistory();
const endpoint = window.location.origin;

/** Whoever holds a code or the secret key. */
const AUTHOR = { id: 'owner', name: isChinese ? '所有者' : 'Owner' };

/** The sign-in, and then the dashboard over what the collector keeps. */
export function App({ initial }: { initial: Session | null }) {
  const [session, setSession] = useState(initial);
  const [isLeaving, setIsLeaving] = useState(false);
  const { store, problem } = useStore(isLeaving ? null : session, () => setSession(null));

  async function leave() {
    // First the page stops asking: what it asks for afterwards would be refused.
    flushSync(() => setIsLeaving(true));
    try {
      await signOut();
      setSession(null);
    } finally {
      setIsLeaving(false);
    }
  }

  if (session === null) return <SignIn onSession={setSession} />;
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (store === null) return null;
  return (
    <OrielDashboard
      store={store}
      history={history}
      messages={messages}
      author={AUTHOR}
      readCharts={readCharts}
      connection={{ endpoint, publicKey: session.publicKey }}
      actions={
        <button type="button" className="oriel-button" onClick={() => void leave()}>
          {texts.leave}
        </button>
      }
    />
  );
}

/** The store of whoever is signed in, opened anew for each session. */
function useStore(session: Session | null, onSignedOut: () => void) {
  const [opened, setOpened] = useState<{ store: Store | null; problem: string | null }>(NOTHING);
  const [onOver] = useState(() => onSignedOut);

  useEffect(() => {
    if (session === null) return undefined;
    let isGone = false;
    let open: Store | null = null;
    async function connect() {
      try {
        open = await httpStore({ url: endpoint, fetch: sessionFetch(onOver) });
        if (isGone) await open.traces.close();
        else setOpened({ store: open, problem: null });
      } catch (error) {
        if (!isGone) setOpened({ store: null, problem: messageOf(error) });
      }
    }
    void connect();
    return () => {
      isGone = true;
      void open?.traces.close();
      setOpened(NOTHING);
    };
  }, [session, onOver]);

  return opened;
}

const NOTHING = { store: null, problem: null };

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
