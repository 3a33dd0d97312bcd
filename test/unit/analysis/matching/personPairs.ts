/**
 * Labelled pairs of names, invented or common, "one | other": how one person is written by several services, and who is not the same however alike the names are.
 * Every second pair is held out: rules and vocabularies are made by the others.
 */
export const SAME_PERSONS = `
Karim Belkacem | BELKACEM Karim
Yassine El Amrani | Amrani, Yassin
Fouad Ben Haddou | Fuad Benhaddou
Abdelkarim Ouali | Abd al-Karim Wali
Nordine Bouchikhi | Noureddine Bouchikhi
Mustapha Zerouali | Mostafa Zeroualy
Rachid Boukhari | Rashid Bukhari
Hicham Chaouki | Hisham Shawqi
Tarik Ouled Said | Tareq Oulad Saïd
Jamal Eddine Khattabi | Djamel Eddin El Khatabi
Zakaria Bouzidi | Zachariah Bouzidi
Younes Cherkaoui | Yunus Sharqawi
Saïd Aït Ouazzou | Said Aitouazzou
Khadija Bensaïd | Chadija Ben Said
Fatima-Zohra Lahlou | Fatima Zahra Lahlou
Soufiane Mejdoubi | Sufyan Majdoubi
Abderrahmane Tlemcani | Abdul Rahman Tilimsani
Abdessamad Idrissi | Abd es Samad El Idrissi
Ayoub Tahiri | Ayub Tahiry
Ilyas Benjelloun | Elias Ben Jelloun
محمود درويش | Mahmoud Darwish
يوسف الخطيب | Youssef Al Khatib
سعيد بن عمر | Said Ben Omar
فاطمة الزهراء | Fatima Zahra
طارق العمري | Tarek El Omari
حسين جابر | Hussein Jaber
رشيد بوشارب | Rachid Bouchareb
عبد الرحمن السوداني | Abderrahman Soudani
نور الدين منصور | Noureddine Mansour
زكريا القاسم | Zakaria Kassem
عمر خليفة | Omar Khalifa
كريم الشريف | Karim Cherif
سليمان حداد | Souleymane Haddad
ناصر الحربي | Nasser Al-Harbi
بلال مراد | Bilal Mourad
هشام قدور | Hicham Kaddour
مصطفى شاكر | Mustafa Shakir
جمال عبد الناصر | Gamal Abdel Nasser
Дмитрий Соколов | Dmitry Sokolov
Сергей Александрович Жуков | Sergei Zhukov
Евгений Чернышёв | Evgeny Chernyshev
Алексей Хрущёв | Aleksej Chruščëv
Наталья Шевченко | Nataliya Shevchenko
Юрий Цветков | Iurii Tsvetkov
Ирина Ющенко | Iryna Yushchenko
Михаил Щукин | Mikhail Shchukin
Анна Яковлева | Anna Jakowlewa
Володимир Коваленко | Volodymyr Kovalenko
Олександр Гончарук | Oleksandr Honcharuk
Ђорђе Јовановић | Djordje Jovanovic
Слободан Живковић | Slobodan Zivkovic
Георги Димитров | Georgi Dimitrov
Христо Желязков | Hristo Zhelyazkov
Андрей Зайцев | Andrey Zaytsev
Пётр Ильич Афанасьев | Piotr Afanassiev
Виктор Цой | Viktor Tsoy
Екатерина Воробьёва | Ekaterina Vorobyova
Рустам Джабраилов | Rustam Dzhabrailov
Магомед Алиев | Mohammed Aliyev
Николай Кузнецов | Nikolaj Kusnezow
Татьяна Михайловна Белова | Tatiana Belova
Γιώργος Παπαδόπουλος | Giorgos Papadopoulos
Νίκος Οικονόμου | Nikos Ikonomou
Κωνσταντίνος Βασιλείου | Konstantinos Vasileiou
Δημήτρης Χατζής | Dimitris Hatzis
Ευάγγελος Μπάλτας | Evangelos Baltas
דוד כהן | David Cohen
משה לוי | Moshe Levi
יצחק רבינוביץ | Yitzhak Rabinovich
שרה פרידמן | Sarah Friedman
Ahmet Yıldırım | Ahmet Yildirim
Mustafa Çağlar | Mustafa Caglar
Hüseyin Şahin | Huseyin Sahin
Gülşen Aydoğan | Gulsen Aydogan
İbrahim Koç | Ibrahim Koc
Uğur Güneş | Ugur Gunes
Özgür Doğan | Oezguer Dogan
Mehmet Ali Erdoğan | Erdogan Mehmet-Ali
Süleyman Kılıç | Suleyman Kilic
Emre Tunç | Emre Tunch
Agron Hoxhaj | Agron Hodjaj
Besnik Gjoka | Besnik Djoka
Arben Xhafa | Arben Djafa
Shkëlzen Berisha | Shkelzen Berisa
Përparim Çeku | Perparim Ceku
Fatmir Thaçi | Fatmir Thaci
Ylli Krasniqi | Illi Krasnici
Miloš Đukić | Milos Djukic
Željko Šarić | Zeljko Saric
Stanislav Dvořák | Stanislav Dvorak
Łukasz Wiśniewski | Lukasz Wisniewski
Grzegorz Szymański | Gregor Szymanski
Małgorzata Kowalska | Malgorzata Kowalski
Ștefan Țurcanu | Stefan Turcanu
Ion Ceaușu | Ioan Ceausu
László Szabó | Laszlo Szabo
Nagy István | Istvan Nagy
Juan Carlos Hernández López | Juan Hernandez
María José Núñez | Maria Jose Nunez
Pedro de la Fuente | Pedro Delafuente
Francisco Javier Muñoz | Paco Munoz
João da Silva | Joao Silva
Jorge Gonçalves dos Santos | Jorge Goncalves Santos
Luís Magalhães | Luis Magalhaes
Hans-Jürgen Müller | Hans Juergen Mueller
Jürgen Großmann | Juergen Grossmann
Karl-Heinz Schröder | Karlheinz Schroeder
Friedrich von Weizsäcker | Weizsaecker Friedrich
Günther Köhler | Gunther Kohler
Katharina Weiß | Katarina Weiss
Wouter van der Meulen | Vandermeulen Wouter
Pieter de Backer | Piet De Backer
Willem Claeys | Wim Claeys
Kris Vandenberghe | Kris Van den Berghe
Johan De Wachter | DEWACHTER Johan
Kathleen T'Jampens | Kathleen Tjampens
Joris Van 't Hof | Joris Vanthof
Guy Verhoeven | G. Verhoeven
Antoon Dierickx | Toon Dierickx
Cornelis Dijkstra | Cornelis Dykstra
Johannes Ruijter | Johannes Ruyter
Marie-Claire Lefèvre | Marie Claire Lefebvre
François Lemaître | Francois Lemaitre
Jean-Baptiste Dubois | J.B. Dubois
Stéphane Le Gall | Stephane Legall
Benoît d'Haese | Benoit Dhaese
Guillaume Désiré | Guillaume Desire
Alexandre Lacroix | Alex Lacroix
Catherine Marchal | Katrien Marchal
Giovanni Esposito | Gianni Esposito
Giuseppe D'Angelo | Giuseppe Dangelo
Salvatore Lo Cascio | Salvatore Locascio
Nguyễn Văn Hùng | Hung Van Nguyen
Trần Thị Mai | Tran Thi Mai
Lê Minh Đức | Duc Minh Le
William Harrison | Bill Harrison
Elizabeth Turner | Liz Turner
Michael O'Connor | Mike OConnor
Robert McGregor | Rob Mac Gregor
James Thompson | Jim Thomson
Steven Philips | Stephen Phillips
Jonathan Brooks | Jonathon Brooks
Christopher Lee Evans | Chris Evans
Thomas Vermeersch | Thomas Vermersch
Dirk Timmermans | Dirk Timmmermans
Sofie Lambrechts | Sofie Lambrecths
Bart Hendrickx | Bart Hendriks
Nele Vanhoutte | Nele Van Houte
Gregory Delvaux | Gregory Delveaux
Mamadou Diallo | Mamadu Dialo
Ousmane Traoré | Usman Traore
Ibrahima Sow | Ibrahim Sow
Amadou Ndiaye | Amadou N'Diaye
Oluwaseun Adeyemi | Adeyemi Oluwaseun
Harpreet Singh Gill | Harpreet Gill
Muhammad Usman Qureshi | M. Usman Qureshi
Syed Ali Raza | Sayyid Ali Reza
Gholamreza Hosseini | Gholam Reza Husseini
Shahrokh Tabrizi | Shahrukh Tabrizi
محمدرضا کریمی | Mohammad Reza Karimi
علی اکبر هاشمی | Ali Akbar Hashemi
Giorgi Kvirikashvili | Georgi Kvirikachvili
Armen Hakobyan | Armen Akopyan
Zaur Mammadov | Zaur Mamedov
Ravshan Yusupov | Равшан Юсупов
Anzor Tsarnaev | Анзор Царнаев
Yevhen Hrytsenko | Євген Гриценко
Wladimir Schukow | Владимир Жуков
Feodor Dostoyevsky | Fjodor Dostojewski
Mohamed Amine Benali | Med Amine Ben Ali
Hassan Ould Mohamed | حسن ولد محمد
Abu Bakr Al Masri | Aboubakr El Masry
Oussama Atar | Osama Attar
Najim Laachraoui | Nadjim Laashrawi
Fayçal Cheffou | Faysal Sheffou
Mehdi Nemmouche | Mahdi Nemmouch
`.trim().split('\n').map((line) => line.split(' | ') as [string, string]);

