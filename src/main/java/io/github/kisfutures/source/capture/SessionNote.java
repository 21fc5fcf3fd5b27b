package io.github.kisfutures.source.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kisfutures.feed.FeedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a capture keeps of its sessions between the frames, in the place of a frame. It looks like a
 * control message that asks for nothing, a PINGPONG, so that whatever reads captures passes over it
 * as over KIS's own.
 */
public sealed interface SessionNote {
  /** What a note begins with, and nothing else. */
  String BEGIN = "{\"header\":{\"tr_id\":\"PINGPONG\"},\"capture\":";

  /**
   * The connection that brought the frames from here on.
   *
   * @param run tells runs of a recorder apart, each of which counts its connections from the begin
   * @param session name of the session
   * @param connection its number in that run
   */
  record Carried(long run, String session, long connection) implements SessionNote {
    @Override
    public String text() {
      ObjectNode note = Json.MAPPER.createObjectNode();
      note.put("run", run).put("session", session).put("connection", connection);
      return BEGIN + note + "}";
    }
  }

  /**
   * Something that happened to a session.
   *
   * @param event what
   */
  record Happened(FeedEvent event) implements SessionNote {
    @Override
    public String text() {
      ObjectNode note = Json.MAPPER.createObjectNode();
      note.put("event", event.kind().name()).put("session", event.session());
      note.put("contract", event.contract()).put("code", event.code());
      note.put("detail", event.detail());
      return BEGIN + note + "}";
    }
  }

  /** The note as the text of a capture line. */
  String text();

  /** Whether a frame's text is a note. */
  static boolean isNote(String frame) {
    return frame.startsWith(BEGIN);
  }

  /**
   * Reads a note.
   *
   * @param atMillis time of its line
   * @return null if it is of no form known here: a later build may note more
   */
  static @Nullable SessionNote parse(long atMillis, String frame) {
    try {
      JsonNode note = Json.MAPPER.readTree(frame).path("capture");
      String session = note.path("session").asText();
      if (note.has("connection")) {
        return new Carried(note.path("run").asLong(), session, note.path("connection").asLong());
      }
      return new Happened(
          new FeedEvent(
              atMillis,
              session,
              FeedEvent.Kind.valueOf(note.path("event").asText()),
              note.path("contract").textValue(),
              note.path("code").textValue(),
              note.path("detail").asText()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Reads and writes the notes. */
  final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
  }
}
