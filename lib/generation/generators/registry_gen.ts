// Made by tools/make_generator_registry.ts from the files of catalogue/. Do not edit.
import accountNumber from "./catalogue/account_number.ts";
import accountType from "./catalogue/account_type.ts";
import activeFlag from "./catalogue/active_flag.ts";
import address from "./catalogue/address.ts";
import age from "./catalogue/age.ts";
import airportCode from "./catalogue/airport_code.ts";
import amPm from "./catalogue/am_pm.ts";
import amount from "./catalogue/amount.ts";
import animal from "./catalogue/animal.ts";
import area from "./catalogue/area.ts";
import balance from "./catalogue/balance.ts";
import barcode from "./catalogue/barcode.ts";
import batchId from "./catalogue/batch_id.ts";
import bic from "./catalogue/bic.ts";
import birthDate from "./catalogue/birth_date.ts";
import birthYear from "./catalogue/birth_year.ts";
import bloodType from "./catalogue/blood_type.ts";
import brand from "./catalogue/brand.ts";
import browser from "./catalogue/browser.ts";
import buildingNumber from "./catalogue/building_number.ts";
import bytes from "./catalogue/bytes.ts";
import campaignName from "./catalogue/campaign_name.ts";
import carrier from "./catalogue/carrier.ts";
import catchPhrase from "./catalogue/catch_phrase.ts";
import chemicalElement from "./catalogue/chemical_element.ts";
import city from "./catalogue/city.ts";
import color from "./catalogue/color.ts";
import comment from "./catalogue/comment.ts";
import company from "./catalogue/company.ts";
import companySuffix from "./catalogue/company_suffix.ts";
import container from "./catalogue/container.ts";
import continent from "./catalogue/continent.ts";
import country from "./catalogue/country.ts";
import countryCode from "./catalogue/country_code.ts";
import countryCode3 from "./catalogue/country_code_3.ts";
import county from "./catalogue/county.ts";
import couponCode from "./catalogue/coupon_code.ts";
import createdAt from "./catalogue/created_at.ts";
import creditCardExpiry from "./catalogue/credit_card_expiry.ts";
import creditCardNumber from "./catalogue/credit_card_number.ts";
import creditCardSecurityCode from "./catalogue/credit_card_security_code.ts";
import creditCardType from "./catalogue/credit_card_type.ts";
import creditRating from "./catalogue/credit_rating.ts";
import creditScore from "./catalogue/credit_score.ts";
import currencyCode from "./catalogue/currency_code.ts";
import currencyName from "./catalogue/currency_name.ts";
import currencySymbol from "./catalogue/currency_symbol.ts";
import customerSegment from "./catalogue/customer_segment.ts";
import date from "./catalogue/date.ts";
import dayOfMonth from "./catalogue/day_of_month.ts";
import dayOfWeek from "./catalogue/day_of_week.ts";
import dayOfYear from "./catalogue/day_of_year.ts";
import decimal from "./catalogue/decimal.ts";
import deletedFlag from "./catalogue/deleted_flag.ts";
import department from "./catalogue/department.ts";
import description from "./catalogue/description.ts";
import deviceType from "./catalogue/device_type.ts";
import digit from "./catalogue/digit.ts";
import dimension from "./catalogue/dimension.ts";
import direction from "./catalogue/direction.ts";
import discount from "./catalogue/discount.ts";
import domainName from "./catalogue/domain_name.ts";
import durationMilliseconds from "./catalogue/duration_milliseconds.ts";
import durationSeconds from "./catalogue/duration_seconds.ts";
import educationLevel from "./catalogue/education_level.ts";
import email from "./catalogue/email.ts";
import employeeCount from "./catalogue/employee_count.ts";
import employeeId from "./catalogue/employee_id.ts";
import eventType from "./catalogue/event_type.ts";
import exchangeRate from "./catalogue/exchange_rate.ts";
import expiryDate from "./catalogue/expiry_date.ts";
import fee from "./catalogue/fee.ts";
import fileExtension from "./catalogue/file_extension.ts";
import fileName from "./catalogue/file_name.ts";
import filePath from "./catalogue/file_path.ts";
import firstName from "./catalogue/first_name.ts";
import firstNameFemale from "./catalogue/first_name_female.ts";
import firstNameMale from "./catalogue/first_name_male.ts";
import flag from "./catalogue/flag.ts";
import float from "./catalogue/float.ts";
import fullName from "./catalogue/full_name.ts";
import futureDate from "./catalogue/future_date.ts";
import gender from "./catalogue/gender.ts";
import grade from "./catalogue/grade.ts";
import hexColor from "./catalogue/hex_color.ts";
import hireDate from "./catalogue/hire_date.ts";
import hostName from "./catalogue/host_name.ts";
import hour from "./catalogue/hour.ts";
import httpMethod from "./catalogue/http_method.ts";
import httpStatus from "./catalogue/http_status.ts";
import iban from "./catalogue/iban.ts";
import imageUrl from "./catalogue/image_url.ts";
import industry from "./catalogue/industry.ts";
import integer from "./catalogue/integer.ts";
import interestRate from "./catalogue/interest_rate.ts";
import interval from "./catalogue/interval.ts";
import invoiceNumber from "./catalogue/invoice_number.ts";
import ipv4 from "./catalogue/ipv4.ts";
import ipv6 from "./catalogue/ipv6.ts";
import isbn from "./catalogue/isbn.ts";
import jobLevel from "./catalogue/job_level.ts";
import jobTitle from "./catalogue/job_title.ts";
import jsonArray from "./catalogue/json_array.ts";
import jsonDocument from "./catalogue/json_document.ts";
import languageCode from "./catalogue/language_code.ts";
import languageName from "./catalogue/language_name.ts";
import largeCount from "./catalogue/large_count.ts";
import lastFour from "./catalogue/last_four.ts";
import lastName from "./catalogue/last_name.ts";
import latitude from "./catalogue/latitude.ts";
import letter from "./catalogue/letter.ts";
import licensePlate from "./catalogue/license_plate.ts";
import lineNumber from "./catalogue/line_number.ts";
import lineStatus from "./catalogue/line_status.ts";
import locale from "./catalogue/locale.ts";
import locationType from "./catalogue/location_type.ts";
import longitude from "./catalogue/longitude.ts";
import macAddress from "./catalogue/mac_address.ts";
import manufacturer from "./catalogue/manufacturer.ts";
import maritalStatus from "./catalogue/marital_status.ts";
import marketClass from "./catalogue/market_class.ts";
import material from "./catalogue/material.ts";
import md5 from "./catalogue/md5.ts";
import mealTime from "./catalogue/meal_time.ts";
import middleName from "./catalogue/middle_name.ts";
import mimeType from "./catalogue/mime_type.ts";
import minute from "./catalogue/minute.ts";
import month from "./catalogue/month.ts";
import namePrefix from "./catalogue/name_prefix.ts";
import nameSuffix from "./catalogue/name_suffix.ts";
import nationality from "./catalogue/nationality.ts";
import numberCode from "./catalogue/number_code.ts";
import objectId from "./catalogue/object_id.ts";
import openingHours from "./catalogue/opening_hours.ts";
import operatingSystem from "./catalogue/operating_system.ts";
import orderDate from "./catalogue/order_date.ts";
import orderNumber from "./catalogue/order_number.ts";
import orderPriority from "./catalogue/order_priority.ts";
import orderStatus from "./catalogue/order_status.ts";
import pageType from "./catalogue/page_type.ts";
import paragraph from "./catalogue/paragraph.ts";
import passwordHash from "./catalogue/password_hash.ts";
import paymentMethod from "./catalogue/payment_method.ts";
import paymentStatus from "./catalogue/payment_status.ts";
import percentage from "./catalogue/percentage.ts";
import phoneNumber from "./catalogue/phone_number.ts";
import point from "./catalogue/point.ts";
import port from "./catalogue/port.ts";
import postcode from "./catalogue/postcode.ts";
import price from "./catalogue/price.ts";
import priority from "./catalogue/priority.ts";
import product from "./catalogue/product.ts";
import productCategory from "./catalogue/product_category.ts";
import productDescription from "./catalogue/product_description.ts";
import productName from "./catalogue/product_name.ts";
import productSize from "./catalogue/product_size.ts";
import profit from "./catalogue/profit.ts";
import purchasePotential from "./catalogue/purchase_potential.ts";
import quantity from "./catalogue/quantity.ts";
import quarter from "./catalogue/quarter.ts";
import rating from "./catalogue/rating.ts";
import ratio from "./catalogue/ratio.ts";
import recentDate from "./catalogue/recent_date.ts";
import referenceCode from "./catalogue/reference_code.ts";
import returnFlag from "./catalogue/return_flag.ts";
import returnReason from "./catalogue/return_reason.ts";
import review from "./catalogue/review.ts";
import routingNumber from "./catalogue/routing_number.ts";
import salary from "./catalogue/salary.ts";
import salesChannel from "./catalogue/sales_channel.ts";
import salesRegion from "./catalogue/sales_region.ts";
import score from "./catalogue/score.ts";
import second from "./catalogue/second.ts";
import secondaryAddress from "./catalogue/secondary_address.ts";
import sentence from "./catalogue/sentence.ts";
import serialNumber from "./catalogue/serial_number.ts";
import severity from "./catalogue/severity.ts";
import sha1 from "./catalogue/sha1.ts";
import sha256 from "./catalogue/sha256.ts";
import shippingInstruction from "./catalogue/shipping_instruction.ts";
import shippingMethod from "./catalogue/shipping_method.ts";
import sizeNumber from "./catalogue/size_number.ts";
import sku from "./catalogue/sku.ts";
import slug from "./catalogue/slug.ts";
import smallCount from "./catalogue/small_count.ts";
import socialSecurityNumber from "./catalogue/social_security_number.ts";
import state from "./catalogue/state.ts";
import stateCode from "./catalogue/state_code.ts";
import status from "./catalogue/status.ts";
import stockLevel from "./catalogue/stock_level.ts";
import stockSymbol from "./catalogue/stock_symbol.ts";
import streetAddress from "./catalogue/street_address.ts";
import streetName from "./catalogue/street_name.ts";
import streetSuffix from "./catalogue/street_suffix.ts";
import tag from "./catalogue/tag.ts";
import taxId from "./catalogue/tax_id.ts";
import taxRate from "./catalogue/tax_rate.ts";
import team from "./catalogue/team.ts";
import temperature from "./catalogue/temperature.ts";
import text from "./catalogue/text.ts";
import tier from "./catalogue/tier.ts";
import time from "./catalogue/time.ts";
import timeZone from "./catalogue/time_zone.ts";
import timestamp from "./catalogue/timestamp.ts";
import title from "./catalogue/title.ts";
import token from "./catalogue/token.ts";
import trackingNumber from "./catalogue/tracking_number.ts";
import trafficSource from "./catalogue/traffic_source.ts";
import transactionType from "./catalogue/transaction_type.ts";
import unitCost from "./catalogue/unit_cost.ts";
import unitOfMeasure from "./catalogue/unit_of_measure.ts";
import unixTimestamp from "./catalogue/unix_timestamp.ts";
import updatedAt from "./catalogue/updated_at.ts";
import uriPath from "./catalogue/uri_path.ts";
import url from "./catalogue/url.ts";
import userAgent from "./catalogue/user_agent.ts";
import username from "./catalogue/username.ts";
import utcOffset from "./catalogue/utc_offset.ts";
import uuid from "./catalogue/uuid.ts";
import vehicle from "./catalogue/vehicle.ts";
import vehicleMake from "./catalogue/vehicle_make.ts";
import version from "./catalogue/version.ts";
import vin from "./catalogue/vin.ts";
import week from "./catalogue/week.ts";
import weight from "./catalogue/weight.ts";
import word from "./catalogue/word.ts";
import words from "./catalogue/words.ts";
import workShift from "./catalogue/work_shift.ts";
import year from "./catalogue/year.ts";
import type { Generator } from "./define_generator.ts";

