/**
 * Invented persons and companies that no rule or vocabulary was made by: written after both were done, and only measured. One a line: how the name is written, parted by
 * " | ", then after " # " others. What is found wrong here stays wrong until it is found elsewhere as well.
 */
const clusters = (lines: string): { spellings: string[]; others: string[] }[] => lines.trim().split('\n').map((line) => {
  const [own = '', others = ''] = line.split(' # ');
  return { spellings: own.split(' | '), others: others.split(' | ').filter((each) => each !== '') };
});

export const HELD_OUT_PERSONS = clusters(`
Abdelouahab Serghini | Abdel Wahab Serghini | عبد الوهاب السرغيني | SERGHINI Abdelwahab # Abdelouahed Serghini | Abdelouahab Sekkat
Hamza Oulhaj | Hamza Oul Haj | حمزة أولحاج | Hamzah Oulhadj # Hamza Oulad | Hatim Oulhaj
Touria Benmoussa | Thouria Ben Moussa | ثريا بنموسى | Turia Benmusa # Touria Bennouna | Souad Benmoussa
Larbi Ouazzani Chahdi | العربي الوزاني الشاهدي | Larbi Wazzani Chahdi | Ouazzani Chahdi Larbi # Larbi Ouahabi | Othmane Ouazzani Chahdi
Kaltoum Amghar | Keltoum Amghar | كلثوم أمغار | Kalthoum Amrar # Kaltoum Amrani | Khaled Amghar
Tarek Fawzy Mansour | طارق فوزي منصور | Tariq Fawzi Mansur | Tarek Fouzi Mansour # Tarek Fathy Mansour | Karim Fawzy Mansour
Hani Shukri Ghanem | هاني شكري غانم | Hany Shoukry Ghanem | Hani Choukri Ghanim # Hani Shukri Ghali | Rami Shukri Ghanem
Munther Al-Zoubi | منذر الزعبي | Monzer Zoubi | Mundhir Al Zu'bi # Munther Al-Zeidan | Mutaz Al-Zoubi
Salwa Barakat | سلوى بركات | Saloua Barakate | Salwah Barakat # Salma Barakat | Salwa Baraka
Abdulkarim Al-Jasim | عبدالكريم الجاسم | Abdel Karim Jassem | Abd al-Karim Al Jasem # Abdulkarim Al-Jaber | Abdulrahim Al-Jasim
Behrouz Nikpour | بهروز نیک‌پور | Behrooz Nik Pour | Behruz Nikpur # Behnam Nikpour | Behrouz Nikzad
Mahsa Golshani | مهسا گلشنی | Mahsa Golchani | Mehsa Gulshani # Mahnaz Golshani | Mahsa Golestani
Zabihullah Noorzai | ذبیح‌الله نورزی | Zabiullah Nurzai | Zabih Ullah Noorzay # Zabihullah Popalzai | Samiullah Noorzai
İlknur Sağlam | Ilknur Saglam | SAĞLAM İlknur | Ilknur Sağlam # İlknur Sağır | İlkay Sağlam
Tuğrul Şenyuva | Tugrul Senyuva | Tuğrul Senyuva | Tugrul Shenyuva # Tuğrul Şener | Turgay Şenyuva
Cüneyt Güvenç | Cuneyt Guvenc | Cueneyt Guevenc | GÜVENÇ Cüneyt # Cüneyt Gürbüz | Cevdet Güvenç
Shpend Rrustemi | Shpend Rustemi | Шпенд Рустеми | Spend Rustemi # Shpend Ramadani | Shpëtim Rrustemi
Vjosa Gërguri | Vjosa Gerguri | Vyosa Gerguri | Gërguri V. # Vjosa Gërvalla | Vlora Gërguri
Radomir Ćosić | Radomir Cosic | Радомир Ћосић | Radomir Tchossitch # Radomir Ćirić | Radoslav Ćosić
Dragoljub Žarković | Dragoljub Zarkovic | Драгољуб Жарковић | Dragolyub Zharkovich # Dragoljub Živanović | Dragutin Žarković
Аркадий Семёнович Бухаров | Arkady Bukharov | Arkadij Bucharow | Arkadi Boukharov # Аркадий Бухарин | Анатолий Бухаров
Лилия Зарипова | Liliya Zaripova | Lilia Saripowa | Lilija Zaripova # Лилия Закирова | Лидия Зарипова
Егор Пшеничников | Yegor Pshenichnikov | Jegor Pschenitschnikow | Egor Pchenitchnikov # Игорь Пшеничников | Егор Пшеницын
Ибрагим Эльмурзаев | Ibragim Elmurzaev | Ibrahim Elmurzayev | Ibragim Elmursajew # Ибрагим Эльжуркаев | Исмаил Эльмурзаев
Богдан Їжакевич | Bohdan Yizhakevych | Bogdan Izhakevich | Bohdan Jischakewytsch # Богдан Іваницький | Богуслав Їжакевич
Ганна Литвиненко | Hanna Lytvynenko | Anna Litvinenko | Ganna Lytvynenko # Ганна Лисенко | Галина Литвиненко
Калин Райчев | Kalin Raychev | Kalin Raitschew | Kalin Raitchev # Калин Райков | Камен Райчев
Zdzisław Chmura | Zdzislaw Chmura | CHMURA Zdzisław | Zdzislav Hmura # Zdzisław Chmiel | Zygmunt Chmura
Květoslava Šťastná | Kvetoslava Stastna | Kvetoslava Shtastna | ŠŤASTNÁ Květoslava # Květoslava Šimková | Jaroslava Šťastná
Doinița Brânzei | Doinita Branzei | Doinitsa Brinzei | Brânzei Doinița # Doina Brătescu | Dorina Brânzei
Gert Van Hoeydonck | Gert Vanhoeydonck | VAN HOEYDONCK Gert | Gert Van Hoeijdonck # Geert Van Hoey | Gert Van Hoorebeke
Liesbet 's Jongers | Liesbeth Sjongers | Liesbet Sjongers | 's Jongers, Liesbet # Liesbet Jonckers Maes | Lies De Jonge
Christophe Van der Eecken | Christof Vandereecken | Kristof Van Der Eecken | VANDEREECKEN Christophe # Christophe Van der Elst | Christian Van der Eecken
Jean-Noël Thibeaumont | Jean Noel Thibeaumont | J-N Thibeaumont | Thibaumont Jean-Noël # Jean-Yves Thibeaumont | Jean-Noël Thiébaut
Solange Mathonet-Crahay | Solange Mathonet | Solange Mathonet Crahay | MATHONET-CRAHAY Solange # Solange Mathot | Sylviane Mathonet-Crahay
Hildegard Schönfließ | Hildegard Schoenfliess | Hildegard Schonfliess | H. Schönfließ # Hildegard Schönfeld | Irmgard Schönfließ
Iker Goikoetxea Lasa | Iker Goicoechea Lasa | Iker Goikoetxea | Goikoetxea Lasa Iker # Iker Goñi Lasa | Unai Goikoetxea Lasa
Luz Marina Buitrago | Luzmarina Buitrago | Luz M. Buitrago | BUITRAGO Luz Marina # Luz Stella Buitrago | Luz Marina Buendía
Pasquale Iannuzzi | Pasquale Jannuzzi | Pasquale Ianuzzi | IANNUZZI P. # Pasquale Iannone | Pasqualina Iannuzzi
Patrick O'Driscoll | Paddy O'Driscoll | Patrick ODriscoll | O Driscoll Patrick # Patricia O'Driscoll | Patrick O'Donovan
Souleymane Bagayoko | Suleyman Bagayogo | Soulaymane Bagayoko | BAGAYOKO Souleymane # Sekou Bagayoko | Souleymane Bamba
Αικατερίνη Λαμπροπούλου | Aikaterini Lampropoulou | Katerina Lambropoulou | Ekaterini Lampropoulou # Αικατερίνη Λαμπράκη | Ευαγγελία Λαμπροπούλου
`);

