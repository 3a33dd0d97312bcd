import type { ReactElement } from 'react';
import type { CitedText, Table } from '../../shared/briefing/document';
import { Cited, SourceNumbers } from './Cited';

function Cell({ parts }: { parts: readonly CitedText[] }): ReactElement {
  return (
    <>
      {parts.map((part, index) => (
        <div key={index}>{part.text === '' ? <SourceNumbers sources={part.sources} /> : <Cited part={part} />}</div>
      ))}
    </>
  );
}

/** A table with its heads repeated on every page. Rows of the list of sources are what citations lead to. */
export function TableBlock({ table }: { table: Table }): ReactElement {
  const numbered = (row: Table['rows'][number]): string | undefined => (table.cited ? `source-${row[0]?.[0]?.text ?? ''}` : undefined);
  return (
    <div className="table-block">
      <table className="data">
        <caption><strong>{table.label}.</strong> {table.caption}</caption>
        <colgroup>{table.columns.map((column, index) => <col key={index} className={index === 0 && column.width === 'narrow' ? 'col-first' : `col-${column.width}`} />)}</colgroup>
        <thead>
          <tr>{table.columns.map((column, index) => <th key={index} scope="col" className={`align-${column.align}`}>{column.heading}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index} id={numbered(row)}>
              {row.map((cell, column) => <td key={column} className={`align-${table.columns[column]?.align ?? 'start'}`}><Cell parts={cell} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note !== '' && <p className="table-note">{table.note}</p>}
    </div>
  );
}
