import { ContextMenuPopover } from '@blueprintjs/core';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../actions/addToChart';
import { carry } from '../actions/carrying';
import { partOf } from '../actions/clipboard';
import { useArranging } from '../actions/arranging';
import { useMovedMarks } from '../actions/moved';
import { useChangeMarks } from '../actions/changes';
import { useChartFilter } from '../actions/chartFilter';
import { useChartView } from '../actions/chartView';
import { useDrawnChart } from '../actions/drawnChart';
import { openCaseClient } from '../actions/execute';
import { moveIntoGroup, toggleGroup } from '../actions/groups';
import { deleteMark, useMarks } from '../actions/marks';
import { useRankBadges } from '../actions/measures';
import { useNews } from '../actions/news';
import { useOnCanvas } from '../actions/onCanvas';
import { dropPicture, pictureBytes } from '../actions/photos';
import { changeSession, showPanel, useSession } from '../actions/session';
import { createCanvas, type Canvas, type MenuRequest } from '../canvas';
import { chartMoves, drawnNews, chartSelection, drawnKept, drawnSelection } from '../case/drawn/drawnChart';
import { useSelection } from '../case/selection';
import { glyphs, useTypes } from '../case/types';
import { useSelected } from '../actions/selected';
import { MarkBar } from '../features/marks/MarkBar';
import { useLanguage } from '../ui/language';
import { notify, notifyFailure } from '../ui/notices';
import { blockTitles } from './blockTitle';
import { CanvasMenu } from './CanvasMenu';
import { HoverCard, type Resting } from './HoverCard';
import { useDark } from './useAppearance';

const AIR = 4;
const NO_NEWS: ReadonlyMap<string, 'added' | 'changed'> = new Map();

/** What floats over the canvas, in its coordinates, with a little air. */
function coversOf(canvas: HTMLElement | null): { left: number; top: number; right: number; bottom: number }[] {
  if (!canvas) return [];
  const own = canvas.getBoundingClientRect();
  return [...(canvas.parentElement?.querySelectorAll('[data-over-chart]') ?? [])].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left - own.left - AIR, top: top - own.top - AIR, right: right - own.left + AIR, bottom: bottom - own.top + AIR };
  });
}

