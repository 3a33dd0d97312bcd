import { act } from '@testing-library/react';
import { appService, caseService, Failure, type AppService, type AppSettings, type CaseService, type Handlers } from '../../shared/contract';
import { answer, connect, serve, type Port } from '../../shared/contract/port';
import { changeSession, INITIAL_SESSION } from '../../renderer/actions/session';
import { useChartView } from '../../renderer/actions/chartView';
import { useWork } from '../../renderer/actions/work';
import { setCaseConnection } from '../../renderer/ipc/caseConnection';
import { useSelection } from '../../renderer/case/selection';
import { useNotices } from '../../renderer/ui/notices';
import { FAKE_TYPES } from './fakeTypes';

export const SETTINGS: AppSettings = { language: 'nl', theme: 'light', actor: 'K. Peeters', service: 'Taskforce', dock: null, sampleOffered: true };

const NO_HISTORY = { undo: null, redo: null };
const ID = '01930000-0000-7000-8000-000000000001';

type AppAnswers = Partial<Handlers<AppService>>;
type CaseAnswers = Partial<Handlers<CaseService>>;

/** Every request that was made, with its checked arguments, in order. */
export interface FakeSession {
  readonly asked: { readonly name: string; readonly args: unknown }[];
  /** Announces an event of the case process to the page. */
  readonly announce: ReturnType<typeof serve<CaseService>>;
  readonly of: (name: string) => unknown[];
}

const unanswered = (name: string) => (): never => {
  throw new Failure('internal', { name });
};

/** Handlers for all requests of a service: those given, otherwise a failure; each call is noted. */
function complete<H extends object>(names: readonly string[], given: H, asked: FakeSession['asked']): H {
  return Object.fromEntries(names.map((name) => [name, (args: unknown) => {
    asked.push({ name, args });
    return ((given as Record<string, (args: unknown) => unknown>)[name] ?? unanswered(name))(args);
  }])) as H;
}

/** Two ends of a port, joined in memory; messages are cloned as a real port does. */
function portPair(): [Port, Port] {
  const receivers: ((message: unknown) => void)[] = [];
  const end = (mine: number): Port => ({
    post: (message) => { queueMicrotask(() => act(() => receivers[1 - mine]?.(structuredClone(message)))); },
    listen: (receive) => { receivers[mine] = receive; },
  });
  return [end(0), end(1)];
}

/** Puts main and a case process in place that answer by the contract: arguments and events are checked as in the real ones. */
export function fakeSession({ app = {}, open = {}, withCase = true }: { app?: AppAnswers; open?: CaseAnswers; withCase?: boolean } = {}): FakeSession {
  const asked: FakeSession['asked'] = [];
  const appHandlers = complete(Object.keys(appService.requests), {
    'app.state': () => ({ settings: SETTINGS, version: '0', electron: '0', recent: [], open: null, systemDark: false, defaultFolder: 'Knoop' }),
    'app.saveSettings': (part) => ({ ...SETTINGS, ...part }),
    ...app,
  } satisfies AppAnswers as AppAnswers, asked) as Handlers<AppService>;
  Object.defineProperty(window, 'knoop', {
    configurable: true,
    value: { requests: Object.fromEntries(Object.keys(appService.requests).map((name) => [name, (args: unknown) => answer(appService, appHandlers, name, args, () => undefined)])), onEvent: () => undefined, grantFile: () => undefined },
  });
  const caseHandlers = complete(Object.keys(caseService.requests), {
    'case.info': () => ({ id: ID, settings: { name: 'Operatie Test', reference: 'AN-1', marking: { scheme: 'marking', code: 'restricted' }, gradingScheme: 'europol4x4', handlingScheme: 'handling' }, encrypted: true, readOnly: false, seq: 1, head: 'ab'.repeat(32), counts: { entities: 1, links: 0, statements: 1, sources: 1 }, history: NO_HISTORY }),
    'case.catalogue': () => FAKE_TYPES as never,
    'case.charts': () => [],
    'case.execute': () => ({ seq: 2, history: NO_HISTORY }),
    ...open,
  } satisfies CaseAnswers as CaseAnswers, asked) as Handlers<CaseService>;
  const [server, page] = portPair();
  const announce = serve(server, caseService, caseHandlers, () => undefined);
  useSelection.setState({ byChart: {}, hovered: null });
  useChartView.setState({ view: null, failure: null, loading: false });
  useWork.setState({ jobs: [] });
  useNotices.setState({ notices: [] });
  changeSession({ ...INITIAL_SESSION, settings: SETTINGS, ...(withCase ? { open: { name: 'Operatie Test', encrypted: true } } : {}) });
  setCaseConnection(withCase ? connect(page, caseService) : null);
  return { asked, announce, of: (name) => asked.filter((each) => each.name === name).map((each) => each.args) };
}
