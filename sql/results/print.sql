-- Prints results to the task managers' standard output (in an embedded cluster: the terminal).
-- Ticks are not printed: a busy minute has thousands.

CREATE TEMPORARY TABLE print_bars WITH (
  'connector' = 'print',
  'print-identifier' = 'bars'
) LIKE columns_of.bars;

INSERT INTO print_bars SELECT * FROM bars;

CREATE TEMPORARY TABLE print_alerts WITH (
  'connector' = 'print',
  'print-identifier' = 'alerts'
) LIKE columns_of.alerts;

INSERT INTO print_alerts SELECT * FROM alerts;

CREATE TEMPORARY TABLE print_gaps WITH (
  'connector' = 'print',
  'print-identifier' = 'gaps'
) LIKE columns_of.gaps;

INSERT INTO print_gaps SELECT * FROM gaps;

CREATE TEMPORARY TABLE print_late_ticks WITH (
  'connector' = 'print',
  'print-identifier' = 'late_ticks'
) LIKE columns_of.late_ticks;

INSERT INTO print_late_ticks SELECT * FROM late_ticks;

CREATE TEMPORARY TABLE print_rejected_frames WITH (
  'connector' = 'print',
  'print-identifier' = 'rejected_frames'
) LIKE columns_of.rejected_frames;

INSERT INTO print_rejected_frames SELECT * FROM rejected_frames;

CREATE TEMPORARY TABLE print_feed_events WITH (
  'connector' = 'print',
  'print-identifier' = 'feed_events'
) LIKE columns_of.feed_events;

INSERT INTO print_feed_events SELECT * FROM feed_events;
