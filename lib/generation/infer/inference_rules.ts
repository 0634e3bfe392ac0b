import type { LogicalKind } from "../../schema/mod.ts";
import type { GeneratorName } from "../generators/registry_gen.ts";

/**
 * What the words of a column's name say of its values. The first rule wins whose words end the name
 * and whose generator makes values of the column's kind; what is not here stays unknown, for a
 * wrong guess is worse than none.
 */
export interface InferenceRule {
  /** A regular expression for whole words at the end of the name; `^` in front wants all of it. */
  readonly words: string;
  readonly generator: GeneratorName;
  /** Kinds of column it holds for; absent means all that the generator makes. */
  readonly kinds?: readonly LogicalKind[];
  /** What a column of numbers has to be able to hold: no year fits a TINYINT. */
  readonly largestMin?: number;
  /** Characters that a text column needs for the values to mean anything. */
  readonly roomMin?: number;
  /** Characters that a text column has at most. */
  readonly roomMax?: number;
}

const PEOPLE_ENTITIES =
  "agent|author|buyer|cardholder|client|contact|customer|driver|employee|guest|" +
  "host|lead|manager|member|owner|passenger|patient|person|people|recipient|rep|sender|student|" +
  "subscriber|teacher|user|visitor";

const COMPANY_ENTITIES = "branch|business|company|employer|merchant|organization|partner|" +
  "publisher|shop|store|supplier|vendor";

const MONEY_WORDS = "amount( inc tax)?|cash|charge|credit|gmv|net loss|net paid|" +
  "net paid inc ship|net paid inc ship tax|net paid inc tax|payment|refund|revenue|sales|spend|" +
  "subtotal|total|turnover|estimate|budget";

const MOMENT = "( at| on| date| time| time stamp| utc)?";

