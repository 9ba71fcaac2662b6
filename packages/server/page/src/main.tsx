import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';
import { App } from './app.tsx';
import './page.css';
import { currentSession } from './session.ts';
import type { Session } from './session.ts';
import { isChinese, texts } from './texts.ts';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no element with the id "root" to draw in.');
if (isChinese) document.documentElement.lang = 'zh-CN';
const root = createRoot(container);

let session: Session | null;
try {
  session = await currentSession();
  root.render(
    <StrictMode>
      <App initial={session} />
    </StrictMode>,
  );
} catch {
  root.render(<p role="alert">{texts.unreachable}</p>);
}
