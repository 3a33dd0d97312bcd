import { contextBridge, ipcRenderer, webUtils } from 'electron';

// Main names the requests that this window may make (derived from the contract): the bridge has one function for each and nothing general.
const flag = '--knoop-requests=';
const names = (process.argv.find((argument) => argument.startsWith(flag)) ?? flag).slice(flag.length).split(',');

contextBridge.exposeInMainWorld('knoop', {
  requests: Object.fromEntries(names.map((name) => [name, (args: unknown) => ipcRenderer.invoke(name, args)])),
  onEvent: (listener: (name: string, payload: unknown) => void) => {
    ipcRenderer.on('app.event', (_event, name: string, payload: unknown) => listener(name, payload));
  },
  // A path can be had only for a file that the user dropped; the page itself never sees it.
  grantFile: (file: File) => ipcRenderer.invoke('app.grantFile', webUtils.getPathForFile(file)),
});

// A message port cannot cross the bridge, so it is handed on to the page's own window.
ipcRenderer.on('case.port', (event) => window.postMessage('case.port', window.location.origin, event.ports));
