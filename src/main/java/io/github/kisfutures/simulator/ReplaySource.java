package io.github.kisfutures.simulator;

import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.TradeDecoder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data frames of a capture at the pace of their receive times. Control messages in the capture
 * are left out: the simulator speaks its own.
 */
final class ReplaySource implements FrameSource {
  /** Frames handed out at once, so that a fast replay looks at the readers' queues now and then. */
  private static final int BATCH = 1024;

  private final CaptureReplay replay;
  private final CaptureReader reader;
  private final TradeDecoder decoder = new TradeDecoder(Set.of());

  private @Nullable CaptureLine next;
  private final long firstReceived;
  private @Nullable Instant began;
  private @Nullable RuntimeException failure;

  ReplaySource(CaptureReplay replay) {
    this.replay = replay;
    this.reader = new CaptureReader(replay.path());
    this.next = nextData();
    this.firstReceived = next == null ? 0 : next.receivedAtMillis();
  }

  @Override
  public List<DueFrame> due(Instant now, int registrations) {
    if (began == null) {
      if (registrations < replay.awaitedRegistrations()) {
        return List.of();
      }
      began = now;
    }
    double elapsed = Duration.between(began, now).toMillis() * replay.speed();
    if (failure != null) {
      throw failure;
    }
    List<DueFrame> due = new ArrayList<>();
    CaptureLine line = next;
    while (line != null && due.size() < BATCH && isDue(line, elapsed)) {
      due.add(new DueFrame(line.frame(), FrameContracts.of(line.frame(), decoder), List.of()));
      line = lineAfterThese();
    }
    next = line;
    return due;
  }

  /** An unreadable line ends the replay, but only after the frames before it. */
  private @Nullable CaptureLine lineAfterThese() {
    try {
      return nextData();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      failure = e;
      return null;
    }
  }

  private boolean isDue(CaptureLine line, double elapsedMillis) {
    return Double.isInfinite(replay.speed())
        || line.receivedAtMillis() - firstReceived <= elapsedMillis;
  }

  private @Nullable CaptureLine nextData() {
    CaptureLine line = reader.next();
    while (line != null && ControlMessageParser.isControlMessage(line.frame())) {
      line = reader.next();
    }
    return line;
  }

  @Override
  public void halt(Duration halt) {
    if (began != null) {
      began = began.plus(halt);
    }
  }

  @Override
  public boolean ended() {
    return next == null && failure == null;
  }

  @Override
  public boolean waitsForReaders() {
    return true;
  }

  @Override
  public void close() {
    reader.close();
  }
}