/** Most specific first. */
export const INFERENCE_RULES: readonly InferenceRule[] = [
  // Yes or no in one letter, whatever the rest of the name says.
  { words: "^(channel|current|has|is) .*", generator: "flag", kinds: ["string"], roomMax: 1 },
  { words: "return flag", generator: "return_flag" },
  { words: "flag|holiday|weekend|indicator|ind", generator: "flag" },
  { words: "(is )?(deleted|fraud|fraudulent|archived|blocked|banned)", generator: "deleted_flag" },
  { words: "(is )?(active|enabled|verified|valid|available)", generator: "active_flag" },

  // Web: before addresses, names and codes of other things.
  { words: "email( address)?|mail|e mail", generator: "email", roomMin: 12 },
  { words: "ip( address)?|ipv 4|client ip|remote address", generator: "ipv4", roomMin: 13 },
  { words: "ipv 6( address)?", generator: "ipv6", roomMin: 30 },
  { words: "mac( address)?", generator: "mac_address", roomMin: 17 },
  {
    words: "(image|avatar|photo|picture|thumbnail|logo)( url)?",
    generator: "image_url",
    roomMin: 40,
  },
  { words: "url|uri|link|web ?site|homepage|web page url", generator: "url", roomMin: 40 },
  { words: "(page|url|uri|request) path", generator: "uri_path", roomMin: 20 },
  { words: "slug", generator: "slug", roomMin: 16 },
  { words: "domain( name)?", generator: "domain_name", roomMin: 20 },
  { words: "host ?name|server( name)?", generator: "host_name", roomMin: 20 },
  { words: "user agent", generator: "user_agent", roomMin: 60 },
  { words: "browser( name)?", generator: "browser", roomMin: 7 },
  { words: "os|operating system|os name", generator: "operating_system", roomMin: 7 },
  { words: "device( type)?", generator: "device_type", roomMin: 7 },
  { words: "(http|request) method", generator: "http_method", roomMin: 7 },
  {
    words: "(http|response) (status|code|status code)|status code",
    generator: "http_status",
    largestMin: 599,
  },
  { words: "(mime|content|media) type", generator: "mime_type", roomMin: 24 },
  { words: "utm source|traffic source|acquisition channel", generator: "traffic_source" },
  { words: "event( type| name)|^event", generator: "event_type", roomMin: 11 },
  { words: "port( number)?", generator: "port", largestMin: 65_535 },
  { words: "(session|api|access|auth)( id| key| token)|token", generator: "token", roomMin: 24 },
  { words: "file name", generator: "file_name", roomMin: 16 },
  { words: "file path|path", generator: "file_path", roomMin: 24 },
  { words: "file (extension|type|format)", generator: "file_extension" },
  { words: "file size|size bytes|bytes", generator: "large_count", largestMin: 10_000 },

  // People.
  { words: "(first|given) name", generator: "first_name" },
  { words: "middle name", generator: "middle_name" },
  { words: "middle initial|initial", generator: "letter" },
  { words: "(last|family) name", generator: "last_name" },
  { words: "user name|user ?id|login|login name|screen name|nick ?name", generator: "username" },
  { words: "full name|display name|legal name", generator: "full_name" },
  { words: `(${PEOPLE_ENTITIES}) name`, generator: "full_name" },
  {
    words: "^(sales |account |market )?manager|^author|^contact|^assignee|^owner",
    generator: "full_name",
    roomMin: 10,
  },
  { words: "salutation|name prefix|honorific", generator: "name_prefix" },
  { words: "name suffix", generator: "name_suffix" },
  { words: "gender|sex", generator: "gender" },
  { words: "marital status", generator: "marital_status" },
  { words: "education( status| level)?", generator: "education_level" },
  { words: "credit rating", generator: "credit_rating" },
  { words: "credit score", generator: "credit_score", largestMin: 850 },
  { words: "birth (date|day)|birthday|date of birth", generator: "birth_date" },
  { words: "birth day", generator: "day_of_month" },
  { words: "birth month", generator: "month" },
  { words: "birth year|year of birth", generator: "birth_year", largestMin: 2006 },
  { words: "age", generator: "age" },
  { words: "ssn|social security( number)?", generator: "social_security_number", roomMin: 11 },
  { words: "tax (id|number)|ein|vat (id|number)", generator: "tax_id", roomMin: 10 },
  { words: "password( hash)?", generator: "password_hash", roomMin: 20 },
  {
    words: "phone( number)?( [12])?",
    generator: "phone_number",
    roomMin: 12,
    largestMin: 5_550_199,
  },
  { words: "nationality", generator: "nationality" },
  {
    words: "job( title)?|occupation|profession|employee title|position",
    generator: "job_title",
    roomMin: 12,
  },
  { words: "job level|seniority", generator: "job_level" },
  { words: "salary|wage|income", generator: "salary", largestMin: 100_000 },
  { words: "hire date|hired( at| on)?", generator: "hire_date" },
  { words: "blood (type|group)", generator: "blood_type" },

  // Places.
  {
    words: "address( line)? 2|suite( number)?|apartment( number)?|secondary address",
    generator: "secondary_address",
    roomMin: 8,
  },
  { words: "(street|house|building) number", generator: "building_number", largestMin: 1999 },
  { words: "street (type|suffix)", generator: "street_suffix" },
  { words: "street( name)?", generator: "street_name" },
  { words: "full address|postcode address", generator: "address" },
  { words: "address( line)?( 1)?", generator: "street_address", roomMin: 15 },
  { words: "city( name)?|town|municipality", generator: "city" },
  { words: "county( name)?", generator: "county" },
  { words: "(order|payment|shipment|task|job|run|ticket) state", generator: "status" },
  { words: "(state|province) (code|abbr|abbreviation)", generator: "state_code" },
  { words: "state( name)?|province( name)?", generator: "state" },
  {
    words: "(country|nation)( iso)? code( 3)?|(country|nation)( iso)? 3",
    generator: "country_code_3",
    roomMin: 3,
    roomMax: 3,
  },
  {
    words: "(country|nation)( iso)? code( 2)?|(country|nation)( iso)? 2",
    generator: "country_code",
  },
  { words: "(country|nation)( name)?", generator: "country" },
  { words: "postcode( code)?( 4)?", generator: "postcode", roomMin: 5, largestMin: 99_950 },
  { words: "latitude", generator: "latitude" },
  { words: "longitude", generator: "longitude" },
  { words: "time zone|timezone", generator: "time_zone", roomMin: 12 },
  { words: "(gmt|utc|time zone) offset", generator: "utc_offset" },
  { words: "continent( name)?", generator: "continent" },
  { words: "region( name)?", generator: "sales_region", roomMin: 7 },
  { words: "airport( code)?|iata( code)?", generator: "airport_code" },
  { words: "location type", generator: "location_type" },

  // Money: wholes and fees before prices, for `total price` is a whole.
  { words: MONEY_WORDS, generator: "amount" },
  { words: "balance", generator: "balance" },
  { words: "profit|margin", generator: "profit" },
  { words: "fee", generator: "fee" },
  { words: "(extended|total|net|gross|order|ship)( .*)? (price|cost)", generator: "amount" },
  { words: "(extended|return|sales|total|order) tax|tax amount", generator: "amount" },
  { words: "discount( rate| percentage)?", generator: "discount" },
  { words: "tax( rate| percentage| precentage)?|vat( rate)?", generator: "tax_rate" },
  { words: "interest( rate)?|apr", generator: "interest_rate" },
  { words: "(exchange|fx|conversion) rate", generator: "exchange_rate" },
  { words: "price|msrp", generator: "price" },
  { words: "cost", generator: "unit_cost" },

  // Finance.
  { words: "iban", generator: "iban", roomMin: 22 },
  { words: "bic|swift( code)?", generator: "bic", roomMin: 8 },
  { words: "account number", generator: "account_number", roomMin: 8, largestMin: 99_999_999 },
  { words: "routing number", generator: "routing_number", roomMin: 9 },
  {
    words: "(card|account|pan|ssn|phone)( number)? last (4|four)( digits)?|last (4|four)( digits)?",
    generator: "last_four",
    roomMin: 4,
  },
  { words: "card number", generator: "credit_card_number", roomMin: 16 },
  { words: "(credit )?card (type|brand|network)", generator: "credit_card_type" },
  { words: "card expiry( date)?", generator: "credit_card_expiry", roomMin: 5 },
  {
    words: "cvv|cvc|security code",
    generator: "credit_card_security_code",
    roomMin: 3,
    largestMin: 999,
  },
  { words: "currency name", generator: "currency_name" },
  { words: "currency symbol", generator: "currency_symbol" },
  { words: "currency( code)?( iso)?", generator: "currency_code", roomMin: 3 },
  { words: "transaction type", generator: "transaction_type" },
  { words: "account type", generator: "account_type" },
  { words: "invoice number", generator: "invoice_number", roomMin: 10 },
  { words: "ticker|stock symbol|symbol", generator: "stock_symbol" },

  // Commerce.
  { words: "(product|item|part|article) name", generator: "product_name" },
  { words: "(product|item|part|article) description", generator: "product_description" },
  { words: "category( name)?", generator: "product_category", roomMin: 4 },
  { words: "(employee|staff|user|person|team) department", generator: "team" },
  { words: "department( name)?", generator: "department" },
  { words: "brand( name)?", generator: "brand" },
  { words: "manufacturer( name)?|maker", generator: "manufacturer" },
  { words: "sku|(part|article|item|product) (number|code)", generator: "sku" },
  {
    words: "quantity on hand|on hand|stock( level| quantity)?|available quantity|inventory",
    generator: "stock_level",
  },
  { words: "quantity|quantity .*", generator: "quantity" },
  { words: "rating|stars", generator: "rating" },
  { words: "order status", generator: "order_status" },
  { words: "line status", generator: "line_status", roomMax: 4 },
  { words: "(return )?reason( description)?", generator: "return_reason", roomMin: 12 },
  { words: "payment (method|type|mode)", generator: "payment_method" },
  { words: "payment status", generator: "payment_status" },
  { words: "(ship|delivery) (mode|method|type|mode type|mode code)", generator: "shipping_method" },
  { words: "(ship|delivery) instructions?", generator: "shipping_instruction", roomMin: 8 },
  { words: "carrier( name)?", generator: "carrier" },
  { words: "tracking (number|code|id)", generator: "tracking_number", roomMin: 18 },
  { words: "segment", generator: "customer_segment", roomMin: 8 },
  { words: "channel", generator: "sales_channel", roomMin: 5 },
  {
    words: "(coupon|promotion|voucher|discount) code|coupon",
    generator: "coupon_code",
    roomMin: 8,
  },
  { words: "(campaign|promotion) name|campaign", generator: "campaign_name", roomMin: 16 },
  { words: "size", generator: "product_size" },
  { words: "size", generator: "size_number" },
  { words: "material", generator: "material" },
  { words: "container|packaging", generator: "container" },
  { words: "units?( of measure)?", generator: "unit_of_measure" },
  { words: "barcode|ean( 13)?|gtin|upc", generator: "barcode", roomMin: 13 },
  { words: "isbn( 13)?", generator: "isbn", roomMin: 13 },
  { words: "line number", generator: "line_number" },
  { words: "buy potential|purchase potential", generator: "purchase_potential" },

  // Companies.
  { words: `(${COMPANY_ENTITIES}) name|^(${COMPANY_ENTITIES})`, generator: "company", roomMin: 8 },
  { words: "industry|sector", generator: "industry" },
  { words: "slogan|tag ?line|catch ?phrase", generator: "catch_phrase" },
  { words: "team( name)?|business unit|division name", generator: "team" },
  {
    words: "employees|number( of)? employees|employee count|headcount",
    generator: "employee_count",
    largestMin: 1000,
  },
  { words: "sq ft|square feet|floor space|area", generator: "area", largestMin: 1000 },
  { words: "market (class|description)", generator: "market_class" },
  {
    words: "clerk|employee (number|id|code)|staff (number|id)",
    generator: "employee_id",
    roomMin: 9,
  },

  // Time.
  {
    words: `(created|inserted|added|registered|joined|signed up|signup|started)${MOMENT}`,
    generator: "created_at",
  },
  {
    words: `(last )?(updated|modified|changed|edited|seen|login)${MOMENT}`,
    generator: "updated_at",
  },
  { words: "(expires|expiry|expired)( at| on| date)?", generator: "expiry_date" },
  {
    words:
      `(ordered|order|sold|sale|sales|ship|shipped|commit|receipt|delivery|delivered|purchase|purchased|invoice|transaction|paid|payment|return|returned|booking)${MOMENT}`,
    generator: "order_date",
  },
  {
    words: "(duration|elapsed|latency|response time)( ms| milliseconds)",
    generator: "duration_milliseconds",
    largestMin: 10_000,
  },
  {
    words: "(duration|elapsed|session length)( seconds| sec| s)?",
    generator: "duration_seconds",
    largestMin: 10_000,
  },
  { words: "epoch|unix time( stamp)?", generator: "unix_timestamp", largestMin: 1_767_225_599 },
  { words: "^day of month|^day", generator: "day_of_month" },
  { words: "day of year", generator: "day_of_year", largestMin: 366 },
  { words: "(day|month|week)? ?day of week|weekday|day name", generator: "day_of_week" },
  { words: "month( name| of year| number)?", generator: "month" },
  { words: "year", generator: "year", largestMin: 2025 },
  { words: "quarter", generator: "quarter", roomMax: 2 },
  { words: "week( of year| number)?", generator: "week" },
  { words: "hour( of day)?", generator: "hour" },
  { words: "minute", generator: "minute" },
  { words: "second", generator: "second" },
  { words: "am pm", generator: "am_pm" },
  { words: "shift", generator: "work_shift", roomMin: 6 },
  { words: "meal time", generator: "meal_time" },
  { words: "hours|opening hours|business hours", generator: "opening_hours", roomMin: 8 },

  // Everything else.
  { words: "language( code)?", generator: "language_code", roomMax: 3 },
  { words: "language code", generator: "language_code" },
  { words: "language( name)?", generator: "language_name" },
  { words: "locale", generator: "locale" },
  { words: "hex color|color (hex|code)", generator: "hex_color" },
  { words: "color( name)?", generator: "color" },
  { words: "order priority", generator: "order_priority", roomMin: 15 },
  { words: "priority", generator: "priority" },
  { words: "severity|log level", generator: "severity" },
  { words: "page type", generator: "page_type" },
  { words: "tier|membership( level| type)?|loyalty level|subscription plan", generator: "tier" },
  { words: "grade", generator: "grade", roomMax: 2 },
  { words: "version|app version", generator: "version" },
  { words: "status", generator: "status" },
  { words: "score|points", generator: "score" },
  { words: "temperature", generator: "temperature" },
  { words: "weight( kg)?", generator: "weight" },
  { words: "height|width|length|depth", generator: "dimension" },
  { words: "percentage", generator: "percentage" },
  { words: "ratio|probability|share", generator: "ratio" },
  {
    words:
      "(view|click|impression|like|char|byte|follower) count|views|clicks|impressions|likes|followers",
    generator: "large_count",
    largestMin: 10_000,
  },
  { words: "count", generator: "small_count" },
  { words: "vin", generator: "vin", roomMin: 17 },
  { words: "license plate|plate number", generator: "license_plate" },
  { words: "title|headline|subject", generator: "title", roomMin: 12 },
  { words: "reviews?( text| body)?|feedback", generator: "review", roomMin: 30 },
  { words: "comments?|remarks?|notes?|memo", generator: "comment", roomMin: 12 },
  {
    words: "body|content|message|summary|bio|biography|about",
    generator: "paragraph",
    roomMin: 100,
  },
  { words: "description|details", generator: "description", roomMin: 20 },
  { words: "tags?|keywords?", generator: "tag" },
  { words: "uuid|guid", generator: "uuid", roomMin: 36 },
  { words: "hash|checksum|md 5", generator: "md5", roomMin: 32, roomMax: 39 },
  { words: "hash|checksum|sha 1|commit sha", generator: "sha1", roomMin: 40, roomMax: 63 },
  { words: "hash|checksum|sha 256", generator: "sha256", roomMin: 64 },
  { words: "order (number|id)", generator: "order_number", roomMin: 11, largestMin: 1_000_000 },
  { words: "(batch|lot) (id|number|code)", generator: "batch_id", roomMin: 12 },
  { words: "serial number", generator: "serial_number", roomMin: 12 },
  { words: "id|code|reference|number|contract", generator: "reference_code", roomMin: 8 },
];