export const HELD_OUT_COMPANIES = clusters(`
Noorderkempen Betonwerken NV | Noorderkempen Betonwerken | Noorder Kempen Betonwerken N.V. # Noorderkempen Dakwerken NV | Zuiderkempen Betonwerken NV
Drukkerij Van Elewyck & Zoon | Van Elewyck en Zoon Drukkerij | Drukkerij Vanelewyck # Drukkerij Van Elslande & Zoon | Schrijnwerkerij Van Elewyck
Menuiserie Lambiotte SRL | Menuiserie Lambiotte | Menuiserie Lambiote SPRL # Menuiserie Lambillotte & Co Namur | Toiture Lambiotte
Cabinet d'Expertise Maritime du Détroit SARL | Cabinet Expertise Maritime du Detroit | Cabinet d'Expertise Maritime Détroit # Cabinet d'Expertise Automobile du Détroit | Cabinet d'Avocats du Détroit
Weserkontor Getreidehandel GmbH & Co. KG | Weserkontor Getreidehandel | Weser-Kontor Getreidehandel GmbH # Elbkontor Getreidehandel GmbH | Weserkontor Weinhandel GmbH
Copperfield Salvage & Towage Ltd | Copperfield Salvage and Towage Limited | Copperfield Salvage Towage # Copperfield Bakery Ltd | Chesterfield Salvage & Towage Ltd
L.M.R. Chartering Pte Ltd | LMR Chartering | L M R Chartering Pte. Ltd. # LRM Chartering Pte Ltd | LMR Jewellery
ООО «Янтарный Берег» | Yantarny Bereg LLC | Jantarnyj Bereg OOO | Iantarny Bereg # ООО «Янтарный Мост» | ООО «Золотой Берег»
ЗАО «Волгапромсервис» | Volgapromservis ZAO | Volgapromservice CJSC | Wolgapromservis # ЗАО «Волгастройсервис» | ЗАО «Донпромсервис»
ПП «Дністровські Сади» | Dnistrovski Sady PP | Dnistrovsky Sady # ПП «Дніпровські Сади» | ПП «Дністровські Меблі»
شركة درة البحر للتجارة | Durrat Al Bahr Trading Co | Dorrat Albahr Trading # شركة نجمة البحر للتجارة | شركة درة الصحراء للتجارة
Bayt Al Zaytoun Foods WLL | بيت الزيتون للأغذية | Beit Al Zaitoun Foods # Bayt Al Tamr Foods WLL | Bayt Al Zaytoun Furniture
Altınkum Turizm Otelcilik Ltd. Şti. | Altinkum Turizm Otelcilik | ALTINKUM TURİZM OTELCİLİK LTD ŞTİ # Altınova Turizm Otelcilik Ltd. Şti. | Altınkum Tekstil Ltd. Şti.
Zeytindalı Gıda Pazarlama A.Ş. | Zeytindali Gida Pazarlama AS | Zeytin Dalı Gıda Pazarlama # Zeytinova Gıda Pazarlama A.Ş. | Zeytindalı İnşaat A.Ş.
Korabi Peshk Sh.p.k. | Korabi Peshk SHPK | Korabi Peshk # Korabi Ndërtim Sh.p.k. | Drini Peshk Sh.p.k.
Stolarstwo Bielawski Sp. j. | Stolarstwo Bielawski | STOLARSTWO BIELAWSKI SP.J. # Stolarstwo Bielecki Sp. j. | Piekarnia Bielawski
Pivovar Třeboňka a.s. | Pivovar Trebonka | Pivovar Třeboňka # Pivovar Litovelka a.s. | Mlékárna Třeboňka
Marisquería Punta Lucero S.L.U. | Marisqueria Punta Lucero SLU | Marisquería Punta Lucero # Marisquería Punta Galea S.L.U. | Cafetería Punta Lucero
Transportadora Rio Doce Ltda. | Transportadora Rio Doce | Transp. Rio Doce Ltda # Transportadora Rio Negro Ltda. | Madeireira Rio Doce Ltda.
Autofficina Fratelli Bonfanti S.n.c. | Autofficina F.lli Bonfanti | Autofficina Fratelli Bonfanti # Autofficina Fratelli Bonetti S.n.c. | Gelateria Bonfanti
Kringwinkel De Stroom vzw | Kringwinkel De Stroom | De Stroom Kringwinkel # Kringwinkel De Wind vzw | Muziekschool De Stroom
Belwash Car Cleaning BV | Bel Wash Car Cleaning | Belwash Carcleaning # Belwax Car Cleaning BV | Belwash Dry Cleaners Gent Centrum
Snack Nil Bleu | Snack Le Nil Bleu | Snack Nil Bleu SRL # Snack Mer Bleue | Hôtel Nil Bleu
Thanh Long Import Export Co., Ltd | Thanh Long Import-Export | Thanhlong Import Export Company # Thanh Hoa Import Export Co., Ltd | Thanh Long Restaurant
`);
