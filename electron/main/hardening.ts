import { app, type Session, type WebContents } from 'electron';
import { ORIGIN } from './scheme';

/** Start switches that would open the program to other programs; the packaged app ends when it meets one. */
const REFUSED_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'no-sandbox', 'disable-web-security', 'load-extension', 'js-flags', 'inspect', 'inspect-brk', 'proxy-server', 'host-rules', 'host-resolver-rules'];

/** The first refused switch on the command line, or null. Development runs, and builds made for tests (a constant set when building, not an environment variable), may use them. */
export function refusedSwitch(): string | null {
  if (!app.isPackaged || import.meta.env.VITE_KNOOP_TEST_BUILD === '1') return null;
  return REFUSED_SWITCHES.find((name) => app.commandLine.hasSwitch(name)) ?? null;
}

/** Chromium services that would reach for the network, or for a user's keyring, are off before the app is ready. */
export function silenceChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('disable-sync');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('disable-quic');
  app.commandLine.appendSwitch('dns-prefetch-disable');
  app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess,MediaRouter,OptimizationHints,Translate,AutofillServerCommunication,DialMediaRouteProvider,NetworkTimeServiceQuerying,HardwareMediaKeyHandling');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Nothing is permitted, nothing is fetched but the app's own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Without languages there is no dictionary that Chromium would download, which it does even where checking is off.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    const own = details.url.startsWith(`${ORIGIN}/`) || details.url.startsWith('blob:knoop://app/') || details.url.startsWith('data:') || (!app.isPackaged && details.url.startsWith('devtools://'));
    decide({ cancel: !own });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** A window stays where it is: it opens no other and goes nowhere. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
