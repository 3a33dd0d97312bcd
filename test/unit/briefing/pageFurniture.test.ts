import { expect, it } from 'vitest';
import { furniture } from '../../../electron/main/pageFurniture';
import { compose } from '../../../shared/briefing/compose';
import { catalogue, smallCase, wordsIn } from './fixture';

it('writes head and foot as text, never as markup', () => {
  const small = smallCase('nl');
  const document = compose({ ...small, settings: { ...small.settings, name: '<img src=x onerror=1>"' }, briefing: { ...small.briefing, recipient: "O'Brien & zn" } }, catalogue, wordsIn('nl'));
  const { headerTemplate, footerTemplate } = furniture(document);
  expect(headerTemplate).not.toContain('<img');
  expect(headerTemplate).toContain('BEPERKTE VERSPREIDING');
  expect(footerTemplate).toContain('BEPERKTE VERSPREIDING');
  expect(footerTemplate).toContain('<span class="pageNumber"></span>');
  expect(footerTemplate).toContain('<span class="totalPages"></span>');
  // A double quote inside a style would end it and lose the layout.
  for (const style of `${headerTemplate}${footerTemplate}`.matchAll(/style="([^"]*)"/g)) expect(style[1]).not.toMatch(/font-family:\s*(;|$)/);
});
