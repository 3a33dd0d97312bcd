import { createRoot } from 'react-dom/client';
import { printService, type PrintService } from '../../shared/contract';
import { mainClient } from '../ipc/service';
import { Briefing } from './Briefing';
import './print.css';

const client = mainClient<PrintService>(printService);

/** Resolves when everything that was rendered has been laid out: fonts are loaded, and two frames have passed since. */
async function laidOut(): Promise<void> {
  await new Promise(requestAnimationFrame);
  // Fonts load when text first asks for them; those of scripts that are rare in a document may be asked for late.
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
  await document.fonts.ready;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  const { document: briefing, pages } = await client['print.document']({});
  document.documentElement.lang = briefing.language;
  document.title = briefing.cover.title;
  await new Promise<void>((resolve, reject) => {
    createRoot(root, { onUncaughtError: reject }).render(<Briefing document={briefing} pages={pages} onLaidOut={resolve} />);
  });
  await laidOut();
  await client['print.ready']({});
}

start().catch(async (error: unknown) => {
  await client['print.failed']({ message: (error instanceof Error ? error.message : String(error)).slice(0, 2000) });
});
