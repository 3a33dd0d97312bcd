import { useEffect, useState, type DragEvent, type ReactElement } from 'react';
import { queueImport } from '../actions/caseActions';
import { useChartView } from '../actions/chartView';
import { attempt } from '../actions/execute';
import { changeSession, session, useSession } from '../actions/session';
import { useCase } from '../case/queries';
import { AcrossNotice } from '../features/across/AcrossNotice';
import { BundlesDialog } from '../features/bundles/BundlesDialog';
import { MakeBundleDialog } from '../features/bundles/MakeBundleDialog';
import { DrawEntityDialog } from '../features/draw/DrawEntityDialog';
import { DrawLinkDialog } from '../features/draw/DrawLinkDialog';
import { CategoriesDialog } from '../features/evaluate/CategoriesDialog';
import { EvaluateDialog } from '../features/evaluate/EvaluateDialog';
import { CopyDialog } from '../features/export/CopyDialog';
import { ExportDialog } from '../features/export/ExportDialog';
import { ImageDialog } from '../features/export/ImageDialog';
import { ExpandDialog } from '../features/expand/ExpandDialog';
import { EraseDialog } from '../features/erasing/EraseDialog';
import { StrengthDialog } from '../features/marks/StrengthDialog';
import { NewSinceDialog } from '../features/marks/NewSinceDialog';
import { PictureDialog } from '../features/marks/PictureDialog';
import { ImportScreen } from '../features/import/ImportScreen';
import { SealCheck } from '../features/journal/SealCheck';
import { ReasonDialog } from '../features/reason/ReasonDialog';
import { NoticeWatch } from '../features/releases/NoticeWatch';
import { HitWatch } from '../features/watch/HitWatch';
import { Show } from '../features/presenting/Show';
import { ReceiptDialog } from '../features/receipt/ReceiptDialog';
import { ReviewsDialog } from '../features/reviews/ReviewsDialog';
import { SchemesDialog } from '../features/schemes/SchemesDialog';
import { ArrangeByDialog } from '../features/arranging/ArrangeByDialog';
import { GroupByDialog } from '../features/groups/GroupByDialog';
import { SelectByDialog } from '../features/selections/SelectByDialog';
import { ServicesDialogs } from '../features/services/ServicesDialogs';
import { ViewAsBar } from '../features/viewAs/ViewAsBar';
import { RecipesDialog } from '../features/recipes/RecipesDialog';
import { fileToken } from '../ipc/app';
import { PanelBoundary } from '../ui/PanelBoundary';
import { Carried } from './Carried';
import { ChartMirrorHost } from './ChartMirrorHost';
import { DockArea } from './DockArea';
import { MarkingBar } from './MarkingBar';
import { Rail } from './Rail';
import { StatusBar } from './StatusBar';
import { Toolbar } from './Toolbar';
import './workbench.css';

/** The window while a case is open: bars around the docking area, or around the import screen while files wait in its queue. */
export function Workbench(): ReactElement {
  const importing = useSession((state) => state.importing.length > 0);
  const chart = useSession((state) => state.chart);
  const { data: charts } = useCase('case.charts', {});
  const [dropping, setDropping] = useState(false);

  const gone = useChartView((state) => state.failure?.code === 'chartNotFound');
  useEffect(() => {
    // The chart in front may have gone by undo: then the first of the others comes.
    if (chart === null || gone) changeSession({ chart: charts?.find((each) => each.id !== chart)?.id ?? null });
  }, [charts, chart, gone]);

  const drop = async (event: DragEvent): Promise<void> => {
    setDropping(false);
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    const { canvas } = session();
    // Dropped on the chart, what a file brings is offered there.
    const onChart = chart !== null && canvas !== null && event.target instanceof Element && event.target.closest('[data-testid="canvas"]') !== null;
    const onto = onChart ? { onto: { chart, ...canvas.toChart(event.clientX, event.clientY) } } : {};
    const tokens = await Promise.all(files.map((file) => attempt(() => fileToken(file))));
    queueImport(tokens.flatMap((token) => (token === undefined ? [] : [{ ...token, ...onto }])));
  };
  return (
    <div
      className={`workbench ${dropping ? 'workbench--dropping' : ''}`}
      onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); setDropping(true); } }}
      onDragLeave={(event) => { if (event.target === event.currentTarget || event.relatedTarget === null) setDropping(false); }}
      onDrop={(event) => void drop(event)}
    >
      <MarkingBar />
      <ViewAsBar />
      <Toolbar />
      <div className="workbench__middle">
        <Rail />
        <main className="workbench__main">
          <div className="workbench__dock" hidden={importing}><DockArea /></div>
          {importing ? <PanelBoundary><ImportScreen /></PanelBoundary> : null}
        </main>
      </div>
      <StatusBar />
      <ChartMirrorHost />
      <SealCheck />
      <NoticeWatch />
      <HitWatch />
      <AcrossNotice />
      <RecipesDialog />
      <ReceiptDialog />
      <ExpandDialog />
      <ExportDialog />
      <ImageDialog />
      <CopyDialog />
      <EvaluateDialog />
      <CategoriesDialog />
      <SchemesDialog />
      <ReviewsDialog />
      <MakeBundleDialog />
      <BundlesDialog />
      <ServicesDialogs />
      <GroupByDialog />
      <ArrangeByDialog />
      <SelectByDialog />
      <DrawEntityDialog />
      <DrawLinkDialog />
      <PictureDialog />
      <StrengthDialog />
      <NewSinceDialog />
      <EraseDialog />
      <ReasonDialog />
      <Show />
      <Carried />
    </div>
  );
}
