package io.github.kisfutures.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.kisfutures.feed.ApprovalClient;
import io.github.kisfutures.feed.ApprovalException;
import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.ManualScheduler;
import io.github.kisfutures.feed.WebSocketTransport;
import io.github.kisfutures.market.StockFuturesTrade;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The simulator in virtual time without sockets: what a session sends arrives a millisecond later,
 * and what is under way when a connection is cut is lost.
 */
public final class MemoryKis implements WebSocketTransport.Factory, ApprovalClient {
  private static final Duration LATENCY = Duration.ofMillis(1);
  private static final JsonMapper JSON = new JsonMapper();

  private final ManualScheduler time;
  private final SimulatedKis kis;
  private final List<String> approvalKeys = new ArrayList<>();
  private final List<Long> attempts = new ArrayList<>();

  /** A server that is up from now on. */
  public MemoryKis(
      SimulatorSettings settings, FrameSource source, FaultPlan faults, ManualScheduler time) {
    this.time = time;
    this.kis = new SimulatedKis(settings, source, faults, time);
    kis.pacing().start(this::every);
  }

  private TickScheduler.Handle every(Duration period, Runnable tick) {
    time.schedule(
        period,
        () -> {
          tick.run();
          every(period, tick);
        });
    return () -> {};
  }

  /** Approval keys given so far. */
  public List<String> approvalKeys() {
    return approvalKeys;
  }

  /** When connections were tried so far, milliseconds since the start. */
  public List<Long> attempts() {
    return attempts;
  }

  /** All trades that the market made. */
  public List<StockFuturesTrade> made() {
    return kis.tradesMade();
  }

  /** Connections open now. */
  public int openConnections() {
    return kis.audience().size();
  }

  /** Makes all approval keys invalid. */
  public void revokeApprovals() {
    kis.keys().revoke();
  }

  @Override
  public CompletableFuture<String> approve(Credentials credentials) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("grant_type", "client_credentials")
            .put("appkey", credentials.appKey())
            .put("secretkey", credentials.appSecret())
            .toString();
    time.schedule(LATENCY, () -> complete(answer, kis.approval(body)));
    return answer;
  }

  private void complete(CompletableFuture<String> answer, ApprovalDesk.Answer given) {
    JsonNode body;
    try {
      body = JSON.readTree(given.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    if (given.status() == 200) {
      String key = body.path("approval_key").asText();
      approvalKeys.add(key);
      answer.complete(key);
    } else {
      String code = body.path("error_code").asText();
      answer.completeExceptionally(
          new ApprovalException("refused: " + code, given.status() == 403, code, null));
    }
  }

  @Override
  public WebSocketTransport open(URI uri, WebSocketTransport.Listener listener) {
    attempts.add(time.elapsedMillis());
    Link link = new Link(listener);
    time.schedule(LATENCY, link::connect);
    return link;
  }

  /** Both ends of a connection. */
  private final class Link implements WebSocketTransport, ClientLine {
    private final WebSocketTransport.Listener listener;
    private final List<Runnable> unwritten = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private ClientSession session;
    private boolean reading = true;
    private boolean writing = true;
    private boolean muted;

    /** The server's end is gone. */
    private boolean serverEnded;

    /** What still comes from the server is not heard. */
    private boolean deaf;

    /** The listener knows of the end. */
    private boolean told;

    Link(WebSocketTransport.Listener listener) {
      this.listener = listener;
    }

    private void connect() {
      if (told) {
        return;
      }
      int number = kis.connect();
      if (number == 0) {
        tell(-1, "Connection reset");
        return;
      }
      SimulatedKis.Handshake handshake = kis.handshake(number);
      switch (handshake.kind()) {
        case DROPPED -> tell(-1, "");
        case WRONG -> tell(1002, "Invalid status code received: 200");
        case RIGHT -> {
          session = kis.session(number, this, handshake);
          toClient(listener::onOpen);
          kis.opened(session);
        }
      }
    }

    // ---- the client's end

    @Override
    public void send(String text) {
      if (!told) {
        time.schedule(LATENCY, () -> arrived(text));
      }
    }

    private void arrived(String text) {
      if (serverEnded) {
        return;
      }
      if (reading) {
        kis.received(session, text);
      } else {
        unread.add(text);
      }
    }

    @Override
    public void close() {
      if (!told) {
        told = true;
        deaf = true;
        time.schedule(LATENCY, this::endServer);
        time.execute(() -> listener.onClosed(1000, "", false));
      }
    }

    // ---- the server's end

    @Override
    public void send(Outgoing message) {
      if (message instanceof Outgoing.Text plain) {
        toClient(() -> listener.onText(plain.text()));
      } else if (message instanceof Outgoing.Fragmented fragmented) {
        toClient(() -> listener.onText(fragmented.text()));
      } else if (message instanceof Outgoing.InvalidUtf8) {
        toClient(() -> failed(1007));
      } else {
        toClient(() -> failed(1009));
      }
    }

    /** The client's library ends the connection. */
    private void failed(int code) {
      deaf = true;
      time.schedule(LATENCY, this::endServer);
      tell(code, "");
    }

    private void toClient(Runnable delivery) {
      if (muted || serverEnded) {
        return;
      }
      if (!writing) {
        unwritten.add(delivery);
        return;
      }
      time.schedule(
          LATENCY,
          () -> {
            if (!deaf) {
              delivery.run();
            }
          });
    }

    @Override
    public void cut() {
      deaf = true;
      time.schedule(LATENCY, () -> tell(1006, ""));
      endServer();
    }

    @Override
    public void cutWhenSent() {
      time.schedule(LATENCY, () -> tell(1006, ""));
      endServer();
    }

    @Override
    public void close(int code) {
      time.schedule(LATENCY, () -> tell(code, ""));
      endServer();
    }

    private void endServer() {
      if (!serverEnded) {
        serverEnded = true;
        if (session != null) {
          kis.ended(session);
        }
      }
    }

    private void tell(int code, String reason) {
      if (!told) {
        told = true;
        listener.onClosed(code, reason, true);
      }
    }

    @Override
    public void mute() {
      muted = true;
    }

    @Override
    public void stopReading() {
      reading = false;
    }

    @Override
    public void readOn() {
      reading = true;
      List<String> texts = List.copyOf(unread);
      unread.clear();
      texts.forEach(this::arrived);
    }

    @Override
    public void stopWriting() {
      writing = false;
    }

    @Override
    public void writeOn() {
      writing = true;
      List<Runnable> deliveries = List.copyOf(unwritten);
      unwritten.clear();
      deliveries.forEach(this::toClient);
    }

    @Override
    public int backlog() {
      return unwritten.size();
    }
  }
}
