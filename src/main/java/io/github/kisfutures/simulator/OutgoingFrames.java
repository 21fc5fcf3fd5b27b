package io.github.kisfutures.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The data frames on their way to one client, where some are changed, lost, doubled or held back.
 */
final class OutgoingFrames {
  private static final int DEFAULT_PARTS = 3;
  private static final int STALE_CONTRACTS = 50_000;
  private static final int WILD_CONTRACTS = 900_000_000;

  /** Sent after the next frame. */
  private @Nullable String delayed;

  /** Sent together with the next frame. */
  private @Nullable String toBeMixed;

  /** What is sent in place of a frame. */
  List<Outgoing> instead(String frame, List<Fault> faults) {
    if (faults.isEmpty() && delayed == null && toBeMixed == null) {
      return List.of(new Outgoing.Text(frame));
    }
    List<String> texts = new ArrayList<>();
    addMixed(frame, texts);
    boolean holdBack = false;
    boolean mixNext = false;
    for (Fault fault : faults) {
      switch (fault.word()) {
        case LOSE -> texts.clear();
        case DUPLICATE -> texts.addAll(List.copyOf(texts));
        case REORDER -> holdBack = true;
        case MIX -> mixNext = true;
        default -> texts.replaceAll(edit(fault));
      }
    }
    texts.removeIf(String::isEmpty);
    if (mixNext && texts.size() == 1) {
      toBeMixed = texts.remove(0);
    } else if (holdBack && delayed == null && !texts.isEmpty()) {
      delayed = texts.remove(texts.size() - 1);
    } else if (delayed != null && !texts.isEmpty()) {
      texts.add(delayed);
      delayed = null;
    }
    return messages(texts, faults);
  }

  private void addMixed(String frame, List<String> texts) {
    String first = toBeMixed;
    toBeMixed = null;
    String both = first == null ? frame : FrameEdits.mix(first, frame);
    if (both == null) {
      texts.add(first);
    }
    texts.add(both == null ? frame : both);
  }

  private static UnaryOperator<String> edit(Fault fault) {
    return switch (fault.word()) {
      case TRUNCATE -> FrameEdits::truncate;
      case WIDEN -> frame -> FrameEdits.widen(frame, fault.numberOr(1));
      case SKEW, FUTURE_TIME -> frame -> FrameEdits.skew(frame, fault.time());
      case LOSE_RECORD -> FrameEdits::loseRecord;
      case STALE_TOTALS -> frame -> FrameLies.staleTotals(frame, fault.numberOr(STALE_CONTRACTS));
      case WILD_VOLUME -> frame -> FrameLies.wildVolume(frame, fault.numberOr(WILD_CONTRACTS));
      case ZERO_TRADE -> FrameLies::zeroTrade;
      case BLANK -> FrameLies::blank;
      case ODD_NUMBER -> FrameLies::oddNumbers;
      default -> UnaryOperator.identity();
    };
  }

  private static List<Outgoing> messages(List<String> texts, List<Fault> faults) {
    Fault fragment = Faults.find(FaultWord.FRAGMENT, faults);
    boolean invalid = Faults.find(FaultWord.INVALID_UTF8, faults) != null;
    List<Outgoing> messages = new ArrayList<>();
    if (Faults.find(FaultWord.OVERSIZE, faults) != null) {
      messages.add(new Outgoing.Oversize());
    }
    for (String text : texts) {
      if (invalid) {
        messages.add(new Outgoing.InvalidUtf8(text));
      } else if (fragment != null) {
        messages.add(new Outgoing.Fragmented(text, fragment.numberOr(DEFAULT_PARTS)));
      } else {
        messages.add(new Outgoing.Text(text));
      }
    }
    return messages;
  }
}
