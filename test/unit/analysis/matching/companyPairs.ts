/** Labelled pairs of invented names of companies and other bodies, "one | other"; every second pair is held out. */
export const SAME_COMPANIES = `
Scheldekaai Shipping NV | Scheldekaai Shipping
Noordzee Fruit Import BVBA | Noordzee Fruit Import BV
Transport Vandeput & Zonen | Vandeput en Zonen Transport NV
Etablissements Lambert et Fils SA | Ets Lambert & Fils
Société Anonyme Cargo du Nord | Cargo du Nord S.A.
Müller & Söhne Spedition GmbH & Co. KG | Mueller und Soehne Spedition
Hanseatische Lagerhaus AG | Hanseatische Lagerhaus Aktiengesellschaft
Çınar Dış Ticaret Ltd. Şti. | Cinar Dis Ticaret
Öztürk Nakliyat A.Ş. | Ozturk Nakliyat AS
ООО «Балтийский Терминал» | Baltiyskiy Terminal OOO
ЗАО Восток-Импорт | Vostok Import ZAO
ТОВ Дніпро Логістика | Dnipro Lohistyka TOV
شركة النجمة للتجارة | Al Najma Trading Co
مؤسسة الهلال | Al Hilal Est
Rotterdam Reefer Services B.V. | Rotterdam Reefer Services
R.R.S. Holding BV | RRS Holding
Deltaport Terminals NV | Delta Port Terminals N.V.
Blue Ocean Freight Forwarding Ltd | Blue Ocean Freight Forwarding Limited
Atlas-Maritime S.A.R.L. | Atlas Maritime SARL
Comercial Hermanos Vega S.L. | Comercial Hermanos Vega SL
Frutas del Sur, Sociedad Limitada | Frutas del Sur SL
Importadora São Jorge Ltda | Importadora Sao Jorge
Agroexport Medellín S.A.S. | Agro Export Medellin SAS
Exportadora Bananera Guayas S.A. | Exportadora Bananera Guayas Sociedad Anonima
Kompania Shqiponja Sh.p.k. | Shqiponja SHPK
Adriatik Trans d.o.o. | Adriatic Trans DOO
Novák Stavby s.r.o. | Novak Stavby
Kowalski Transport Sp. z o.o. | Kowalski Transport
Garage Van Hecke | Garage Vanhecke BVBA
Immo Zuiderzicht Comm.V | Immo Zuiderzicht
Boulangerie Saint-Michel SPRL | Boulangerie St Michel
Brasserie De l'Étoile SRL | Brasserie de l'Etoile
Nachtwinkel Al Madina | Night Shop Al Madina
Autohandel Kaya & Co | Kaya Autohandel
Schoonmaakbedrijf Zilver BV | Schoonmaakbedrijf Zilver
Vishandel 't Anker | Vishandel Het Anker
Café De Zwarte Kat | Cafe Zwarte Kat
VZW Jeugdhuis Pluto | Jeugdhuis Pluto
Stichting Vrienden van de Haven | Vrienden van de Haven
Antwerp Container Repair BV | Antwerp Container Repairs
Global Reach Consulting LLC | Global Reach Consulting
Kapital Invest Holding S.à r.l. | Kapital Invest Holding SARL
First Marine Bunkering Pte Ltd | First Marine Bunkering
Golden Dragon Import Export Co., Ltd. | Golden Dragon Import-Export
Sunrise Shipping & Trading | Sunrise Shipping and Trading Ltd
Oceanwide Lojistik San. ve Tic. A.Ş. | Oceanwide Lojistik
Trattoria Bella Napoli di Rossi Mario | Trattoria Bella Napoli
Officine Meccaniche Ferri S.p.A. | Officine Meccaniche Ferri
Kühne Lagertechnik GmbH | Kuehne Lagertechnik
Petrov i Synove EOOD | Петров и Синове ЕООД
Thessaloniki Naftiliaki A.E. | Θεσσαλονίκη Ναυτιλιακή ΑΕ
Rederij Maas & Waal | Rederij Maas en Waal BV
Belga Fresh Logistiks | Belga Fresh Logistics NV
Haven Express Koeriers | Havenexpress Koeriers
Ets. Diallo et Frères | Etablissements Diallo Freres
Cash Converters Borgerhout | Cash Convertors Borgerhout
M.T.S. Trucking | MTS Trucking NV
Firma Gebroeders Peeters | Gebr. Peeters
Westhoek Groenten CVBA | Westhoek Groenten CV
Ibn Sina Apotheek | Apotheek Ibn Sina
`.trim().split('\n').map((line) => line.split(' | ') as [string, string]);

