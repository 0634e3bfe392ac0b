import assert from "node:assert/strict";
import { findGenerator, suggestGenerators } from "./find_generator.ts";
import { WordBook } from "./word_book.ts";

const book = await WordBook.open();

/** Names that schemas written for Python's Faker use. */
const PYTHON_NAMES = `
  aba address administrative_unit am_pm ascii_company_email ascii_email ascii_free_email
  ascii_safe_email basic_phone_number bban binary boolean bothify bs building_number catch_phrase
  chrome city color color_name company company_email company_suffix coordinate country country_code
  credit_card_expire credit_card_number credit_card_provider credit_card_security_code currency
  currency_code currency_name currency_symbol current_country_code date date_between date_object
  date_of_birth date_this_decade date_this_month date_this_year date_time date_time_between
  date_time_this_month date_time_this_year day_of_month day_of_week domain_name domain_word ean
  ean13 ein email file_extension file_name file_path firefox first_name first_name_female
  first_name_male free_email free_email_domain future_date future_datetime hex_color hostname
  http_method iban image_url internet_explorer ipv4 ipv4_private ipv6 isbn13 iso8601 itin job json
  language_code language_name last_name last_name_female last_name_male latitude license_plate
  local_latlng locale longitude mac_address md5 mime_type month month_name msisdn name name_female
  name_male null_boolean numerify opera paragraph paragraphs password past_date past_datetime
  phone_number port_number postcode postalcode prefix prefix_female prefix_male pricetag pybool
  pydecimal pyfloat pyint pystr random_digit random_element random_int random_letter random_number
  safari safe_color_name safe_domain_name safe_email safe_hex_color secondary_address sentence
  sentences sha1 sha256 slug ssn state state_abbr street_address street_name street_suffix suffix
  swift swift11 swift8 text texts time time_delta time_object timezone unix_time upc_a uri url
  user_agent user_name uuid4 vin word words year zipcode
`.trim().split(/\s+/);

/** Paths that schemas written for Faker-JS use, of our catalogue or not. */
const FAKER_JS_PATHS = `
  airline.aircraftType airline.airport airline.flightNumber airline.recordLocator airline.seat
  animal.bear animal.bird animal.cat animal.cow animal.dog animal.fish animal.horse animal.petName
  animal.type book.author book.format book.genre book.publisher book.series book.title color.human
  color.rgb color.space commerce.department commerce.isbn commerce.price commerce.product
  commerce.productAdjective commerce.productDescription commerce.productMaterial
  commerce.productName company.buzzNoun company.buzzPhrase company.catchPhrase company.name
  database.collation database.column database.engine database.mongodbObjectId database.type
  datatype.boolean date.anytime date.birthdate date.future date.month date.past date.recent
  date.soon date.weekday finance.accountName finance.accountNumber finance.amount finance.bic
  finance.bitcoinAddress finance.creditCardCVV finance.creditCardIssuer finance.creditCardNumber
  finance.currencyCode finance.currencyName finance.currencySymbol finance.ethereumAddress
  finance.iban finance.pin finance.routingNumber finance.transactionDescription
  finance.transactionType food.dish food.fruit food.ingredient food.spice food.vegetable git.branch
  git.commitMessage git.commitSha hacker.abbreviation hacker.noun hacker.phrase hacker.verb
  image.avatar image.url internet.displayName internet.domainName internet.domainSuffix
  internet.domainWord internet.email internet.emoji internet.exampleEmail internet.httpMethod
  internet.httpStatusCode internet.ip internet.ipv4 internet.ipv6 internet.mac internet.password
  internet.port internet.protocol internet.url internet.userAgent internet.username
  location.buildingNumber location.city location.continent location.country location.countryCode
  location.county location.direction location.latitude location.longitude
  location.nearbyGPSCoordinate location.secondaryAddress location.state location.street
  location.streetAddress location.timeZone location.zipCode lorem.lines lorem.paragraph
  lorem.paragraphs lorem.sentence lorem.sentences lorem.slug lorem.text lorem.word lorem.words
  music.album music.artist music.genre music.songName number.bigInt number.float number.hex
  number.int number.romanNumeral person.bio person.firstName person.fullName person.gender
  person.jobArea person.jobDescriptor person.jobTitle person.jobType person.lastName
  person.middleName person.prefix person.sex person.suffix person.zodiacSign phone.imei phone.number
  science.chemicalElement string.alpha string.alphanumeric string.hexadecimal string.nanoid
  string.numeric string.ulid string.uuid system.commonFileName system.cron system.directoryPath
  system.fileExt system.fileName system.filePath system.mimeType system.semver vehicle.bicycle
  vehicle.fuel vehicle.manufacturer vehicle.model vehicle.type vehicle.vehicle vehicle.vin
  vehicle.vrm word.adjective word.adverb word.noun word.sample word.verb word.words
`.trim().split(/\s+/);

Deno.test("findGenerator knows the names of Python's Faker", () => {
  assert.ok(PYTHON_NAMES.length >= 90);
  const unknown = PYTHON_NAMES.filter((name) => findGenerator(name, book) === null);
  assert.deepEqual(unknown, []);
});

Deno.test("findGenerator knows the paths of Faker-JS", () => {
  assert.ok(FAKER_JS_PATHS.length >= 120);
  const unknown = FAKER_JS_PATHS.filter((path) => findGenerator(path, book) === null);
  assert.deepEqual(unknown, []);
});

Deno.test("findGenerator takes names in any case, with the ways people write them", () => {
  for (const rule of ["firstName", "FIRST_NAME", "fake.first_name", " faker.person.firstName() "]) {
    assert.equal(findGenerator(rule, book)?.name, "first_name", rule);
  }
});

Deno.test("findGenerator knows the modules that Faker-JS renamed", () => {
  assert.equal(findGenerator("name.firstName", book)?.name, "first_name");
  assert.equal(findGenerator("address.city", book)?.name, "city");
  assert.equal(findGenerator("internet.userName", book)?.name, "username");
});

Deno.test("findGenerator refuses what makes no plain value or is no data of Faker", () => {
  const refused = `nonsense person.nonsense person.constructor constructor __proto__ toString
    constructor.constructor __proto__.toString helpers.fake helpers.mustache helpers.arrayElement
    image.dataUri airline.airline date.between string.fromCharacters color.cmyk seed
    person.first.name definitions.person rawDefinitions.person`;
  for (const rule of [...refused.trim().split(/\s+/), "", ".", "person."]) {
    assert.equal(findGenerator(rule, book), null, rule);
  }
});

Deno.test("suggestGenerators offers the nearest names of the catalogue and of Faker", () => {
  assert.ok(suggestGenerators("frist_name", book).includes("first_name"));
  assert.ok(suggestGenerators("emial", book).includes("email"));
  assert.ok(suggestGenerators("person.firstNam", book).includes("person.firstName"));
  assert.ok(suggestGenerators("animal.dogg", book).includes("animal.dog"));
  assert.deepEqual(suggestGenerators("qqqqqqqqqqqqqqqqqqqqqqqq", book), []);
});
