/** What is asked of the window, asked of the real window: it can show Knoop and do nothing else. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, startKnoop, test } from './harness/knoop';
import { writeSettings } from './harness/place';
import { makeSample } from './harness/sampleCase';
import { program } from './harness/program';

/** Word for word: a weaker policy must not come in unseen. The one trusted type gives out one address, the layout worker's. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types knoop-layout";

test('every window is a sandboxed page without Node', { tag: '@packaged' }, async ({ start }) => {
  const { app, page } = await start();
  const windows = await app.evaluate(({ webContents }) => webContents.getAllWebContents().filter((each) => each.getType() === 'window').map((each) => (each as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()));
  expect(windows).toHaveLength(1);
  // Off is left out of this answer for workers; that they have no Node stands in the page's own globals below.
  expect(windows[0]?.['nodeIntegrationInWorker'] ?? false).toBe(false);
  expect(windows[0]).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false, allowRunningInsecureContent: false });

  const inPage = await page.evaluate(() => ({ names: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter((name) => name in window), bridge: Object.keys((window as unknown as { knoop: object }).knoop).toSorted() }));
  expect(inPage.names).toEqual([]);
  // No general way to send: one function per request, one listener, and the path of a dropped file.
  expect(inPage.bridge).toEqual(['grantFile', 'onEvent', 'requests']);
  const opened = await page.evaluate(() => document.createElement('webview').constructor === HTMLElement);
  expect(opened).toBe(true);
});

test('the page comes with the strict policy, and only from inside the program', { tag: '@packaged' }, async ({ start }) => {
  const { page } = await start();
  const answers = await page.evaluate(async () => {
    const ask = async (address: string) => fetch(address).then((reply) => ({ status: reply.status, policy: reply.headers.get('content-security-policy'), type: reply.headers.get('x-content-type-options') }), () => null);
    return {
      page: await ask('knoop://app/index.html'), above: await ask('knoop://app/..%2f..%2fpackage.json'), encoded: await ask('knoop://app/%2e%2e/%2e%2e/package.json'), absolute: await ask('knoop://app//etc/passwd'),
      otherHost: await ask('knoop://other/index.html'), posted: await fetch('knoop://app/index.html', { method: 'POST' }).then((reply) => reply.status, () => 0),
    };
  });
  expect(answers.page).toEqual({ status: 200, policy: POLICY, type: 'nosniff' });
  for (const refused of [answers.above, answers.encoded, answers.absolute, answers.otherHost]) expect(refused?.status ?? 404).toBeGreaterThanOrEqual(400);
  expect(answers.posted === 0 || answers.posted >= 400).toBe(true);
});

test('no permission is granted', async ({ start }) => {
  const { page } = await start();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage', 'storage-access', 'screen-wake-lock'];
    return Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state, () => 'unknown')));
  });
  expect(states).not.toContain('granted');
  expect(states).not.toContain('prompt');
  const asked = await page.evaluate(async () => ({
    place: await new Promise((resolve) => { navigator.geolocation.getCurrentPosition(() => resolve('granted'), () => resolve('refused')); }),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', () => 'refused'),
    notice: await Notification.requestPermission(),
  }));
  expect(asked).toEqual({ place: 'refused', camera: 'refused', notice: 'denied' });
});

test('no vector leaves the page, opens a window or runs what was put in', async ({ start }) => {
  const { app, page } = await start();
  const before = page.url();
  await app.evaluate(({ app: program, BrowserWindow }) => {
    const seen = globalThis as unknown as { navigations: string[]; windows: number };
    seen.navigations = [];
    seen.windows = 0;
    program.on('browser-window-created', () => { seen.windows += 1; });
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-frame-navigate', (_event, url) => { seen.navigations.push(url); });
  });
  const ran = await page.evaluate(async () => {
    const targets = ['file:///etc/passwd', 'https://example.org/', 'http://127.0.0.1:1/', 'data:text/html,<script>parent.hacked=1</script>', 'javascript:window.hacked=1', 'knoop://other/', '\\\\server\\share\\x.html', URL.createObjectURL(new Blob(['<script>opener.hacked=1</script>'], { type: 'text/html' }))];
    const tries: (() => void)[] = targets.flatMap((target) => [
      () => { window.open(target); },
      () => { location.href = target; },
      () => { location.assign(target); },
      () => { const link = document.createElement('a'); link.href = target; link.target = '_blank'; document.body.append(link); link.click(); link.remove(); },
      () => { const link = document.createElement('a'); link.href = target; document.body.append(link); link.click(); link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true })); link.remove(); },
      () => { const form = document.createElement('form'); form.action = target; document.body.append(form); form.submit(); form.remove(); },
      () => { const frame = document.createElement('iframe'); frame.src = target; document.body.append(frame); },
      () => { const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = `0;url=${target}`; document.head.append(meta); meta.remove(); },
      () => { const image = new Image(); image.src = target; },
    ]);
    tries.push(
      () => { document.body.innerHTML = '<img src=x onerror="window.hacked=1">'; },
      () => { const script = document.createElement('script'); script.textContent = 'window.hacked=1'; document.body.append(script); },
      () => { const script = document.createElement('script'); script.src = 'https://example.org/x.js'; document.body.append(script); },
      () => { document.write('<script>window.hacked=1</script>'); },
      () => { const div = document.createElement('div'); div.setAttribute('onclick', 'window.hacked=1'); document.body.append(div); div.click(); div.remove(); },
      () => { setTimeout('window.hacked=1' as unknown as () => void, 0); },
      () => { new Worker(URL.createObjectURL(new Blob(['1']))); },
    );
    for (const attempt of tries) {
      try {
        attempt();
      } catch {
        // Refused at once, which is as good as refused later.
      }
    }
    // Asked for later than all of these, and of the same process that would navigate: once it is answered they have had their turn.
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    await fetch('knoop://app/index.html');
    const socket = await new Promise((resolve) => { try { const opened = new WebSocket('ws://127.0.0.1:1'); opened.onopen = () => resolve('open'); opened.onerror = () => resolve('refused'); } catch { resolve('refused'); } });
    const out = await fetch('https://example.org/').then(() => 'answered', () => 'refused');
    const beacon = (() => { try { return navigator.sendBeacon('https://example.org/', 'x') ? 'queued' : 'refused'; } catch { return 'refused'; } })();
    await fetch('knoop://app/index.html');
    return { hacked: 'hacked' in window, socket, out, beacon: beacon === 'queued' ? 'queued' : 'refused' };
  });
  expect(ran.hacked).toBe(false);
  expect(ran.socket).toBe('refused');
  expect(ran.out).toBe('refused');
  expect(page.url()).toBe(before);
  const seen = await app.evaluate(({ BrowserWindow }) => ({ ...(globalThis as unknown as { navigations: string[]; windows: number }), open: BrowserWindow.getAllWindows().length }));
  expect({ left: seen.navigations.filter((url) => !url.startsWith('about:') && !url.startsWith('chrome-error:')), windows: seen.windows, open: seen.open }).toEqual({ left: [], windows: 0, open: 1 });
});

/** Requests that went out of the program, or tried to. */
function watchRequests(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ session }) => {
    const seen = globalThis as unknown as { outside: string[] };
    seen.outside = [];
    const note = ({ url }: { url: string }): void => {
      if (!/^(knoop:\/\/app\/|blob:knoop:\/\/app\/|data:)/.test(url)) seen.outside.push(url);
    };
    session.defaultSession.webRequest.onSendHeaders(note);
    session.defaultSession.webRequest.onErrorOccurred(note);
  });
}

