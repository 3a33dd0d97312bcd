/** The first minute with Knoop. */
import { button, canvas, drawnCounts } from './harness/hands';
import { expect, test } from './harness/knoop';
import { makeSample } from './harness/sampleCase';
import { text } from './harness/words';

test('the first start offers the sample, and it becomes a chart one can work with', { tag: '@packaged' }, async ({ start }) => {
  const knoop = await start({ sampleOffered: false });
  const { page, ask } = knoop;
  await expect(button(page, 'start:sample')).toHaveClass(/primary/);
  await expect(page.getByText(text('start:noRecent'))).toBeVisible();
  await knoop.picture('start-first');

  await makeSample(knoop, null);
  const chart = (await ask('case.charts', {}))[0]!;
  const view = await ask('case.chart', { id: chart.id });
  expect(view.entities.length).toBeGreaterThanOrEqual(20);
  expect(view.lines.length).toBeGreaterThanOrEqual(15);
  expect(await drawnCounts(page)).toMatchObject({ entities: view.entities.length });
  // No two items share a place: the chart is laid out, not heaped up.
  expect(new Set(view.items.filter((item) => item.kind === 'entity').map((item) => `${Math.round(item.x / 20)},${Math.round(item.y / 20)}`)).size).toBe(view.entities.length);
  const { counts } = await ask('case.info', {});
  expect(counts.entities).toBeGreaterThan(500);
  expect(counts.sources).toBeGreaterThanOrEqual(4);

  // The story can be found: the driver's lorry by its plate, and the seizure's container.
  for (const wanted of ['1-XLD-412', 'CSQU 305438 3', 'Amellal']) expect((await ask('case.search', { text: wanted })).hits.length, wanted).toBeGreaterThan(0);
  await expect(canvas(page)).toBeVisible();
  await knoop.picture('chart');
});

test('once offered, the sample no longer stands in front', async ({ start }) => {
  const { page } = await start({ sampleOffered: true });
  await expect(button(page, 'start:sample')).not.toHaveClass(/primary/);
  await expect(button(page, 'start:newCase')).toHaveClass(/primary/);
});
