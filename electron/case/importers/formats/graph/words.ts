/**
 * Names under which graph programs keep what a node is called, what kind it is and what an edge means; folded, the likeliest first.
 * In the four languages, and as Gephi, Cytoscape, igraph, NetworkX, Neo4j, yEd, Linkurious, NetMiner and UCINET write them.
 */
export const NAME_WORDS: readonly string[] = [
  'name', 'full name', 'fullname', 'naam', 'volledige naam', 'nom', 'nom complet', 'shared name', 'vertex name', 'node name', 'label', 'node label', 'display name', 'displayname', 'caption', 'title', 'titel', 'titre', 'bezeichnung', 'labelgraphics text',
];
export const KIND_WORDS: readonly string[] = [
  'type', 'entity type', 'entitytype', 'node type', 'nodetype', 'object type', 'objecttype', 'kind', 'category', 'class', 'labels', 'soort', 'entiteit', 'categorie', 'art', 'typ', 'kategorie', 'klasse', 'classe', 'genre', 'group type',
];
export const LINK_WORDS: readonly string[] = [
  'relationship type', 'relation type', 'link type', 'linktype', 'edge type', 'edgetype', 'type', 'kind', 'relationship', 'relation', 'interaction', 'shared interaction', 'predicate', 'label', 'edge label', 'edgelabel', 'relatie', 'soort', 'lien', 'beziehung', 'category', 'name',
];