/** Every generator by its name, sorted. */
export const CATALOGUE = {
  account_number: accountNumber,
  account_type: accountType,
  active_flag: activeFlag,
  address,
  age,
  airport_code: airportCode,
  am_pm: amPm,
  amount,
  animal,
  area,
  balance,
  barcode,
  batch_id: batchId,
  bic,
  birth_date: birthDate,
  birth_year: birthYear,
  blood_type: bloodType,
  brand,
  browser,
  building_number: buildingNumber,
  bytes,
  campaign_name: campaignName,
  carrier,
  catch_phrase: catchPhrase,
  chemical_element: chemicalElement,
  city,
  color,
  comment,
  company,
  company_suffix: companySuffix,
  container,
  continent,
  country,
  country_code: countryCode,
  country_code_3: countryCode3,
  county,
  coupon_code: couponCode,
  created_at: createdAt,
  credit_card_expiry: creditCardExpiry,
  credit_card_number: creditCardNumber,
  credit_card_security_code: creditCardSecurityCode,
  credit_card_type: creditCardType,
  credit_rating: creditRating,
  credit_score: creditScore,
  currency_code: currencyCode,
  currency_name: currencyName,
  currency_symbol: currencySymbol,
  customer_segment: customerSegment,
  date,
  day_of_month: dayOfMonth,
  day_of_week: dayOfWeek,
  day_of_year: dayOfYear,
  decimal,
  deleted_flag: deletedFlag,
  department,
  description,
  device_type: deviceType,
  digit,
  dimension,
  direction,
  discount,
  domain_name: domainName,
  duration_milliseconds: durationMilliseconds,
  duration_seconds: durationSeconds,
  education_level: educationLevel,
  email,
  employee_count: employeeCount,
  employee_id: employeeId,
  event_type: eventType,
  exchange_rate: exchangeRate,
  expiry_date: expiryDate,
  fee,
  file_extension: fileExtension,
  file_name: fileName,
  file_path: filePath,
  first_name: firstName,
  first_name_female: firstNameFemale,
  first_name_male: firstNameMale,
  flag,
  float,
  full_name: fullName,
  future_date: futureDate,
  gender,
  grade,
  hex_color: hexColor,
  hire_date: hireDate,
  host_name: hostName,
  hour,
  http_method: httpMethod,
  http_status: httpStatus,
  iban,
  image_url: imageUrl,
  industry,
  integer,
  interest_rate: interestRate,
  interval,
  invoice_number: invoiceNumber,
  ipv4,
  ipv6,
  isbn,
  job_level: jobLevel,
  job_title: jobTitle,
  json_array: jsonArray,
  json_document: jsonDocument,
  language_code: languageCode,
  language_name: languageName,
  large_count: largeCount,
  last_four: lastFour,
  last_name: lastName,
  latitude,
  letter,
  license_plate: licensePlate,
  line_number: lineNumber,
  line_status: lineStatus,
  locale,
  location_type: locationType,
  longitude,
  mac_address: macAddress,
  manufacturer,
  marital_status: maritalStatus,
  market_class: marketClass,
  material,
  md5,
  meal_time: mealTime,
  middle_name: middleName,
  mime_type: mimeType,
  minute,
  month,
  name_prefix: namePrefix,
  name_suffix: nameSuffix,
  nationality,
  number_code: numberCode,
  object_id: objectId,
  opening_hours: openingHours,
  operating_system: operatingSystem,
  order_date: orderDate,
  order_number: orderNumber,
  order_priority: orderPriority,
  order_status: orderStatus,
  page_type: pageType,
  paragraph,
  password_hash: passwordHash,
  payment_method: paymentMethod,
  payment_status: paymentStatus,
  percentage,
  phone_number: phoneNumber,
  point,
  port,
  postcode,
  price,
  priority,
  product,
  product_category: productCategory,
  product_description: productDescription,
  product_name: productName,
  product_size: productSize,
  profit,
  purchase_potential: purchasePotential,
  quantity,
  quarter,
  rating,
  ratio,
  recent_date: recentDate,
  reference_code: referenceCode,
  return_flag: returnFlag,
  return_reason: returnReason,
  review,
  routing_number: routingNumber,
  salary,
  sales_channel: salesChannel,
  sales_region: salesRegion,
  score,
  second,
  secondary_address: secondaryAddress,
  sentence,
  serial_number: serialNumber,
  severity,
  sha1,
  sha256,
  shipping_instruction: shippingInstruction,
  shipping_method: shippingMethod,
  size_number: sizeNumber,
  sku,
  slug,
  small_count: smallCount,
  social_security_number: socialSecurityNumber,
  state,
  state_code: stateCode,
  status,
  stock_level: stockLevel,
  stock_symbol: stockSymbol,
  street_address: streetAddress,
  street_name: streetName,
  street_suffix: streetSuffix,
  tag,
  tax_id: taxId,
  tax_rate: taxRate,
  team,
  temperature,
  text,
  tier,
  time,
  time_zone: timeZone,
  timestamp,
  title,
  token,
  tracking_number: trackingNumber,
  traffic_source: trafficSource,
  transaction_type: transactionType,
  unit_cost: unitCost,
  unit_of_measure: unitOfMeasure,
  unix_timestamp: unixTimestamp,
  updated_at: updatedAt,
  uri_path: uriPath,
  url,
  user_agent: userAgent,
  username,
  utc_offset: utcOffset,
  uuid,
  vehicle,
  vehicle_make: vehicleMake,
  version,
  vin,
  week,
  weight,
  word,
  words,
  work_shift: workShift,
  year,
} as const;

/** Our own name of a generator. */
export type GeneratorName = keyof typeof CATALOGUE;

/** Every generator, sorted by name. */
export const GENERATORS: readonly Generator[] = Object.values(CATALOGUE);
