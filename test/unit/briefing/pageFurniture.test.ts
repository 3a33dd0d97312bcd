import { expect, it } from 'vitest';
import { furniture } from '../../../electron/main/pageFurniture';
import { paper } from './paper';

it('writes head and foot as text, never as markup, and leaves the marking to be laid over', () => {
  const { headerTemplate, footerTemplate } = furniture(paper({ head: { left: '<img src=x onerror=1>"', right: "Voor: O'Brien & zn" } }));
  expect(headerTemplate).not.toContain('<img');
  expect(headerTemplate).not.toContain('VERTROUWELIJK');
  expect(footerTemplate).toContain('Journaal #12');
  expect(footerTemplate).toContain('<span class="pageNumber"></span>');
  expect(footerTemplate).toContain('<span class="totalPages"></span>');
  // A double quote inside a style would end it and lose the layout.
  for (const style of `${headerTemplate}${footerTemplate}`.matchAll(/style="([^"]*)"/g)) expect(style[1]).not.toMatch(/font-family:\s*(;|$)/);
});