export const OTHER_PERSONS = `
Karim Belkacem | Kamel Belkacem
Yassine El Amrani | Yacine El Alami
Fouad Ben Haddou | Fouad Ben Hammou
Abdelkarim Ouali | Abdelkader Ouali
Nordine Bouchikhi | Nordine Bouzidi
Mustapha Zerouali | Mustapha Zerrouki
Rachid Boukhari | Rachid Bouhali
Hicham Chaouki | Hakim Chaouki
Jamal Khattabi | Kamal Khattabi
Younes Cherkaoui | Yassine Cherkaoui
Khadija Bensaid | Khalid Bensaid
Soufiane Mejdoubi | Sofia Mejdoubi
Ayoub Tahiri | Ayoub Taheri Nejad Khan
Samir Haddad | Samira Haddad
Nabil Mansouri | Nabila Mansouri
Amine Benali | Amina Benali
Said Bakkali | Sadia Bakkali
Bilal Aziz | Hilal Aziz
Hamza Idrissi | Hamid Idrissi
Anas Rahmani | Anissa Rahmani
محمود درويش | Mohamed Darwish
يوسف الخطيب | يونس الخطيب
حسين جابر | حسن جابر
عمر خليفة | عمار خليفة
كريم الشريف | كمال الشريف
ناصر الحربي | منصور الحربي
بلال مراد | جلال مراد
سعيد بن عمر | سعد بن علي
طارق العمري | طارق العامودي
Дмитрий Соколов | Дмитрий Смирнов
Сергей Жуков | Андрей Жуков
Наталья Шевченко | Наталья Савченко
Иван Кузнецов | Иван Кравцов
Михаил Щукин | Михаил Чукин Бородин
Александр Попов | Алексей Попов
Александр Иванов | Александра Волкова
Олег Белов | Олег Беляев
Анна Морозова | Инна Морозова
Павел Новиков | Павел Новак
Максим Орлов | Максим Козлов
Roman Petrenko | Ruslan Petrenko
Viktor Bondar | Viktoria Bondar
Oleksandr Shevchuk | Oleksandr Shevchenko
Igor Lebedev | Egor Lebedev
Georgios Papadopoulos | Georgios Papadakis
Nikos Ikonomou | Nikos Oikonomidis
דוד כהן | דניאל כהן
Moshe Levi | Moshe Levin
Ahmet Yildirim | Mehmet Yildirim
Mustafa Sahin | Murat Sahin
Hasan Demir | Hasan Demirci
Emre Kaya | Eren Kaya
Fatih Koc | Fatih Kocak
Ali Celik | Ali Cetin
Huseyin Yilmaz | Hasan Yilmaz
Serkan Ozturk | Sercan Oz
Agron Berisha | Arben Berisha
Besnik Krasniqi | Besim Krasniqi
Fatmir Gashi | Fatos Gashi
Milan Jovanovic | Milos Jovanovic
Dragan Petrovic | Goran Petrovic
Nikola Markovic | Nikola Mirkovic
Zoran Stojanovic | Zoran Stojkovic
Lukasz Nowak | Lukasz Nowicki
Piotr Kowalski | Pawel Kowalski
Tomasz Zielinski | Tomasz Zelinski Kaminski
Juan Garcia Lopez | Juan Garcia Perez
Jose Hernandez | Jose Fernandez
Carlos Martinez | Carlos Marquez
Maria Rodriguez | Mario Rodriguez
Luis Gonzalez | Luisa Gonzalez
Antonio Ramos | Antonia Ramos
Pedro Alvarez | Pablo Alvarez
Joao Silva | Jose Silva
Paulo Santos | Paula Santos
Hans Muller | Hans Moller
Jurgen Schmidt | Jorg Schmidt
Peter Schneider | Petra Schneider
Thomas Weber | Tobias Weber
Stefan Fischer | Stefanie Fischer
Klaus Hoffmann | Klaus Hofmeister
Karl Bauer | Karla Bauer
Jan Peeters | Jens Peeters
Wouter Maes | Walter Maes
Pieter De Backer | Pieter De Becker
Kris Janssens | Koen Janssens
Johan Willems | Johan Wouters
Tom Claes | Tim Claes
Bart Goossens | Bert Goossens
Marc Jacobs | Maarten Jacobs
Dirk Mertens | Dirk Martens
Stijn Van Damme | Stijn Van Dam
Luc Desmet | Luc De Smedt
An Vermeulen | Anja Vermeulen
Geert Vandamme | Gerrit Vandamme
Pieter Bogaert | Pieter Bogaerts Claessens
Sven Cools | Sven Ceulemans
Filip Dubois | Filip Dupont
Jean Martin | Jeanne Martin
Michel Lambert | Michèle Lambert
Pascal Dumont | Pascal Dupont
Philippe Leroy | Philippe Leclercq
Daniel Simon | Danielle Simon
Marcel Petit | Marc Petit
Jean-Pierre Dupont | Jean-Paul Dupont
Marie Laurent | Marion Laurent
Francois Leroy | Francoise Leroy
Giovanni Russo | Giovanna Russo
Marco Rossi | Mario Rossi
Paolo Romano | Pietro Romano
Salvatore Greco | Salvatore Grassi
Nguyen Van Hung | Nguyen Van Hai
Tran Thi Mai | Tran Thi Lan
Le Minh Duc | Le Minh Tuan
Pham Quang Huy | Pham Quang Hung
John Smith | Joan Smith
William Harrison | William Harris
Robert Johnson | Robert Jackson
James Brown | Jane Brown
Michael Green | Michelle Green
Thomas Wright | Timothy Wright
Stephen Clark | Stephanie Clark
Daniel Walker | David Walker
Andrew Hall | Andrea Hall
Mamadou Diallo | Amadou Diallo
Ousmane Traore | Moussa Traore
Ibrahima Sow | Issa Sow
Fatou Ndiaye | Fatoumata Diop
Harpreet Singh | Gurpreet Singh
Muhammad Qureshi | Mahmood Qureshi
Ali Raza | Ali Riaz
Imran Khan | Irfan Khan
Reza Hosseini | Reza Hassani
Armen Sargsyan | Arman Petrosyan
Zaur Mammadov | Zaur Mahmudov
Aslan Magomedov | Arslan Magomadov
Ramzan Kadyrov | Ruslan Kadyrov
Abdelhamid Abaoud | Abdelhak Abaoud
Mohamed Abrini | Ahmed Abrini
Salah Abdeslam | Brahim Abdeslam
Khalid El Bakraoui | Ibrahim El Bakraoui
Omar Haddad Ben Ali | Ali Ben Omar Haddadi
Mohamed Ben Ahmed | Ahmed Ben Mohamed
Hassan Ali | Ali Hassan Mahmoud
Petr Ivanov | Ivan Petrov
Martin Thomas | Thomas Martinez
Simon Lambert | Lambert Simons Peeters
Abdul Rahman | Abdul Rahim
Abdallah Hassan | Abdelilah Hassan
Noor Hussain | Noora Hassan
Jan Willems | Willem Janssens
Frank Wouters | Franka Wouters
Ine Smets | Inge Smets
Cem Arslan | Can Arslan
Ana Silva | Anabela Silva
Kim Jong Su | Kim Jong Il
Li Wei | Li Wen
Zhang Wei | Zhang Min
Wang Fang | Wang Feng
`.trim().split('\n').map((line) => line.split(' | ') as [string, string]);
