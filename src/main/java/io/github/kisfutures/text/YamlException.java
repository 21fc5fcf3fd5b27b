package io.github.kisfutures.text;

/** A text that {@link Yaml} refuses. Has no cause: the parser's messages quote the text. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kinds of fault, as messages may tell them that must not quote the text. */
  public enum Fault {
    /** It is no YAML. */
    NOT_YAML("is not YAML"),
    /** A key of a mapping is there twice. */
    DUPLICATE_KEY("has a key twice"),
    /** There is more than one document. */
    SECOND_DOCUMENT("begins a second document ('---'); one file is one document");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    /** A sentence without its subject, which quotes nothing. */
    public String text() {
      return text;
    }
  }

  private final Fault fault;
  private final int line;

  YamlException(Fault fault, int line, String message) {
    super(message);
    this.fault = fault;
    this.line = line;
  }

  /** What kind of fault it is. */
  public Fault fault() {
    return fault;
  }

  /** The file and, where it is known, the line: {@code " line 4"} behind the name. */
  public String at(String name) {
    return line > 0 ? name + " line " + line : name;
  }

  /** A sentence that says where and what; it quotes the text. */
  public String sentence(String name) {
    return at(name) + (fault == Fault.DUPLICATE_KEY ? ": " : " ") + getMessage();
  }
}
