package io.github.kisfutures.feed;

import io.github.kisfutures.wire.ReceivedFrame;

/** What a session hands to its consumer, in the order in which it happened. */
public sealed interface FeedMessage permits FeedMessage.Frame, FeedEvent {

  /**
   * An inbound text that is not a control message: a data frame, or something to be rejected and
   * kept.
   *
   * @param frame text and arrival
   */
  record Frame(ReceivedFrame frame) implements FeedMessage {}
}
