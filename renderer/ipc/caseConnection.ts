import { useSyncExternalStore } from 'react';
import { caseService, Failure, type CaseService } from '../../shared/contract';
import { connect, type Connection } from '../../shared/contract/port';
import { listenApp } from './app';

type CaseConnection = Connection<CaseService>;

let current: CaseConnection | null = null;
let started = false;
const watchers = new Set<() => void>();

function change(next: CaseConnection | null): void {
  current?.drop();
  current = next;
  for (const watcher of watchers) watcher();
}

/** Begins to wait for ports from main; call once, when the page starts. */
export function startCaseConnection(): void {
  if (started) return;
  started = true;
  window.addEventListener('message', (event) => {
    // Only the preload of this very window may hand a port in.
    if (event.source !== window || event.data !== 'case.port') return;
    const port = event.ports[0];
    if (!port) return;
    change(connect({ post: (message) => port.postMessage(message), listen: (receive) => { port.onmessage = (received) => receive(received.data); } }, caseService));
  });
  listenApp('app.caseClosed', () => change(null));
}

/** For tests: puts a connection in place as if its port had come. */
export function setCaseConnection(connection: CaseConnection | null): void {
  change(connection);
}

export function caseConnection(): CaseConnection | null {
  return current;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The connection, as soon as its port has come; it follows the answer that a case is open. Rejects with Failure "connectionLost" after `milliseconds`. */
export function nextCaseConnection(milliseconds: number): Promise<CaseConnection> {
  return new Promise((resolve, reject) => {
    const stop = watch(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Failure('connectionLost'));
    }, milliseconds);
    function look(): void {
      if (!current) return;
      clearTimeout(timer);
      stop();
      resolve(current);
    }
    look();
  });
}

/** The connection to the open case, null while none is open; changes when a case opens, closes or its process is started again. */
export function useCaseConnection(): CaseConnection | null {
  return useSyncExternalStore(watch, caseConnection, caseConnection);
}
