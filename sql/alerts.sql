-- Minutes in which something out of the ordinary happened, on any table ticks, one row each.
-- Change the thresholds. The job's alert rules know more: hysteresis, "for n bars", silence.

WITH minutes AS (
  SELECT
    contract, window_start, window_end,
    MAX(market_basis) - MIN(market_basis) AS basis_range, -- won
    MAX(open_interest) - MIN(open_interest) AS oi_range, -- contracts
    MAX(price) - MIN(price) AS price_range, -- won
    -- what the exchange has counted up within the minute, and what of it has reached us
    MAX(cumulative_volume) - MIN(cumulative_volume - quantity) AS volume,
    SUM(quantity) AS volume_received
  FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end
),
judged AS (
  SELECT
    *,
    CASE
      WHEN volume > volume_received THEN 'MISSED_TRADES'
      WHEN basis_range >= 300 THEN 'BASIS_RANGE'
      WHEN oi_range >= 500 THEN 'OPEN_INTEREST_RANGE'
      WHEN volume >= 5000 THEN 'VOLUME'
    END AS alert
  FROM minutes
)
SELECT alert, contract, window_start, window_end, basis_range, oi_range, price_range, volume, volume_received
FROM judged
WHERE alert IS NOT NULL;
