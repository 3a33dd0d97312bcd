import type { ReactElement } from 'react';
import type { Block } from '../../shared/briefing/document';
import { SourceNumbers, Unbroken } from './Cited';

/** Footnotes of a section: what each of its sentences rests on. They stand at its end, because pages that a browser prints have no foot for them. */
export function NotesBlock({ block }: { block: Extract<Block, { kind: 'notes' }> }): ReactElement {
  return (
    <div className="notes">
      {block.notes.map((note) => (
        <p key={note.number} id={`note-${note.number}`}>
          <span className="note-number">{note.number}</span>
          <bdi><Unbroken text={note.text} /></bdi>
          {note.sources.length > 0 && <> [<SourceNumbers sources={note.sources} />]</>}
        </p>
      ))}
    </div>
  );
}
