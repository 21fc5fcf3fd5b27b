package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contract's runs and gaps on one trading date: {@code docs/numbers.md}, "Continuity". */
final class ContractDay {
  private static final int MAX_OPEN_HOLES = 64;

  private final BigDecimal multiplier;
  private final @Nullable String name;
  private final List<CounterRun> runs = new ArrayList<>();
  private final List<RawTrade> accepted = new ArrayList<>();
  private final List<Map<String, @Nullable String>> gaps = new ArrayList<>();

  ContractDay(BigDecimal multiplier, @Nullable String name) {
    this.multiplier = multiplier;
    this.name = name;
  }

  enum Verdict {
    NEW,
    DUPLICATE,
    ANOMALY,
    NO_TRADE,
    CONTRADICTION
  }

  /** A verdict and the run that the trade is of, if it is accepted and a trade. */
  record Judgement(Verdict verdict, int run) {}

  Judgement add(RawTrade trade) {
    Judgement judgement = trade.quantity() <= 0 ? noTrade(trade) : trade(trade);
    if (judgement.verdict() != Verdict.DUPLICATE) {
      accepted.add(trade);
    }
    return judgement;
  }

  private Judgement noTrade(RawTrade trade) {
    boolean copy =
        accepted.stream()
            .filter(t -> t.eventTime().equals(latestSecond()))
            .anyMatch(t -> TradeIdentity.of(t).equals(TradeIdentity.of(trade)));
    return new Judgement(copy ? Verdict.DUPLICATE : Verdict.NO_TRADE, 0);
  }

  private Judgement trade(RawTrade trade) {
    if (runs.isEmpty()) {
      runs.add(new CounterRun(0, trade, multiplier));
      return new Judgement(Verdict.NEW, 0);
    }
    for (CounterRun kept : runs.subList(Math.max(0, runs.size() - 2), runs.size())) {
      if (kept.hasCopyOf(trade)) {
        return new Judgement(Verdict.DUPLICATE, kept.number());
      }
    }
    CounterRun run = runOf(trade);
    if (run.contradictedBy(trade)) {
      CounterRun next = new CounterRun(runs.size(), trade, multiplier);
      countersRow(run.top(), trade);
      runs.add(next);
      return new Judgement(Verdict.CONTRADICTION, next.number());
    }
    if (run.covers(trade)) {
      return new Judgement(Verdict.DUPLICATE, run.number());
    }
    boolean partly = run.partlyCovers(trade);
    run.accept(trade);
    while (openHoles() > MAX_OPEN_HOLES) {
      CounterRun oldest = runs.stream().filter(r -> !r.openHoles().isEmpty()).findFirst().get();
      report(oldest, oldest.openHoles().get(0));
    }
    return new Judgement(partly ? Verdict.ANOMALY : Verdict.NEW, run.number());
  }

  /** The newest run, or the one before for a record from before the newest one's first. */
  private CounterRun runOf(RawTrade trade) {
    CounterRun newest = runs.get(runs.size() - 1);
    boolean before = trade.eventTime().isBefore(newest.first().eventTime());
    return before && runs.size() > 1 ? runs.get(runs.size() - 2) : newest;
  }

  private @Nullable Instant latestSecond() {
    return accepted.stream().map(RawTrade::eventTime).max(Instant::compareTo).orElse(null);
  }

  private int openHoles() {
    return runs.stream().mapToInt(run -> run.openHoles().size()).sum();
  }

  /** Reports the holes whose settle time the watermark has reached. */
  void settle(Instant watermark, Duration gapSettleTime) {
    for (CounterRun run : runs) {
      for (VolumeRange hole : run.openHoles()) {
        Instant deadline = run.after(hole).eventTime().plus(gapSettleTime);
        if (!watermark.isBefore(deadline)) {
          report(run, hole);
        }
      }
    }
  }

  /** Reports what is still open: the end of the input. */
  void settleAll() {
    runs.forEach(run -> run.openHoles().forEach(hole -> report(run, hole)));
  }

  /** The reported gaps, in the order in which they were reported. */
  List<Map<String, @Nullable String>> gaps() {
    return gaps;
  }

  private void report(CounterRun run, VolumeRange hole) {
    run.reported(hole);
    RawTrade before = run.before(hole);
    RawTrade after = run.after(hole);
    BigDecimal missedVolume = BigDecimal.valueOf(hole.to() - hole.from());
    BigDecimal missedValue = run.missedValue(before, after);
    Map<String, @Nullable Object> gap = gap(hole.from(), hole.to(), before, after);
    gap.put("missed_volume", missedVolume);
    gap.put("missed_value", Exact.wholeWon(missedValue));
    gap.put("missed_price", Exact.quotient(missedValue, missedVolume.multiply(multiplier)));
    gap.put("cause", before == null ? "LATE_JOIN" : "UNKNOWN");
    gaps.add(ResultTable.GAPS.row(gap));
  }

  private void countersRow(RawTrade top, RawTrade first) {
    Map<String, @Nullable Object> gap = gap(top.volumeAfter(), first.volumeBefore(), top, first);
    gap.put("missed_volume", null);
    gap.put("missed_value", null);
    gap.put("missed_price", null);
    gap.put("cause", "COUNTERS");
    gaps.add(ResultTable.GAPS.row(gap));
  }

  private Map<String, @Nullable Object> gap(
      long from, long to, @Nullable RawTrade before, RawTrade after) {
    Map<String, @Nullable Object> gap = new LinkedHashMap<>();
    gap.put("contract", after.contract());
    gap.put("trading_date", after.tradingDate());
    gap.put("from_volume", from);
    gap.put("to_volume", to);
    gap.put("time_before", before == null ? null : before.eventTime());
    gap.put("time_after", after.eventTime());
    gap.put("name", name);
    return gap;
  }
}
