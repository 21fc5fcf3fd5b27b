package io.github.kisfutures.cli;

import io.github.kisfutures.feed.JavaWebSocketTransport;
import io.github.kisfutures.feed.WebSocketTransport;
import io.github.kisfutures.job.options.ConfigurationException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A WebSocket handshake before a start: a port that accepts connections may still be an HTTP
 * server's, or the approval endpoint's.
 *
 * <p>KIS does not mind. It counts sessions by app key, which it learns with the first registration,
 * and here nothing is registered; and it blocks loops of connecting and closing, while this is one
 * connection per start, closed with a close handshake. Restarts within a job do not come here.
 */
final class HandshakeCheck {
  private static final String OPTION = "feed.websocket-url";
  private static final int TIMEOUT_SECONDS = 10;
  private static final int NEVER_OPEN = -1;
  private static final int PROTOCOL_ERROR = 1002;

  private HandshakeCheck() {}

  /**
   * Opens a connection and closes it. Silence, or an end before the answer, is left to the session,
   * which tries again: a KIS that restarts does the same.
   *
   * @throws io.github.kisfutures.feed.FeedException with one sentence, if nobody answers
   * @throws ConfigurationException with one sentence, if the answer is no WebSocket's
   */
  static void check(URI address) throws InterruptedException {
    Probe probe = new Probe();
    WebSocketTransport transport = JavaWebSocketTransport.open(address, probe);
    try {
      End end = probe.answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (end.code() == NEVER_OPEN) {
        throw Reachability.nobody(OPTION, address, end.reason());
      }
      if (end.code() == PROTOCOL_ERROR) {
        throw new ConfigurationException(
            OPTION
                + ": "
                + address
                + " is no WebSocket server ("
                + end.reason()
                + "); is it the address of feed.rest-url?");
      }
    } catch (TimeoutException e) {
      return; // no answer is no wrong one
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody completes it with a failure", e);
    } finally {
      transport.close();
      boolean unused = probe.closed.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** How a connection ended; a code of 0 says that it was opened. */
  private record End(int code, String reason) {}

  private static final class Probe implements WebSocketTransport.Listener {
    private final CompletableFuture<End> answer = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void onOpen() {
      answer.complete(new End(0, ""));
    }

    @Override
    public void onText(String text) {
      // nothing was asked for
    }

    @Override
    public void onClosed(int code, String reason, boolean remote) {
      answer.complete(new End(code, reason));
      closed.countDown();
    }
  }
}
