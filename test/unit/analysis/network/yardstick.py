"""Measures by igraph and networkx, as a yardstick: reads {n, from, to, weight, directed} as JSON, writes lists by node."""
import json
import sys

import igraph
import networkx

given = json.load(sys.stdin)
answers = []
for network in given:
    n, directed = network["n"], network["directed"]
    ties = {}
    for a, b, w in zip(network["from"], network["to"], network["weight"]):
        if a == b:
            continue
        key = (a, b) if directed else (min(a, b), max(a, b))
        ties[key] = ties.get(key, 0) + w
    pairs, weights = list(ties), list(ties.values())
    lengths = [1 / w for w in weights]
    g = igraph.Graph(n=n, edges=pairs, directed=directed)
    x = (networkx.DiGraph if directed else networkx.Graph)()
    x.add_nodes_from(range(n))
    for (a, b), w in ties.items():
        x.add_edge(a, b, weight=w, length=1 / w)

    def harmonic(distance):
        # networkx sums over those who reach a node; here it is those whom a node reaches.
        found = networkx.harmonic_centrality(x.reverse() if directed else x, distance=distance)
        return [found[v] / max(1, n - 1) for v in range(n)]

    def unit(values):
        length = sum(v * v for v in values) ** 0.5
        return [v / length for v in values] if length > 0 else values

    answer = {
        "degree": g.degree(mode="out"),
        "betweenness": g.betweenness(directed=directed),
        "betweennessByLength": g.betweenness(directed=directed, weights=lengths),
        "closeness": harmonic(None),
        "closenessByLength": harmonic("length"),
        "pageRank": g.pagerank(directed=directed),
        "pageRankWeighted": g.pagerank(directed=directed, weights=weights),
        "core": igraph.Graph(n=n, edges=list({(min(a, b), max(a, b)) for a, b in pairs}), directed=False).coreness(),
        "distance": g.distances(source=[0], mode="out")[0],
    }
    if not directed:
        answer["eigenvector"] = unit(g.eigenvector_centrality(directed=False))
        answer["eigenvectorWeighted"] = unit(g.eigenvector_centrality(directed=False, weights=weights))
        answer["modularity"] = g.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1).modularity
        # Where two parts have the same greatest eigenvalue the vector is not one only.
        parts = sorted((max(networkx.adjacency_spectrum(x.subgraph(c), weight=None).real) for c in networkx.connected_components(x) if len(c) > 1), reverse=True)
        answer["oneVector"] = bool(len(parts) < 2 or parts[0] - parts[1] > 1e-6)
    answers.append(answer)
json.dump([{k: [None if isinstance(e, float) and e == float("inf") else e for e in v] if isinstance(v, list) else v for k, v in a.items()} for a in answers], sys.stdout)
