/** A statement's evaluation as it stands: its own, or its source's where it has none. */
export const HANDLING_AS_IT_STANDS = "CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling";

/** A statement that its source still makes: live, or taken back without another of the same source about the same subject in its place. */
export const STANDS_IN_SOURCE = "(s.seq_retracted IS NULL OR NOT EXISTS (SELECT 1 FROM statement other WHERE other.subject_kind = s.subject_kind AND other.subject = s.subject AND other.source = s.source AND other.seq_retracted IS NULL))";
