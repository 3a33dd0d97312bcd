/** Name pools by language, as a Flemish port city mixes them. First names are split by gender: the national number shows it. */
export const NAME_POOLS = {
  dutch: {
    nationality: 'Belg',
    birthplaces: ['Antwerpen', 'Gent', 'Mechelen', 'Sint-Niklaas', 'Lier', 'Brasschaat', 'Boom', 'Temse'],
    men: ['Bavo', 'Brecht', 'Ward', 'Jorn', 'Gunther', 'Stijn', 'Wannes', 'Lowie', 'Kobe', 'Dieter', 'Joost', 'Roel', 'Sander', 'Pieter-Jan', 'Hannes', 'Gert', 'Xander', 'Rik'],
    women: ['Anneleen', 'Griet', 'Lotte', 'Fien', 'Marijke', 'Veerle', 'Hilde', 'Sofie', 'Katrien', 'Nele', 'Ilse', 'Britt'],
    last: ['Van Hoofstadt', 'De Kesel-Baert', 'Verschuerenberg', 'Claeskens', 'Dewachtelaer', 'Van der Elstraeten', 'Hoornickx', 'Baetslé', 'Schoonjanssens', 'Vercauterman', 'De Ridderbeke', 'Moortgatens', 'Van Puyenbroucke', 'Goethalsen', 'Roosemontier', 'Van Lierdeman', 'Stuyvaertens', 'Peeters-Hox', 'Boeykensen', 'Lauwereyns', 'Wuytackers', 'De Clerckaert', 'Van Mulderbeek', 'Huyghebrecht'],
  },
  french: {
    nationality: 'Belg',
    birthplaces: ['Brussel', 'Luik', 'Charleroi', 'Lille', 'Namen', 'Doornik'],
    men: ['Loïc', 'Mickaël', 'Aurélien', 'Thibault', 'Gaëtan', 'Rémy', 'Jérôme', 'Cédric'],
    women: ['Maëlle', 'Aurélie', 'Hélène', 'Noémie', 'Coralie', 'Séverine'],
    last: ['Delfossart', 'Marchandeau', 'Hubertin', 'Lecocquier', 'Dumontreuil', 'Piérardeau', 'Gilsoulet', 'Wauthierson', 'Fontenoyer', 'Bastinelle', 'Collignaux', 'Renardiaux'],
  },
  arabic: {
    nationality: 'Belg',
    birthplaces: ['Antwerpen', 'Tanger', 'Nador', 'Borgerhout', 'Al Hoceima', 'Oujda', 'Mechelen'],
    men: ['Naoufal', 'Ilyas', 'Soufiane', 'Bilal', 'Redouan', 'Younes', 'Hamza', 'Tarik', 'Anouar', 'Zakaria', 'Mounir', 'Jaouad'],
    women: ['Ikram', 'Loubna', 'Siham', 'Hanae', 'Nawal', 'Chaimae', 'Oumaima'],
    last: ['El Mezriouni', 'Ouahabchi', 'Benyazzour', 'Aït Lahssen', 'El Khattoufi', 'Bouchtaïbi', 'Amezghal', 'El Ghalbouni', 'Tazroufi', 'Azzouzian', 'Benhaddioui', 'El Fahmaoui', 'Chahbouni', 'Ouriaghlani', 'El Yaagoubani', 'Mimounchi'],
  },
  turkish: {
    nationality: 'Turk',
    birthplaces: ['Antwerpen', 'Emirdağ', 'Konya', 'Istanbul', 'Gent', 'Kayseri'],
    men: ['Sertaç', 'Okan', 'Çağrı', 'Uğur', 'Tuncay', 'Emrah', 'Yavuz', 'Erdinç'],
    women: ['Şebnem', 'Gülay', 'Aysun', 'Özlem', 'Nurcan'],
    last: ['Çelikdağlı', 'Karabulutoğlu', 'Öztürkmenli', 'Şahinbaşı', 'Aydoğanlar', 'Koçyiğitler', 'Demirtaşlı', 'Kılıçarslanlı', 'Yıldızeli', 'Bozkurtlar'],
  },
  albanian: {
    nationality: 'Albanees',
    birthplaces: ['Durrës', 'Tirana', 'Shkodër', 'Vlorë', 'Lezhë', 'Elbasan'],
    men: ['Fatjon', 'Arbër', 'Gëzim', 'Klodian', 'Besnik', 'Erjon', 'Saimir', 'Dritan'],
    women: ['Elira', 'Blerta', 'Mirjeta', 'Anisa'],
    last: ['Gjokolaj', 'Kodraliu', 'Xhepalaj', 'Shkurtolli', 'Marashaj', 'Dervishllari', 'Prendushaj', 'Çobanaj', 'Hysenlliu'],
  },
  spanish: {
    nationality: 'Spanjaard',
    birthplaces: ['Valencia', 'Algeciras', 'Guayaquil', 'Vigo', 'Cartagena'],
    men: ['Joaquín', 'Íñigo', 'Fermín', 'Nicolás', 'Ramón'],
    women: ['Begoña', 'Inés', 'Rocío'],
    last: ['Etxabarrieta Solano', 'Quiñónez Larrea', 'Peñalbarra Ruiz', 'Cañadillas Mora', 'Núñez-Zaruma', 'Villagrande Ochoa'],
  },
};

/** Share of each pool among the invented people. */
export const POOL_WEIGHTS = { dutch: 44, french: 13, arabic: 22, turkish: 10, albanian: 7, spanish: 4 };
