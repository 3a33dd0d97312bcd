import type { ReactElement } from 'react';
import type { BriefingDocument } from '../../shared/briefing/document';

/** A hash is set small enough to stay on one line. */
const HASH = /[0-9a-f]{64}/;

/** The first page: what it is, of which case, by whom, when, for whom. `short`: of a document of few pages, which goes on below it. */
export function Cover({ cover, short }: { cover: BriefingDocument['cover']; short: boolean }): ReactElement {
  return (
    <section className={short ? 'cover cover--short' : 'cover'}>
      <p className="cover-kind">{cover.kind}</p>
      <p className="cover-title">{cover.title}</p>
      <table className="cover-lines">
        <tbody>
          {cover.lines.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={HASH.test(value) ? 'cover-code' : undefined}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
