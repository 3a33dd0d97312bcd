/** Invented companies and other bodies, one a line: how they are written, then after " # " others that are not that body. Rules were made by these. */
export const COMPANY_CLUSTERS = `
Scheldevracht Logistics BV | Scheldevracht Logistics | SCHELDEVRACHT LOGISTICS B.V. | Schelde Vracht Logistiek BV | Scheldevracht Logistique SRL # Scheldevaart Logistics BV | Maasvracht Logistics BV
Antwerp Shipping Services NV | Antwerp Shipping Services | Antwerpen Shipping Services N.V. # Antwerp Shipping Agencies NV | Antwerp Stevedoring Services
Kadehuis Stuwadoors CVBA | Kadehuis Stuwadoors CV | Kade-Huis Stuwadoors # Kaaihuis Stuwadoors | Kadehuis Makelaars
Poldergroen Fruitveiling | Poldergroen Fruit Veiling CV | Polder Groen Fruitveiling # Polderzicht Fruitveiling | Poldergroen Bloemen
Gebroeders Vanlerberghe & Zonen | Gebr. Vanlerberghe en Zn. | Vanlerberghe Gebroeders NV # Gebroeders Vanlangenhove | Gebroeders Vandenberghe & Zonen
Entreprise Générale Marchandise & Fils | Entr. Générale Marchandise et Fils SA | Entreprise Generale Marchandise # Entreprise Générale Marchal & Fils | Entreprise Générale Moreau
Transports Delhougne SPRL | Transport Delhougne SRL | Delhougne Transports | Transports Delhoune # Transports Delhez SPRL | Transports Delhomme
Cie Maritime du Ponant | Compagnie Maritime du Ponant SA | C.M.P. Compagnie Maritime du Ponant # Compagnie Maritime du Levant | Compagnie Minière du Ponant
Société Wallonne d'Affrètement | Ste Wallonne d'Affretement SA | Societe Wallonne Affretement # Société Wallonne d'Assainissement | Société Flamande d'Affrètement
Hafenlogistik Nordmole GmbH | Hafenlogistik Nordmole Gesellschaft mbH | Hafen-Logistik Nordmole # Hafenlogistik Südmole GmbH | Hafenbau Nordmole GmbH
Bäckerei Grünfelder KG | Baeckerei Gruenfelder | Backerei Grunfelder KG # Bäckerei Grünewald KG | Metzgerei Grünfelder
Dr. Weißhaupt Chemiehandel AG | Weisshaupt Chemiehandel | Dr Weisshaupt Chemie-Handel AG # Weißbach Chemiehandel AG | Weißhaupt Maschinenbau AG
Thurnwald & Partner Steuerberatung mbB | Thurnwald und Partner Steuerberatung | Thurnwald Partner # Thurnherr & Partner Steuerberatung | Turmwald Immobilien
Harbour Gate Freight Ltd | Harbor Gate Freight Limited | Harbourgate Freight # Harbour Bridge Freight Ltd | Harbour Gate Catering Ltd
Whitmore & Sons Haulage Ltd. | Whitmore and Sons Haulage | Whitmore Sons Haulage Limited # Whitmarsh & Sons Haulage | Whitmore & Daughters Bakery
Nine Elms Commodities LLP | Nine Elms Commodities | 9 Elms Commodities LLP # Nine Oaks Commodities LLP | Nine Elms Catering
Falconridge Capital Partners Inc. | Falcon Ridge Capital Partners | Falconridge Capital Partners Incorporated # Falconbridge Capital Partners | Eagleridge Capital Partners
T.K.L. Overseas Pte. Ltd. | TKL Overseas Pte Ltd | T K L Overseas # TKM Overseas Pte Ltd | TLK Overseas
ООО «Невский Судоремонт» | Nevsky Sudoremont OOO | Nevskiy Sudoremont LLC | Newski Sudoremont # ООО «Невский Судострой» | ООО «Ладожский Судоремонт»
АО «Уралметаллтрейд» | Uralmetalltrade JSC | AO Uralmetalltreyd | Ural Metall Trade # АО «Уралхимтрейд» | АО «Сибметаллтрейд»
ПАО Каспийская Рыба | Kaspiyskaya Ryba PAO | Kaspijskaja Ryba PJSC # ПАО Балтийская Рыба | Каспийская Икра
ТОВ «Чорноморський Зерновий Термінал» | Chornomorskyi Zernovyi Terminal TOV | Chornomorsky Zernovy Terminal LLC # ТОВ «Чорноморський Вугільний Термінал» | Дунайський Зерновий Термінал
Родопи Лес ЕООД | Rodopi Les EOOD | Rodopi Les Ltd # Рила Лес ЕООД | Родопи Мед ЕООД
Дрина Транспорт д.о.о. | Drina Transport d.o.o. | Drina Transport DOO # Морава Транспорт д.о.о. | Дрина Осигурање
Šumadija Voće d.o.o. | Sumadija Voce DOO | Шумадија Воће # Šumadija Meso d.o.o. | Vojvodina Voće d.o.o.
Kruszywa Podlaskie Sp. z o.o. | Kruszywa Podlaskie | KRUSZYWA PODLASKIE SPZOO # Kruszywa Śląskie Sp. z o.o. | Meble Podlaskie
Řeznictví Dvořáček s.r.o. | Reznictvi Dvoracek | Řeznictví Dvořáček # Řeznictví Dvorský s.r.o. | Pekařství Dvořáček
Dunărea Cereale S.R.L. | Dunarea Cereale SRL | Dunarea Cereale # Oltul Cereale SRL | Dunărea Asigurări SRL
Tisza Halászati Kft. | Tisza Halaszati Kft | Tisza Halászati # Tisza Építő Kft. | Dráva Halászati Kft.
شركة الفرات للنقل | Al Furat Transport Co. | Furat Transport | Al-Forat Nakl # شركة الفارس للنقل | شركة دجلة للنقل
مؤسسة الياسمين للتجارة | Al Yasmin Trading Est. | Yasmine Trading | Alyasmeen Trading # مؤسسة الياقوت للتجارة | مؤسسة النرجس للتجارة
شركة الخليج الأزرق للشحن | Al Khaleej Al Azraq Shipping | Alkhalij Alazrak Shipping LLC # شركة الخليج الأخضر للشحن | Al Khaleej Al Arabi Insurance
مخبز الأندلس | Makhbaz Al Andalus | Makhbaz Al-Andalous # مخبز القدس | مطعم الأندلس
Qasr Al Sultan General Trading FZE | Qasr Alsultan General Trading | Kasr Al Soltan General Trading FZE # Qasr Al Amir General Trading FZE | Qasr Al Watan
Boğaziçi Gemi Acenteliği A.Ş. | Bogazici Gemi Acenteligi AS | Bogazici Gemi Acenteligi # Boğaziçi Gemi Sanayi A.Ş. | Marmara Gemi Acenteliği A.Ş.
Yıldıztepe Gıda San. Tic. Ltd. Şti. | Yildiztepe Gida Ltd Sti | Yıldıztepe Gıda # Yıldızeli Gıda Ltd. Şti. | Aydıntepe Gıda Ltd. Şti.
Kartal Nakliyat ve Ticaret | Kartal Nakliyat | Kartal Transport ve Ticaret Ltd Sti # Kara Nakliyat ve Ticaret | Şahin Nakliyat
Shqiponja e Zezë Ndërtim Sh.p.k. | Shqiponja e Zeze Ndertim SHPK | Shqiponja Zeze Ndertim # Shqiponja e Bardhë Ndërtim | Ujku i Zi Ndërtim
Conservas del Cantábrico S.A. | Conservas del Cantabrico SA | Conservas Cantabrico # Conservas del Atlántico S.A. | Conservas del Mediterráneo
Transportes Hermanos Olmedo S.L. | Transportes Hnos. Olmedo SL | Hermanos Olmedo Transportes # Transportes Hermanos Olivares S.L. | Transportes Hermanos Ojeda
Pescados Ría de Arosa SLU | Pescados Ria Arosa S.L.U. | Pescados Ría de Arosa # Pescados Ría de Vigo SLU | Mariscos Ría de Arosa
Cafés do Planalto Ltda. | Cafes do Planalto Ltda | Café do Planalto # Cafés do Litoral Ltda. | Açúcar do Planalto Ltda.
Bananas del Magdalena S.A.S. | Bananas del Magdalena SAS | Bananas Magdalena S.A.S # Bananas del Urabá S.A.S. | Flores del Magdalena SAS
Oleificio Fratelli Marchesini S.r.l. | Oleificio F.lli Marchesini | Oleificio Fratelli Marchesini SRL # Oleificio Fratelli Marchetti S.r.l. | Pastificio Fratelli Marchesini
Cantieri Navali del Tirreno S.p.A. | Cantieri Navali Tirreno SPA | Cantieri Navali del Tirreno # Cantieri Navali dell'Adriatico S.p.A. | Cantieri Edili del Tirreno
Νηρέας Ναυτιλιακή Α.Ε. | Nireas Naftiliaki AE | Nireas Shipping S.A. # Τρίτων Ναυτιλιακή Α.Ε. | Νηρέας Κατασκευαστική
VZW De Brugfiguur | De Brugfiguur vzw | Vzw De Brug-Figuur # VZW De Brugwachter | VZW De Spilfiguur
ASBL Les Amis du Quai | Les Amis du Quai asbl | Amis du Quai # ASBL Les Amis du Parc | Les Voisins du Quai
Moskee Al Ihsaan | Mosquée Al Ihsan | Masjid Al-Ihsan VZW | مسجد الإحسان # Moskee Al Imaan | Moskee An Nour
Koninklijke Roeivereniging Sport Nautique | Kon. Roeivereniging Sport Nautique | Roeivereniging Sport Nautique # Koninklijke Zeilvereniging Sport Nautique Gent Zuid | Koninklijke Roeivereniging Neptunus
Immo Dokzicht BV | Immo Dok Zicht | Immobiliën Dokzicht BV # Immo Parkzicht BV | Dokzicht Cleaning
Taxi Centrale Luchtbal | Taxicentrale Luchtbal BV | Taxi-Centrale Luchtbal # Taxi Centrale Linkeroever | Fietscentrale Luchtbal
Carwash Noorderlaan | Car Wash Noorderlaan BVBA | Carwash Noorderln # Carwash Noordersingel | Carwash Italiëlei
Pizzeria Da Gennaro | Pizzeria Gennaro | Da Gennaro Pizzeria BV # Pizzeria Da Gino | Pizzeria Da Vincenzo
Frituur 't Pleintje | Frituur Het Pleintje | Friture t Pleintje # Frituur 't Hoekje | Café 't Pleintje
Kapsalon Hair by Nadia | Hair by Nadia | Kapsalon Hair By Nadja # Hair by Samira | Nails by Nadia
Phone Corner Borgerhout | Phonecorner Borgerhout | Phone Corner Borgerhout BV # Phone Corner Deurne | Phone Shop Borgerhout
Steenbakkerij Rupelklei NV | Steenbakkerij Rupel Klei | Rupelklei Steenbakkerij # Steenbakkerij Scheldeklei NV | Steenbakkerij Rupelmonde
Vlaamse Visserijcoöperatie | Vlaamse Visserij Coöperatie CV | Vlaamse Visserijcooperatie # Vlaamse Zuivelcoöperatie | Zeeuwse Visserijcoöperatie
Container Depot Kallo BV | Containerdepot Kallo | Container-Depot Kallo B.V. # Container Depot Doel BV | Container Terminal Kallo
Oostkaai Koel- en Vrieshuis | Oostkaai Koel & Vrieshuis NV | Oostkaai Koelhuis Vrieshuis # Westkaai Koel- en Vrieshuis | Oostkaai Meubelhuis
Reederei Claasen-Brandt | Claasen Brandt Reederei GmbH & Co. KG | Reederei Claassen Brandt # Reederei Claasen-Petersen | Reederei Hansen-Brandt
Galaxy Mobile World SRL | Galaxy Mobileworld | Galaxy Mobile World # Galaxy Mobile Phones Repair Antwerp | Gulf Mobile World
Sahara Couscous House | Sahara Couscoushouse BV | Sahara Kouskous House # Sahara Kebab House | Atlas Couscous House
New Horizon Seafood Trading Co., Ltd | New Horizon Seafood Trading | Newhorizon Sea Food Trading # New Harvest Seafood Trading | Blue Horizon Seafood Trading
Guangzhou Hengtai Import & Export Co. Ltd. | Guangzhou Heng Tai Import and Export | Hengtai Guangzhou Import Export # Guangzhou Hengda Import & Export | Shenzhen Hengtai Import & Export
Patel Brothers Cash & Carry Ltd | Patel Bros Cash and Carry | Patel Brothers Cash & Carry # Patni Brothers Cash & Carry | Patel Brothers Jewellers
Adeyemi & Co Oil Services | Adeyemi and Company Oil Services Ltd | Adeyemi Co. Oil Services # Adebayo & Co Oil Services | Adeyemi Textiles
Garage Benzakour | Garage Ben Zakour BV | Benzakour Garage # Garage Benzema | Slagerij Benzakour
Slagerij El Boughaz | Boucherie El Boughaz | Slagerij Al Boghaz # Slagerij El Baraka | Bakkerij El Boughaz Tanger
Bijouterie Toumi | Bijouterie Toumi SPRL | Bijouterie Et-Toumi # Bijouterie Touzani | Boulangerie Toumi
Elektro Vermaelen-Smits | Electro Vermaelen Smits NV | Elektro Vermaelen & Smits # Elektro Vermeulen-Smits | Elektro Vermaelen-Jacobs
Waaslandse Containerdienst BV | Waaslandse Container Dienst | Waaslandse Containerdienst B.V. # Waaslandse Reinigingsdienst BV | Kempische Containerdienst BV
Van Sassenbroeck Logistics NV | Vansassenbroeck Logistics | Van Sassenbroeck Logistiek # Van Sassenhout Logistics NV | Van Sassenbroeck Advocaten
Établissements Grimonpont & Cie | Ets Grimonpont | Etablissements Grimonpont et Compagnie # Établissements Grimonprez & Cie | Garage Grimonpont
Hochseefischerei Kattwyk GmbH | Hochseefischerei Kattwyk | Hochsee-Fischerei Kattwyk GmbH # Hochseefischerei Finkenwerder GmbH | Kattwyk Bau GmbH
Silver Anchor Maritime Ltd | Silver Anchor Maritime Limited | Silveranchor Maritime # Silver Arrow Maritime Ltd | Golden Anchor Maritime Ltd
ООО «Северная Гавань» | Severnaya Gavan OOO | Severnaja Gawan | Severnaïa Gavan LLC # ООО «Южная Гавань» | ООО «Северная Верфь»
ТОВ «Карпати Експорт» | Karpaty Export TOV | Karpaty Eksport LLC # ТОВ «Карпати Туризм» | ТОВ «Поділля Експорт»
Ћирилица Штампа д.о.о. | Cirilica Stampa doo | Ćirilica Štampa d.o.o. # Латиница Штампа д.о.о. | Ћирилица Градња
شركة زهرة الشام للاستيراد | Zahrat Al Sham Import Co. | Zahrat Al-Cham Import # شركة زهرة المدائن للاستيراد | شركة نور الشام للاستيراد
Al Waha General Trading LLC | الواحة للتجارة العامة | Alwaha General Trading # Al Wahda General Trading LLC | Al Waha Contracting
Karadeniz Balıkçılık San. ve Tic. A.Ş. | Karadeniz Balikcilik AS | Karadeniz Balıkçılık # Akdeniz Balıkçılık A.Ş. | Karadeniz Fındık A.Ş.
Illyria Beton Sh.p.k. | Illyria Beton | Iliria Beton SHPK # Illyria Sigurime Sh.a. | Dardania Beton Sh.p.k.
Przetwórnia Owoców Malinowa Sp. z o.o. | Przetwornia Owocow Malinowa | PRZETWÓRNIA OWOCÓW MALINOWA SP Z O O # Przetwórnia Mięsa Malinowa | Przetwórnia Owoców Jagodowa Sp. z o.o.
Importaciones Hermanos Quiñones S.L. | Importaciones Hnos Quinones | Importaciones Hermanos Quiñones SL # Importaciones Hermanos Quintana S.L. | Exportaciones Hermanos Quiroga
Panificio San Gennarino di Esposito & C. S.n.c. | Panificio San Gennarino | Panificio S. Gennarino SNC # Panificio San Pasquale | Pizzeria San Gennarino
Nordic Reefer Lines AB | Nordic Reefer Lines | Nordic Reefer Line AB # Baltic Reefer Lines AB | Nordic Ferry Lines
G.H.K. Scrap Metals BV | GHK Scrap Metals | G H K Scrap Metals B.V. # GKH Scrap Metals BV | G.H.K. Flowers BV
Kledingwinkel Chez Farida | Chez Farida | Kledingwinkel Chez Faride # Chez Fatiha | Kledingwinkel Chez Samira
Garage De Ridderhoeve | Garage Ridderhoeve BV | Garage De Ridder Hoeve # Garage De Riddershof | Manège De Ridderhoeve
Tulip & Orchid Export BV | Tulip and Orchid Export | Tulip & Orchid Exports B.V. # Tulip & Rose Export BV | Tulip & Orchid Hotel
Sonangol Fishing Namibe Lda | Sonangol Fishing Namibe Limitada | Sonangol Fishing Namibe # Sonangol Shipping Luanda Lda | Benguela Fishing Namibe Lda
Eastgate Self Storage plc | East Gate Self Storage | Eastgate Selfstorage PLC # Westgate Self Storage plc | Eastgate Dental plc
`.trim().split('\n').map((line) => {
  const [own = '', others = ''] = line.split(' # ');
  return { spellings: own.split(' | '), others: others.split(' | ').filter((each) => each !== '') };
});
