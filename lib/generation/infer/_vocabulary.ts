/** Words of people and places that mean nothing else in English. */
const GERMAN = {
  anrede: "salutation",
  bundesland: "state",
  emailadresse: "email",
  familienname: "last name",
  geburtsdatum: "birth date",
  geburtstag: "birth date",
  geschlecht: "gender",
  handy: "phone",
  handynummer: "phone",
  hausnr: "house number",
  hausnummer: "house number",
  land: "country",
  mobil: "phone",
  mobilnummer: "phone",
  nachname: "last name",
  ort: "city",
  plz: "postcode",
  postleitzahl: "postcode",
  stadt: "city",
  strasse: "street",
  straße: "street",
  telefon: "phone",
  telefonnummer: "phone",
  telefonnr: "phone",
  vorname: "first name",
  wohnort: "city",
};

const FRENCH = {
  adresse: "address",
  courriel: "email",
  pays: "country",
  prenom: "first name",
  prénom: "first name",
  rue: "street",
  téléphone: "phone",
  ville: "city",
};

const SPANISH = {
  apellido: "last name",
  apellidos: "last name",
  calle: "street",
  ciudad: "city",
  correo: "email",
  direccion: "address",
  dirección: "address",
  pais: "country",
  país: "country",
  provincia: "province",
  telefono: "phone",
  teléfono: "phone",
};

/** What a short word of a column name stands for. */
export const LONG_FORMS: ReadonlyMap<string, string> = new Map(Object.entries({
  acct: "account",
  addr: "address",
  amt: "amount",
  avail: "available",
  avg: "average",
  bal: "balance",
  cat: "category",
  ccy: "currency",
  cd: "code",
  cell: "phone",
  cellphone: "phone",
  cnt: "count",
  colour: "color",
  ctry: "country",
  curr: "currency",
  cust: "customer",
  dep: "dependent",
  dept: "department",
  desc: "description",
  dob: "birth date",
  dom: "day of month",
  dow: "day of week",
  dt: "date",
  emp: "employee",
  expiration: "expiry",
  ext: "extended",
  fax: "phone",
  fname: "first name",
  forename: "first name",
  fy: "fiscal",
  img: "image",
  instruct: "instruction",
  lang: "language",
  lat: "latitude",
  lname: "last name",
  lng: "longitude",
  lon: "longitude",
  manufact: "manufacturer",
  mfgr: "manufacturer",
  mgr: "manager",
  mkt: "market",
  mobile: "phone",
  moy: "month",
  msg: "message",
  nbr: "number",
  no: "number",
  num: "number",
  organisation: "organization",
  org: "organization",
  pct: "percentage",
  percent: "percentage",
  phonenumber: "phone",
  postal: "postcode",
  prod: "product",
  promo: "promotion",
  pwd: "password",
  qoy: "quarter",
  qty: "quantity",
  ref: "reference",
  shipping: "ship",
  surname: "last name",
  tel: "phone",
  telephone: "phone",
  timestamp: "time stamp",
  ts: "time stamp",
  txn: "transaction",
  tz: "time zone",
  uom: "unit of measure",
  yr: "year",
  zip: "postcode",
  ...GERMAN,
  ...FRENCH,
  ...SPANISH,
}));

/** Words that names without underscores are glued from: `orderstatus`, `zipcode`, `acctbal`. */
export const GLUED_WORDS: readonly string[] = [
  ..."account acct address amount at avail bal balance bank birth brand by card category city code"
    .split(" "),
  ..."comment commit company cost count country created credit currency customer date day deleted"
    .split(" "),
  ..."delivery discount email employee end extended file first flag full hire id image instruct"
    .split(" "),
  ..."invoice ip item job key last line list login mac mail middle mkt mode modified month name"
    .split(" "),
  ..."net number on order paid part password payment phone plate post price priority product qty"
    .split(" "),
  ..."quantity rate receipt retail return sale sales segment ship size stamp start state status"
    .split(" "),
  ..."street supply tax time title total transaction type unit updated url user web year zip zone"
    .split(" "),
];

/** Words of table names that say nothing of what a row is. */
export const TABLE_WORDS_DROPPED: ReadonlySet<string> = new Set(
  "dim dimension fact fct stg staging raw tbl table src tmp vw mart".split(" "),
);

/** Column names that only mean something together with their table's: `customer.name`. */
export const BARE_WORDS: ReadonlySet<string> = new Set(
  "name title code type class description number status state department id category size"
    .split(" "),
);
