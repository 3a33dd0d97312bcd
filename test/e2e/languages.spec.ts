/** Four languages, switched while one works; no text without a translation, none cut off by its button. */
import type { Page } from '@playwright/test';
import type { Language } from '../../shared/values/kind';
import { button, canvas, dialog, pick } from './harness/hands';
import { expect } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

/** Texts that look like keys ("app:save", "panel.search"), and controls whose text does not fit. */
function faults(page: Page): Promise<{ keys: string[]; cut: string[] }> {
  return page.evaluate(() => {
    const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const key = /^(?:[a-z][A-Za-z]+:)?[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$|^[a-z]+:[a-z][A-Za-z]+$|\{\{/;
    const keys = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const content = node.textContent?.trim() ?? '';
      if (key.test(content) && !/\.(csv|xlsx|tsv|txt|pdf)$/.test(content) && node.parentElement && visible(node.parentElement)) keys.add(content);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const content = element.getAttribute(name) ?? '';
        if (key.test(content)) keys.add(`${name}: ${content}`);
      }
    }
    const cut = [...document.querySelectorAll<HTMLElement>('button, [role=tab], [role=columnheader], label, .bp6-tab, .bp6-menu-item')]
      // What shows names and values of the case may be shortened with an ellipsis; what the program says may not.
      .filter((element) => visible(element) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && !element.querySelector('.clip, .name') && !element.matches('.clip, .name, .link-button, .chart-tabs__tab'))
      .map((element) => `${element.className || element.tagName}: ${element.textContent?.slice(0, 60) ?? ''}`);
    return { keys: [...keys], cut };
  });
}

for (const language of ['nl', 'fr', 'de'] as const satisfies readonly Language[]) {
  test(`everything speaks ${language} at once`, async ({ startSample }) => {
    const knoop = await startSample();
    const { page, ask } = knoop;
    const check = async (where: string): Promise<void> => {
      expect(await faults(page), where).toEqual({ keys: [], cut: [] });
    };
    const view = await ask('case.chart', { id: (await ask('case.charts', {}))[0]!.id });
    await pick(page, [view.entities.find((each) => each.type === 'person')?.id ?? view.entities[0]!.id]);

    await button(page, 'actions:settings').click();
    await dialog(page).getByLabel(text('settings:language')).selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(dialog(page)).toContainText(text('settings:actorHint', {}, language));
    await check('settings');
    await dialog(page).getByRole('button', { name: text('app:done', {}, language) }).click();

    const rail = page.getByRole('navigation', { name: text('app:rail', {}, language) });
    for (const panel of ['sources', 'charts', 'journal', 'briefings', 'search'] as const) {
      const opener = rail.getByRole('button', { name: text(`app:panel.${panel}`, {}, language) });
      if ((await opener.getAttribute('aria-pressed')) !== 'true') await opener.click();
      await expect(opener).toHaveAttribute('aria-pressed', 'true');
      await check(panel);
    }
    await knoop.picture(`workbench-${language}`);

    await canvas(page).focus();
    await page.keyboard.press('Control+e');
    await expect(dialog(page)).toBeVisible();
    await check('expand');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    for (const keys of ['n', 'F1', 'Control+k']) {
      await canvas(page).focus();
      await page.keyboard.press(keys);
      // Escape belongs to what has the keyboard: wait until the dialog has it.
      await expect(page.locator('.bp6-overlay.bp6-overlay-open:focus-within').first()).toBeAttached();
      await check(keys);
      await page.keyboard.press('Escape');
      await expect(page.locator('.bp6-overlay-open')).toHaveCount(0);
    }
    await page.keyboard.press('Control+w');
    await expect(page.getByText(text('start:what', {}, language))).toBeVisible();
    await check('start');
    await page.getByRole('button', { name: new RegExp(`^${text('start:newCase', {}, language)}`) }).click();
    await dialog(page).getByText(text('start:lockYes', {}, language)).click();
    await check('new case');
    await knoop.picture(`new-case-${language}`);
  });
}
