import writing from '../../../../../resources/vocabularies/i2Writing.json';
import { OWN_CLASS } from '../../../importers/formats/anx/ownItem';
import type { Told } from '../../../importers/formats/anx/ownItem';
import type { Outgoing } from '../../outgoing';
import type { ChartDefinitions } from './definitions';
import { element } from './element';
import { colourNumber } from './style';

/** As a chart without grid, page marks or time bar, whose links name their ends by number. */
export const CHART: Readonly<Record<string, string | number | boolean>> = {
  BackColour: 16_777_215, IsBackColourFilled: true, GridVisibleOnAllViews: false, SnapToGrid: false, ShowPages: false, ShowAllFlag: false, TimeBarVisible: false, BlankLinkLabels: false, LabelSumNumericLinks: false,
  LabelRule: 'LabelRuleMerge', HiddenItemsVisibility: 'ItemsVisibilityHidden', TypeIconDrawingMode: 'HighQuality', UseLocalTimeZone: true, IdReferenceLinking: false, Rigorous: true,
};

/** A version that both programs in use read without a question. */
export const VERSION: Readonly<Record<string, number>> = { Major: 8, Minor: 9, Point: 0, Build: 0 };

/** Title, marking, date, and that Knoop wrote the chart. */
export function summaryOf({ title, marking, at, language }: Outgoing): Told {
  const fields = [['SummaryFieldTitle', title], ['SummaryFieldCategory', marking]].filter(([, text]) => text !== '');
  const properties = [[OWN_CLASS, '1'], [writing.marking[language], marking]].filter(([, text]) => text !== '');
  return element('Summary', {}, [
    fields.length === 0 ? null : element('FieldCollection', {}, fields.map(([Type, Field]) => element('Field', { Type, Field }))),
    element('CustomPropertyCollection', {}, properties.map(([Name, Value]) => element('CustomProperty', { Name, Type: 'String', Value }))),
    element('Origin', { CreatedDate: at.slice(0, 19), EditTime: 0, RevisionNumber: 1 }),
  ]);
}

/** What icons and lines mean; the marking first. */
export function legendOf({ marking }: Outgoing, { entityTypes, linkTypes, strengths }: ChartDefinitions): Told {
  return element('LegendDefinition', { Arrange: 'LegendArrangementTall', X: 50, Y: 50, Shown: true }, [
    ...(marking === '' ? [] : [element('LegendItem', { Type: 'LegendItemTypeText', Label: marking }, [element('Font', {})])]),
    ...[...entityTypes.values()].map(({ name, icon }) => element('LegendItem', { Type: 'LegendItemTypeIcon', Label: name, ImageName: icon })),
    ...[...linkTypes.values()].map(({ name, colour }) => element('LegendItem', { Type: 'LegendItemTypeLink', Label: name, Colour: colour, LineWidth: 1 })),
    ...[...strengths].map(([Label, { dots }]) => element('LegendItem', { Type: 'LegendItemTypeLine', Label, Colour: colourNumber('#000000'), LineWidth: 2, DashStyle: dots })),
  ]);
}
