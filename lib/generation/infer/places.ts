/** A town with what belongs to it. */
export interface Place {
  readonly city: string;
  readonly state: string;
  readonly stateCode: string;
  readonly country: string;
  readonly countryCode: string;
  readonly countryCode3: string;
  readonly currencyCode: string;
  readonly timeZone: string;
  /** Each `#` is a digit, each `@` a letter. */
  readonly postcode: string;
}

interface Land {
  /** Where its time zones are listed. */
  readonly continent: string;
  readonly country: string;
  readonly codes: readonly [two: string, three: string, currency: string];
  /** City, region, its code, time zone without its continent, postcode. */
  readonly places: string;
}

const LANDS: readonly Land[] = [
  {
    continent: "America",
    country: "United States",
    codes: ["US", "USA", "USD"],
    places: `New York|New York|NY|New_York|100##
Buffalo|New York|NY|New_York|142##
Los Angeles|California|CA|Los_Angeles|900##
San Diego|California|CA|Los_Angeles|921##
San Francisco|California|CA|Los_Angeles|941##
Sacramento|California|CA|Los_Angeles|958##
Chicago|Illinois|IL|Chicago|606##
Houston|Texas|TX|Chicago|770##
Dallas|Texas|TX|Chicago|752##
Austin|Texas|TX|Chicago|787##
San Antonio|Texas|TX|Chicago|782##
Phoenix|Arizona|AZ|Phoenix|850##
Tucson|Arizona|AZ|Phoenix|857##
Philadelphia|Pennsylvania|PA|New_York|191##
Pittsburgh|Pennsylvania|PA|New_York|152##
Jacksonville|Florida|FL|New_York|322##
Miami|Florida|FL|New_York|331##
Tampa|Florida|FL|New_York|336##
Columbus|Ohio|OH|New_York|432##
Cleveland|Ohio|OH|New_York|441##
Charlotte|North Carolina|NC|New_York|282##
Raleigh|North Carolina|NC|New_York|276##
Indianapolis|Indiana|IN|Indiana/Indianapolis|462##
Seattle|Washington|WA|Los_Angeles|981##
Denver|Colorado|CO|Denver|802##
Boston|Massachusetts|MA|New_York|021##
Detroit|Michigan|MI|Detroit|482##
Nashville|Tennessee|TN|Chicago|372##
Memphis|Tennessee|TN|Chicago|381##
Portland|Oregon|OR|Los_Angeles|972##
Las Vegas|Nevada|NV|Los_Angeles|891##
Baltimore|Maryland|MD|New_York|212##
Milwaukee|Wisconsin|WI|Chicago|532##
Albuquerque|New Mexico|NM|Denver|871##
Kansas City|Missouri|MO|Chicago|641##
St. Louis|Missouri|MO|Chicago|631##
Atlanta|Georgia|GA|New_York|303##
Omaha|Nebraska|NE|Chicago|681##
Minneapolis|Minnesota|MN|Chicago|554##
New Orleans|Louisiana|LA|Chicago|701##
Oklahoma City|Oklahoma|OK|Chicago|731##
Louisville|Kentucky|KY|Kentucky/Louisville|402##
Richmond|Virginia|VA|New_York|232##
Salt Lake City|Utah|UT|Denver|841##
Hartford|Connecticut|CT|New_York|061##
Newark|New Jersey|NJ|New_York|071##
Honolulu|Hawaii|HI|Pacific/Honolulu|968##
Anchorage|Alaska|AK|Anchorage|995##`,
  },
  {
    continent: "America",
    country: "Canada",
    codes: ["CA", "CAN", "CAD"],
    places: `Toronto|Ontario|ON|Toronto|M5@ #@#
Ottawa|Ontario|ON|Toronto|K1@ #@#
Montreal|Quebec|QC|Toronto|H3@ #@#
Vancouver|British Columbia|BC|Vancouver|V6@ #@#
Calgary|Alberta|AB|Edmonton|T2@ #@#`,
  },
  {
    continent: "America",
    country: "Brazil",
    codes: ["BR", "BRA", "BRL"],
    places: `São Paulo|São Paulo|SP|Sao_Paulo|01###-###
Rio de Janeiro|Rio de Janeiro|RJ|Sao_Paulo|20###-###
Belo Horizonte|Minas Gerais|MG|Sao_Paulo|30###-###`,
  },
  {
    continent: "America",
    country: "Mexico",
    codes: ["MX", "MEX", "MXN"],
    places: `Mexico City|Ciudad de México|CMX|Mexico_City|06###
Guadalajara|Jalisco|JAL|Mexico_City|44###
Monterrey|Nuevo León|NLE|Monterrey|64###`,
  },
  {
    continent: "Europe",
    country: "United Kingdom",
    codes: ["GB", "GBR", "GBP"],
    places: `London|England|ENG|London|SW1@ #@@
Manchester|England|ENG|London|M1 #@@
Birmingham|England|ENG|London|B2 #@@
Leeds|England|ENG|London|LS1 #@@
Edinburgh|Scotland|SCT|London|EH1 #@@
Glasgow|Scotland|SCT|London|G2 #@@
Cardiff|Wales|WLS|London|CF10 #@@`,
  },
  {
    continent: "Europe",
    country: "Germany",
    codes: ["DE", "DEU", "EUR"],
    places: `Berlin|Berlin|BE|Berlin|101##
Hamburg|Hamburg|HH|Berlin|200##
Munich|Bavaria|BY|Berlin|803##
Cologne|North Rhine-Westphalia|NW|Berlin|506##
Frankfurt am Main|Hesse|HE|Berlin|603##
Stuttgart|Baden-Württemberg|BW|Berlin|701##
Leipzig|Saxony|SN|Berlin|041##`,
  },
  {
    continent: "Europe",
    country: "France",
    codes: ["FR", "FRA", "EUR"],
    places: `Paris|Île-de-France|IDF|Paris|750##
Lyon|Auvergne-Rhône-Alpes|ARA|Paris|690##
Marseille|Provence-Alpes-Côte d'Azur|PAC|Paris|130##
Toulouse|Occitania|OCC|Paris|310##
Lille|Hauts-de-France|HDF|Paris|590##`,
  },
  {
    continent: "Europe",
    country: "Spain",
    codes: ["ES", "ESP", "EUR"],
    places: `Madrid|Community of Madrid|MD|Madrid|280##
Barcelona|Catalonia|CT|Madrid|080##
Valencia|Valencian Community|VC|Madrid|460##
Seville|Andalusia|AN|Madrid|410##`,
  },
  {
    continent: "Europe",
    country: "Italy",
    codes: ["IT", "ITA", "EUR"],
    places: `Rome|Lazio|62|Rome|001##
Milan|Lombardy|25|Rome|201##
Naples|Campania|72|Rome|801##
Turin|Piedmont|21|Rome|101##`,
  },
  {
    continent: "Europe",
    country: "Netherlands",
    codes: ["NL", "NLD", "EUR"],
    places: `Amsterdam|North Holland|NH|Amsterdam|10## @@
Rotterdam|South Holland|ZH|Amsterdam|30## @@
Utrecht|Utrecht|UT|Amsterdam|35## @@`,
  },
  {
    continent: "Europe",
    country: "Sweden",
    codes: ["SE", "SWE", "SEK"],
    places: `Stockholm|Stockholm|AB|Stockholm|111 ##
Gothenburg|Västra Götaland|O|Stockholm|411 ##`,
  },
  {
    continent: "Europe",
    country: "Poland",
    codes: ["PL", "POL", "PLN"],
    places: `Warsaw|Masovian|14|Warsaw|00-###
Kraków|Lesser Poland|12|Warsaw|30-###`,
  },
  {
    continent: "Europe",
    country: "Switzerland",
    codes: ["CH", "CHE", "CHF"],
    places: `Zurich|Zurich|ZH|Zurich|80##
Geneva|Geneva|GE|Zurich|12##`,
  },
  {
    continent: "Asia",
    country: "Japan",
    codes: ["JP", "JPN", "JPY"],
    places: `Tokyo|Tokyo|13|Tokyo|100-00##
Osaka|Osaka|27|Tokyo|530-00##
Nagoya|Aichi|23|Tokyo|460-00##
Sapporo|Hokkaido|01|Tokyo|060-00##
Fukuoka|Fukuoka|40|Tokyo|810-00##`,
  },
  {
    continent: "Asia",
    country: "India",
    codes: ["IN", "IND", "INR"],
    places: `Mumbai|Maharashtra|MH|Kolkata|4000##
Bengaluru|Karnataka|KA|Kolkata|5600##
New Delhi|Delhi|DL|Kolkata|1100##
Chennai|Tamil Nadu|TN|Kolkata|6000##`,
  },
  {
    continent: "Asia",
    country: "China",
    codes: ["CN", "CHN", "CNY"],
    places: `Shanghai|Shanghai|SH|Shanghai|2000##
Beijing|Beijing|BJ|Shanghai|1000##
Shenzhen|Guangdong|GD|Shanghai|5180##`,
  },
  {
    continent: "Asia",
    country: "South Korea",
    codes: ["KR", "KOR", "KRW"],
    places: `Seoul|Seoul|11|Seoul|045##
Busan|Busan|26|Seoul|489##`,
  },
  {
    continent: "Asia",
    country: "Singapore",
    codes: ["SG", "SGP", "SGD"],
    places: `Singapore|Central Singapore|01|Singapore|0186##`,
  },
  {
    continent: "Australia",
    country: "Australia",
    codes: ["AU", "AUS", "AUD"],
    places: `Sydney|New South Wales|NSW|Sydney|20##
Melbourne|Victoria|VIC|Melbourne|30##
Brisbane|Queensland|QLD|Brisbane|40##
Perth|Western Australia|WA|Perth|60##`,
  },
  {
    continent: "Africa",
    country: "South Africa",
    codes: ["ZA", "ZAF", "ZAR"],
    places: `Johannesburg|Gauteng|GP|Johannesburg|20##
Cape Town|Western Cape|WC|Johannesburg|80##`,
  },
];

/** Towns of many lands, those of one land beside each other. */
export const PLACES: readonly Place[] = LANDS.flatMap(({ continent, country, codes, places }) =>
  places.split("\n").map((line): Place => {
    const [city, state, stateCode, zone, postcode] = line.split("|");
    const [countryCode, countryCode3, currencyCode] = codes;
    return {
      ...{ city: city!, state: state!, stateCode: stateCode! },
      ...{ country, countryCode, countryCode3, currencyCode },
      timeZone: zone!.startsWith("Pacific/") ? zone! : `${continent}/${zone}`,
      postcode: postcode!,
    };
  })
);
