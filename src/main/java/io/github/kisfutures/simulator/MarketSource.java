package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The market model at the pace of a clock. */
final class MarketSource implements FrameSource {
  /** After a longer stop of the machine the market does not catch up: it was closed, too. */
  private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(60);

  private final MarketSettings settings;
  private @Nullable MarketModel model;
  private Instant position = Instant.MIN;
  private @Nullable Rush rush;

  MarketSource(MarketSettings settings) {
    this.settings = settings;
  }

  @Override
  public void begin(Instant now) {
    model = MarketModel.aroundTheClock(settings, now);
    position = now;
  }

  @Override
  public List<DueFrame> due(Instant now, int registrations) {
    MarketModel market = model;
    if (market == null) {
      throw new IllegalStateException("begin the market before asking for its trades");
    }
    Duration behind = Duration.between(position, now);
    if (behind.compareTo(LONGEST_CATCH_UP) > 0) {
      market.halt(behind);
    }
    position = now;
    List<DueFrame> due = new ArrayList<>();
    for (TradeBurst burst : market.burstsUntil(now)) {
      due.add(frame(burst));
    }
    Rush running = rush;
    if (running != null) {
      for (long owed = running.owed(now); owed > 0; ) {
        TradeBurst burst = market.burstAt(now);
        due.add(frame(burst));
        owed -= burst.trades().size();
        running.made(burst.trades().size());
      }
      rush = running.isOver(now) ? null : running;
    }
    return due;
  }

  private static DueFrame frame(TradeBurst burst) {
    return new DueFrame(burst.frame(), Set.of(burst.contract()), burst.trades());
  }

  @Override
  public void rush(int recordsPerSecond, Instant from, Duration length) {
    rush = new Rush(recordsPerSecond, from, from.plus(length));
  }

  @Override
  public void halt(Duration halt) {
    position = position.plus(halt);
    if (model != null) {
      model.halt(halt);
    }
  }
}
