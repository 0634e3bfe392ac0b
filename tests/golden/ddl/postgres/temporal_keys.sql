CREATE TABLE room (id int, valid_at daterange, PRIMARY KEY (id, valid_at WITHOUT OVERLAPS));
CREATE TABLE booking (
  id int,
  room_id int,
  valid_at daterange,
  FOREIGN KEY (room_id, PERIOD valid_at) REFERENCES room (id, PERIOD valid_at)
);