/** One chart on the canvas: hands the mirror to it, and its wishes to the case. */
export function ChartCanvas({ chart }: { chart: string }): ReactElement {
  const { t } = useTranslation('canvas');
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | null>(null);
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [resting, setResting] = useState<Resting | null>(null);
  const drawn = useDrawnChart();
  const onCanvas = useRef(drawn);
  useEffect(() => { onCanvas.current = drawn; useOnCanvas.setState({ drawn }); }, [drawn]);
  const selected = useSelected();
  const changed = useChangeMarks(drawn);
  const moved = useMovedMarks(drawn);
  const changes = changed ?? moved;
  const kept = useChartFilter((state) => state.kept);
  const types = useTypes();
  const language = useLanguage();
  const dark = useDark();
  const printLook = useSession((state) => state.printLook);
  const theme = printLook ? 'print' : dark ? 'dark' : 'light';
  const news = useNews();
  const badges = useRankBadges();
  const tool = useSession((state) => state.tool);
  const wheel = useSession((state) => state.settings?.wheel ?? 'auto');
  const words = useRef(t);
  useEffect(() => { words.current = t; }, [t]);
  const titles = useRef(blockTitles(t, types, language));
  useEffect(() => { titles.current = blockTitles(t, types, language); }, [t, types, language]);

  useEffect(() => {
    if (!place.current) return;
    const made = createCanvas(place.current, {
      catalogue: types.catalogue, glyphs, language, theme, label: words.current('chart'), covers: () => coversOf(place.current),
      callbacks: {
        onSelect: (selection) => {
          useSelection.getState().select(chart, onCanvas.current === null ? selection : chartSelection(onCanvas.current, selection));
          changeSession({ inspected: null });
          // A line that stands for several opens the list of what it stands for.
          if (selection.entities.length === 0 && selection.lines.length === 1 && (onCanvas.current?.lines.find((line) => line.id === selection.lines[0])?.count ?? 1) > 1) showPanel('inspector');
        },
        netText: (amount) => words.current('folding:net', { amount }),
        onMoveCommit: async (moves, layout, into) => {
          const items = onCanvas.current === null ? moves : chartMoves({ items: useChartView.getState().view?.items ?? [], closed: onCanvas.current.closed }, moves);
          // What was not done is shown by who did it; the hand only needs to know that.
          if (into !== undefined && !(await moveIntoGroup(items, into))) throw new Error('not moved');
          if (into !== undefined) return;
          try {
            await openCaseClient()['case.execute']({ command: 'chart.moveItems', args: { chart, items, ...(layout ? { layout } : {}) } });
          } catch (error) {
            notifyFailure(error);
            throw error;
          }
        },
        onArranging: (now) => useArranging.setState({ now }),
        onContextMenu: setMenu,
        onOpen: (id, kind) => { if (kind === 'frame' || onCanvas.current?.closed.some((group) => group.id === id)) void toggleGroup(id); else showPanel('inspector'); },
        onHover: (id) => useSelection.getState().hover(id),
        onRest: setResting,
        onDrawLink: (from, to) => { if (onCanvas.current?.closed.some(({ id }) => id === from || id === to)) notify('groups:openToLink'); else changeSession({ dialog: 'drawLink', draft: { from, to } }); },
        onCreateAt: (at) => changeSession({ dialog: 'drawEntity', draft: { at } }),
        onCarry: (ids, heldAt, pointer) => {
          const part = partOf(onCanvas.current === null ? ids : chartSelection(onCanvas.current, { entities: ids, lines: [] }).entities, heldAt);
          if (part !== null) carry(part, pointer);
          return part !== null;
        },
        onDropEntities: (ids, at) => void addToChart(ids, at),
        onZoom: (zoom) => changeSession({ zoom }),
        onPicture: pictureBytes,
        onDropPicture: (file, id) => { if (onCanvas.current?.closed.some((group) => group.id === id)) notify('groups:openToPicture'); else void dropPicture(file, id); },
        marks: {
          onPut: async (record) => {
            try {
              await openCaseClient()['case.execute']({ command: 'annotation.put', args: record });
            } catch (error) {
              notifyFailure(error);
              throw error;
            }
          },
          onDelete: (id) => void deleteMark(id),
          onSelect: (selected) => useMarks.setState({ selected }),
          onDrawn: () => changeSession({ tool: 'select' }),
          onPlace: (at) => useMarks.setState({ place: at }),
          onMenu: (at) => setMenu({ x: at.x, y: at.y, chart: made.toChart(at.x, at.y), target: { kind: 'mark', id: useMarks.getState().selected } }),
          describe: (record) => words.current('marks:described', { kind: words.current(`marks:tool.${record.kind}`), text: record.text }),
          editorLabel: () => words.current('marks:editorLabel'),
        },
        blockTitle: (...block) => titles.current(...block),
        describe: (id, neighbours) => {
          const group = onCanvas.current?.closed.find((each) => each.id === id);
          if (group) return words.current('groups:described', { name: group.name, count: group.members.length, neighbours });
          return words.current('described', { name: useChartView.getState().view?.entities.find((each) => each.id === id)?.caption ?? '', count: neighbours });
        },
      },
    });
    canvas.current = made;
    changeSession({
      canvas: {
        fit: () => made.fit(), zoomBy: (factor) => made.zoomBy(factor), middle: () => made.middle(), inView: () => made.inView(), pointer: () => made.pointer() ?? made.middle(), toChart: (x, y) => made.toChart(x, y),
        beginMark: (kind, anchor) => made.beginMark(kind, anchor), editMark: (id) => made.editMark(id), loosenMark: (id) => made.loosenMark(id),
        freePlace: async () => (await made.placesFor(['new'], [], made.middle()))[0] ?? made.middle(),
        centre: (ids) => { const shown = onCanvas.current === null ? ids : drawnSelection(onCanvas.current, { entities: ids, lines: [] }).entities; if (shown.length === 1 && shown[0]) made.centre(shown[0]); else made.fit(shown); },
        layout: async (id, scope) => { await made.runLayout(id, { scope: scope ?? 'all' }).catch(notifyFailure); },
        adjust: async (id) => { await made.adjust(id).catch(notifyFailure); },
        arrange: async (id, values) => { await made.runLayout(id, { preview: true, scope: (useSelection.getState().byChart[chart]?.entities.length ?? 0) > 1 ? 'selection' : 'all', ...(values ? { values } : {}) }).catch(notifyFailure); },
        keepLayout: () => made.keepLayout(), cancelLayout: () => { if (made.isLayingOut()) made.cancel(); },
      },
    });
    return () => {
      canvas.current = null;
      changeSession({ canvas: null });
      useMarks.setState({ selected: null, place: null });
      made.destroy();
      // Nothing is worked out or drawn any more, also where no other canvas comes.
      useArranging.setState({ now: null });
      useOnCanvas.setState({ drawn: null });
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another chart is another canvas; what else is read here is followed by the effects below
  }, [chart]);

  useEffect(() => canvas.current?.setAppearance({ catalogue: types.catalogue, language, theme }), [types, language, theme]);
  useEffect(() => { if (drawn && drawn.chart.id === chart) canvas.current?.sync(drawn); }, [drawn, chart]);
  useEffect(() => canvas.current?.setRanks(badges), [badges, drawn, chart]);
  useEffect(() => canvas.current?.setNews(drawn === null || news === null ? NO_NEWS : drawnNews(drawn, news.marks)), [news, drawn, chart]);
  useEffect(() => canvas.current?.filter(drawn === null ? kept : drawnKept(drawn, kept)), [kept, drawn, chart]);
  useEffect(() => canvas.current?.setSelection(drawn === null ? selected : drawnSelection(drawn, selected)), [selected, drawn]);
  useEffect(() => canvas.current?.setChanges(changes), [changes, chart]);
  useEffect(() => canvas.current?.setWheel(wheel), [wheel, chart]);
  useEffect(() => canvas.current?.setMode(tool), [tool]);

  return (
    <>
      <div ref={place} className="chart-panel__canvas" data-testid="canvas" />
      <MarkBar />
      {resting && !menu ? <HoverCard at={resting} drawn={drawn} /> : null}
      <ContextMenuPopover isOpen={menu !== null} targetOffset={menu ? { left: menu.x, top: menu.y } : undefined} onClose={() => { setMenu(null); canvas.current?.focus(); }} content={menu ? <CanvasMenu request={menu} /> : <></>} />
    </>
  );
}
