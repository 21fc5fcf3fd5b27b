package io.github.kisfutures.feed.faults;

import io.github.kisfutures.feed.WebSocketTransport;
import io.github.kisfutures.market.KoreaTime;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what comes over all connections, before the feed sees any of it: the side of a test
 * that owes nothing to the feed.
 */
final class WireTap implements WebSocketTransport.Factory {
  private final WebSocketTransport.Factory server;
  private final InstantSource clock;
  private final List<String> lines = new ArrayList<>();

  WireTap(WebSocketTransport.Factory server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /** All texts so far, control messages among them, as a capture. */
  List<String> lines() {
    return lines;
  }

  @Override
  public WebSocketTransport open(URI uri, WebSocketTransport.Listener feed) {
    return server.open(uri, new Tapped(feed));
  }

  private final class Tapped implements WebSocketTransport.Listener {
    private final WebSocketTransport.Listener feed;

    Tapped(WebSocketTransport.Listener feed) {
      this.feed = feed;
    }

    @Override
    public void onOpen() {
      feed.onOpen();
    }

    @Override
    public void onText(String text) {
      lines.add(KoreaTime.text(clock.millis()) + "\t" + text);
      feed.onText(text);
    }

    @Override
    public void onAlive() {
      feed.onAlive();
    }

    @Override
    public void onClosed(int code, String reason, boolean remote) {
      feed.onClosed(code, reason, remote);
    }
  }
}
