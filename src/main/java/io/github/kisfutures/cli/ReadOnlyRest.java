package io.github.kisfutures.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.runtime.rest.FileUploadHandler;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderValues;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;

/**
 * Makes the web interface of an embedded cluster read only. Flink's options do not: whatever they
 * say, {@code POST /jobs} takes a job graph and runs what is in it (from a web page, too: a form
 * needs nobody's leave), {@code PATCH} and two {@code GET}s cancel, savepoints are written wherever
 * the caller likes. Refused as well is a request for another host's name: a web page whose name was
 * pointed to this machine meanwhile (DNS rebinding) could read like the web UI itself.
 *
 * <p>Flink finds it through {@code META-INF/services}, in the job jar also on a cluster of the
 * user's; it does nothing without the option that only {@link ClosedDoors} sets.
 */
public final class ReadOnlyRest implements InboundChannelHandlerFactory {
  /** Not for configuration files: they know no such option. */
  static final ConfigOption<Boolean> ENABLED =
      ConfigOptions.key("kis.read-only-rest").booleanType().defaultValue(false);

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Hadoop's proxy passes only GETs on, so Flink cancels and stops by these. */
  private static final Pattern CANCELLING = Pattern.compile("/yarn-(?:cancel|stop)\\b");

  /** An address cannot be pointed elsewhere. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

  private static final Pattern PORT = Pattern.compile(":\\d*$");

  /** For Flink. */
  public ReadOnlyRest() {}

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Optional<ChannelHandler> createHandler(
      Configuration configuration, Map<String, String> responseHeaders) {
    return configuration.get(ENABLED)
        ? Optional.of(new Placed(configuration.get(RestOptions.ADDRESS)))
        : Optional.empty();
  }

  /** Puts the door before what would write an upload to the disk: Flink puts us behind that. */
  private static final class Placed extends ChannelInboundHandlerAdapter {
    private final String ownName;

    private Placed(String ownName) {
      this.ownName = ownName;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      String uploads = context.pipeline().context(FileUploadHandler.class).name();
      context.pipeline().addBefore(uploads, "read-only", new Door(ownName));
    }
  }

  /** Answers what it does not let in, and ends the connection. */
  private static final class Door extends ChannelInboundHandlerAdapter {
    private final String ownName;
    private boolean shut;

    private Door(String ownName) {
      this.ownName = ownName;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      Optional<DefaultFullHttpResponse> refusal =
          !shut && message instanceof HttpRequest request ? refusal(request) : Optional.empty();
      if (refusal.isPresent()) {
        shut = true; // the request's content is still coming
        context.writeAndFlush(refusal.get()).addListener(ChannelFutureListener.CLOSE);
      }
      if (shut) {
        ReferenceCountUtil.release(message);
      } else {
        context.fireChannelRead(message);
      }
    }

    private Optional<DefaultFullHttpResponse> refusal(HttpRequest request) {
      if (!READING.contains(request.method())
          || CANCELLING.matcher(new QueryStringDecoder(request.uri()).path()).find()) {
        return Optional.of(
            answer(
                HttpResponseStatus.METHOD_NOT_ALLOWED,
                "An embedded cluster is for looking only; end the command with Ctrl-C.\n"));
      }
      String host = request.headers().get(HttpHeaderNames.HOST, "");
      String name = PORT.matcher(host).replaceFirst("");
      if (!ADDRESS.matcher(name).matches()
          && !name.equalsIgnoreCase("localhost")
          && !name.equalsIgnoreCase(ownName)) {
        return Optional.of(
            answer(
                HttpResponseStatus.FORBIDDEN,
                "Unknown host: ask by the address, by localhost, or by the name in rest.address.\n"));
      }
      return Optional.empty();
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status, String text) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      DefaultFullHttpResponse answer =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(content));
      answer
          .headers()
          .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=UTF-8")
          .set(HttpHeaderNames.CONTENT_LENGTH, content.length)
          .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      return answer;
    }
  }
}