test('making a case asks nothing of the network', async ({ start }) => {
  const { app, page, ask } = await start();
  await watchRequests(app);
  await page.evaluate(() => (window as unknown as { knoop: { requests: Record<string, (args: unknown) => Promise<unknown>> } }).knoop.requests['app.createCase']!({ name: 'Quiet', reference: '', folder: null, passphrase: null }));
  expect((await ask('case.info', {})).settings.name).toBe('Quiet');
  expect(await app.evaluate(() => (globalThis as unknown as { outside: string[] }).outside)).toEqual([]);
});

test('the whole program connects to no network address', { tag: '@packaged' }, async ({ target, place }) => {
  const traced = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
  test.skip(!traced, 'strace is not here, or may not trace');
  const trace = join(place.scratch, 'trace');
  const wrapped = join(place.scratch, 'traced');
  const { executable } = program(target, place);
  writeFileSync(wrapped, `#!/bin/sh\nexec strace -f --seccomp-bpf -e trace=connect,sendto,sendmmsg -e signal=none -o '${trace}' '${executable}' "$@"\n`);
  chmodSync(wrapped, 0o755);
  writeSettings(place);
  const knoop = await startKnoop(target, place, wrapped);
  await makeSample(knoop, null);
  await knoop.quit();
  expect(existsSync(trace)).toBe(true);
  const lines = readFileSync(trace, 'utf8').split('\n');
  expect(lines.filter((line) => line.includes('AF_UNIX')).length, 'the trace saw the program at work').toBeGreaterThan(0);
  expect(lines.filter((line) => /sa_family=AF_INET6?/.test(line))).toEqual([]);
});
