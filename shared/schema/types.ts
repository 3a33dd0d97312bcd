import type { Localised, ValueKindId } from '../values/kind';

/**
 * Families decide colour and shape on the canvas:
 * people blue circle, organisations violet rounded square, places green circle with pin top, transport orange hexagon,
 * communication teal octagon, money olive diamond, goods brown square, events red pointed frame, documents grey sheet.
 */
export const FAMILIES = ['people', 'organisations', 'places', 'transport', 'communication', 'money', 'goods', 'events', 'documents'] as const;
export type Family = (typeof FAMILIES)[number];

/** What part a property plays when two records are compared. */
export const MATCH_ROLES = ['name', 'birthDate', 'deathDate', 'gender', 'place', 'identifier'] as const;
export type MatchRole = (typeof MATCH_ROLES)[number];

/** Shapes of the mark of a choice, so that none is told by its colour alone: a dark block, a ring, a plain frame. */
export const MARK_FORMS = ['block', 'ring', 'frame'] as const;

/** What entities are compared as: each kind has its own way to read names. */
export const MATCH_KINDS = ['person', 'company', 'vessel', 'vehicle', 'address'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface ChoiceMark {
  /** One to three letters. */
  readonly short: Localised;
  readonly form: (typeof MARK_FORMS)[number];
}

export interface PropertyType {
  /** Unique within its type, camelCase: "birthDate". */
  readonly id: string;
  readonly kind: ValueKindId;
  readonly label: Localised;
  /** Several values may hold at once without contradiction (phones, aliases); otherwise differing values contradict. */
  readonly many?: boolean;
  /** Shown first, and offered first as an import target. */
  readonly featured?: boolean;
  /** Exact joins: records of the case with the same normalised value under this identifier kind are one entity. */
  readonly identifier?: string;
  readonly match?: MatchRole;
  /** For kind "choice": the allowed codes and their names. */
  readonly choices?: Readonly<Record<string, Localised>>;
  /** For kind "choice": how charts mark those that have a code, where they do. */
  readonly marks?: Readonly<Record<string, ChoiceMark>>;
  /** Column headings that suppliers use for it, lower case without accents, in any of the languages. */
  readonly headings?: readonly string[];
  /** Of a link: which of its ends alone it speaks of, and the property that says the same of the other end. */
  readonly side?: { readonly of: 'from' | 'to'; readonly other: string };
}

export interface EntityType {
  /** camelCase: "bankAccount". */
  readonly id: string;
  readonly label: Localised;
  readonly plural: Localised;
  readonly family: Family;
  /** Name of a glyph in resources/icons/glyphs.json. */
  readonly icon: string;
  /** Another type whose properties this one has as well. */
  readonly extends?: string;
  /** True when it only exists to be extended. */
  readonly abstract?: boolean;
  readonly properties: readonly PropertyType[];
  /** Properties that make the caption: the first alternative of which all are known wins; parts are joined by a blank. */
  readonly caption: readonly (readonly string[])[];
  /** Properties for the second line of the label: the first that is known. */
  readonly keyLine: readonly string[];
  /** Properties that make its span in time. */
  readonly dates?: { readonly start: string; readonly end?: string };
  /** As what its entities are compared with one another, and those of types that extend it; absent: as what the type that it extends says, or not at all. */
  readonly matchAs?: MatchKind;
  /** Property that holds its position on a map. */
  readonly coordinates?: string;
  /** Column headings that suggest this type: lower case without accents. */
  readonly headings?: readonly string[];
}

export interface LinkType {
  readonly id: string;
  readonly label: Localised;
  /** How it reads from the target's side: "is owned by". Equal to label when undirected. */
  readonly reverse: Localised;
  readonly directed: boolean;
  /** Entity types (or types that these extend) that it may join. "*" is any. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** True when each row is a happening of its own (a call, a payment); false when rows add to one lasting link per pair. */
  readonly occurrence: boolean;
  /** Says something of people that nobody may guess (suspect in, director of): never proposed for a table, only chosen. */
  readonly weighty?: boolean;
  /** Words that rows of such a happening carry in a column of kinds, lower case without accents: "sms" tells a message from a call. */
  readonly rowWords?: readonly string[];
  /** Of a happening: lasting links from one of its ends to what else a row names of that end (a handset, a place); the first that may join them. */
  readonly endLinks?: readonly string[];
  readonly properties: readonly PropertyType[];
  readonly dates?: { readonly start: string; readonly end?: string };
  /** Property of kind money or number that totals add up. */
  readonly amount?: string;
}

/** A code of a grading or handling scheme. */
export interface SchemeCode {
  readonly code: string;
  readonly label: Localised;
  /** Handling: a higher rank is stricter. Grading: a higher rank is weaker. */
  readonly rank: number;
  /** Colour of its mark, "#RRGGBB". */
  readonly colour?: string;
  /** Handling: purposes for which what carries it leaves only with its originator's permission ("operational", "judicial", "administrative"). */
  readonly permission?: readonly string[];
  /** What earlier versions of the scheme called it: read as this code, the one documented conversion (TLP:WHITE). */
  readonly formerly?: readonly string[];
  /** Handling: conditions are to be written beside it. */
  readonly note?: boolean;
  /** Marking: says that there is none, so that no right is needed to see what carries it. A service's own codes always need one. */
  readonly unmarked?: boolean;
}

/** A list of codes: one scheme may have several axes (source, information). */
export interface SchemeAxis {
  readonly id: string;
  readonly label: Localised;
  readonly codes: readonly SchemeCode[];
}

export interface Scheme {
  readonly id: string;
  readonly use: 'grading' | 'handling' | 'marking';
  readonly label: Localised;
  readonly axes: readonly SchemeAxis[];
  /** Handling and marking: several codes may hold at once. */
  readonly several?: boolean;
  /** Handling: its strictest code stands on pages, as a marking does (TLP). */
  readonly onPages?: boolean;
}

/** All that describes what a case may hold: built and checked by buildCatalogue. */
export interface CatalogueData {
  readonly entityTypes: readonly EntityType[];
  readonly linkTypes: readonly LinkType[];
  readonly schemes: readonly Scheme[];
}
