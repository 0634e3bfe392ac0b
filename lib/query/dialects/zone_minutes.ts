/** Abbreviations of time zones, as PostgreSQL and its kin read them: so many minutes east of UTC. */
export const ZONE_MINUTES: Readonly<Record<string, number>> = {
  ...{ AKDT: -480, AKST: -540, HST: -600, NDT: -150, NST: -210, ADT: -180, AST: -240 },
  ...{ EDT: -240, EST: -300, CDT: -300, CST: -360, MDT: -360, MST: -420, PDT: -420, PST: -480 },
  ...{ UTC: 0, GMT: 0, UT: 0, Z: 0, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, MET: 60 },
  ...{ EET: 120, EEST: 180, JST: 540, KST: 540, NZST: 720, NZDT: 780, AEST: 600, AEDT: 660 },
  ...{ AWST: 480, SGT: 480, HKT: 480 },
};