export const OTHER_COMPANIES = `
Scheldekaai Shipping NV | Scheldedok Shipping NV
Noordzee Fruit Import BV | Oostzee Fruit Import BV
Transport Vandeput | Transport Vandenput Claes Martens
Lambert et Fils SA | Laurent et Fils SA
Cargo du Nord SA | Cargo du Sud SA
Müller Spedition GmbH | Meier Spedition GmbH
Hanseatische Lagerhaus AG | Hanseatische Reederei AG
Çınar Ticaret | Çelik Ticaret
Öztürk Nakliyat | Yıldız Nakliyat
ООО Балтийский Терминал | ООО Балтийский Завод
Vostok Import | Zapad Import
Dnipro Logistics | Dnister Logistics
Al Najma Trading | Al Nasr Trading
Al Hilal Est | Al Jamal Est
Rotterdam Reefer Services | Rotterdam Barge Services
RRS Holding | RSS Holding
Deltaport Terminals | Europort Terminals
Blue Ocean Freight | Red Ocean Freight
Atlas Maritime | Atlantis Yachts
Hermanos Vega SL | Hermanos Vidal SL
Frutas del Sur | Frutas del Norte
Importadora Sao Jorge | Importadora Sao Paulo
Exportadora Bananera Guayas | Exportadora Camaronera Guayas
Adriatik Trans | Baltik Trans
Novak Stavby | Novotny Stavby
Kowalski Transport | Kaminski Transport
Garage Van Hecke | Garage Van Acker
Immo Zuiderzicht | Immo Noorderzicht
Boulangerie Saint-Michel | Boulangerie Saint-Martin
Brasserie de l'Etoile | Brasserie de la Gare
Night Shop Al Madina | Night Shop Al Baraka
Kaya Autohandel | Kara Autohandel
Vishandel Het Anker | Vishandel Het Roer
Café De Zwarte Kat | Café De Witte Kat
Jeugdhuis Pluto | Jeugdhuis Saturnus
Vrienden van de Haven | Vrienden van het Park
Antwerp Container Repair | Antwerp Container Transport Verstraeten
Global Reach Consulting | Global Beach Club
Golden Dragon Import Export | Golden Phoenix Import Export
Sunrise Shipping | Sunset Shipping
Oceanwide Lojistik | Landwide Lojistik
Bella Napoli | Bella Roma
Officine Ferri | Officine Ferrari
Kuehne Lagertechnik | Krone Lagertechnik
Rederij Maas & Waal | Rederij Rijn & Lek
Belga Fresh Logistics | Belga Cold Logistics
Haven Express Koeriers | Stad Express Koeriers
MTS Trucking | MLS Trucking
Gebroeders Peeters | Gebroeders Pauwels
Westhoek Groenten | Waasland Groenten
Apotheek Ibn Sina | Apotheek Ibn Rushd
Quick Transport 24 | Quick Transport 48
Terminal 730 BV | Terminal 869 BV
Delta Fruit | Delta Staal
North Star Shipping | South Star Shipping
Eagle Security | Falcon Security
Istanbul Market | Izmir Market
Trans Europe Express | Trans Asia Express
Primeur Groenten | Primus Bier
De Gouden Leeuw | De Gouden Arend
`.trim().split('\n').map((line) => line.split(' | ') as [string, string]);
