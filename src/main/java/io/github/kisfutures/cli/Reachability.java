package io.github.kisfutures.cli;

import io.github.kisfutures.feed.FeedException;
import io.github.kisfutures.feed.FeedSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Asks before a start whether anybody listens at the feed's addresses, and a WebSocket server at
 * the WebSocket's. A running session never gives up, so a mistyped address would otherwise look
 * like a market that does not trade.
 */
final class Reachability {
  private static final int TIMEOUT_MILLIS = 10_000;

  private Reachability() {}

  /**
   * Connects once to both addresses.
   *
   * @throws FeedException with one sentence that names the option, if nobody answers
   * @throws io.github.kisfutures.job.options.ConfigurationException with one sentence, if somebody
   *     else does
   */
  static void check(FeedSettings feed) throws InterruptedException {
    connect("feed.rest-url", feed.restUrl());
    HandshakeCheck.check(feed.webSocketUrl());
  }

  private static void connect(String option, URI address) {
    try (Socket socket = new Socket()) {
      InetSocketAddress target = new InetSocketAddress(address.getHost(), port(address));
      if (target.isUnresolved()) {
        throw new UnknownHostException("the host is not known");
      }
      socket.connect(target, TIMEOUT_MILLIS);
    } catch (IOException e) {
      throw nobody(option, address, String.valueOf(e.getMessage()));
    }
  }

  static FeedException nobody(String option, URI address, String why) {
    return new FeedException(
        option
            + ": nobody answers at "
            + address
            + " ("
            + why
            + "); check the address and your network");
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return address.getScheme().equals("https") ? 443 : 80;
  }
}
