CREATE TABLE venue (venueid SMALLINT NOT NULL, name VARCHAR(100) DEFAULT 'x', PRIMARY KEY (venueid));
CREATE TABLE venue_copy (LIKE venue);
CREATE TABLE venue_more (LIKE venue INCLUDING DEFAULTS, seats INT);
CREATE TABLE venue_middle (first INT, LIKE venue EXCLUDING DEFAULTS, last INT);
CREATE TABLE lost (LIKE nowhere.to_be_seen);
