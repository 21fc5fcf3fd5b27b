package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractMasterTest {
  private static final Charset CP949 = Charset.forName("x-windows-949");
  private static final String FRONT =
      "1|A11610|KR4A11610009|삼성전자   F 202610 (  10)|||1|005930|삼성전자";
  private static final String MASTER =
      FRONT
          + "\n"
          + """
          1|A11600|KR4A11600000|삼성전자   F 연결    (  10)|||0|005930|삼성전자
          1|A11611|KR4A11611007|삼성전자   F 202611 (  10)|||2|005930|삼성전자
          2|D11611S|KR4D11611S07|삼성전자   SP 2610-2611 (  10)|||1|005930|삼성전자
          3|AB0610|KR4AB0610001|에코프로   F 202610 ( 100)|||1|086520|에코프로
          4|DB0611S|KR4DB0611S05|에코프로   SP 2610-2611(100)|||1|086520|에코프로
          5|B11610770|KR4B11610770|삼성전자   C 202610  77,000(  10)|Y|77000.00|1|005930|삼성전자
          6|C11610770|KR4C11610770|삼성전자   P 202610  77,000(  10)|Y|77000.00||005930|삼성전자
          """;

  @Test
  void readsFuturesWithMultiplierRankAndUnderlying() {
    ContractMaster master = parse(MASTER);

    Contract front = master.find("A11610").orElseThrow();
    assertThat(front)
        .isEqualTo(
            new Contract(
                "A11610",
                "삼성전자   F 202610",
                Contract.Kind.KOSPI_FUTURE,
                BigDecimal.TEN,
                1,
                "005930",
                "삼성전자"));
    assertThat(front.frontMonth()).isTrue();
    assertThat(master.find("A11600").orElseThrow().monthRank()).isZero();
    assertThat(master.find("A11600").orElseThrow().frontMonth()).isFalse();
    assertThat(master.find("A11611").orElseThrow().monthRank()).isEqualTo(2);
    assertThat(master.find("AB0610").orElseThrow().multiplier()).isEqualByComparingTo("100");
    assertThat(master.find("999999")).isEmpty();
  }

  @Test
  void readsSpreadsAndOptions() {
    ContractMaster master = parse(MASTER);

    assertThat(master.contracts().values())
        .extracting(Contract::kind)
        .containsExactly(
            Contract.Kind.KOSPI_FUTURE,
            Contract.Kind.KOSPI_FUTURE,
            Contract.Kind.KOSPI_FUTURE,
            Contract.Kind.KOSPI_SPREAD,
            Contract.Kind.KOSDAQ_FUTURE,
            Contract.Kind.KOSDAQ_SPREAD,
            Contract.Kind.CALL,
            Contract.Kind.PUT);
    assertThat(master.find("DB0611S").orElseThrow().multiplier()).isEqualByComparingTo("100");
    assertThat(master.find("B11610770").orElseThrow().name()).isEqualTo("삼성전자   C 202610  77,000");
    assertThat(master.find("C11610770").orElseThrow().monthRank()).as("blank rank").isZero();
  }

  @Test
  void keepsTheFilesOrder() {
    assertThat(parse(MASTER).contracts().keySet())
        .containsExactly(
            "A11610", "A11600", "A11611", "D11611S", "AB0610", "DB0611S", "B11610770", "C11610770");
  }

  @Test
  void givesMultipliersOfItsContractsAndTheDefaultForOthers() {
    Multipliers multipliers = parse(MASTER).multipliers(new BigDecimal(25));

    assertThat(multipliers.of("A11610")).isEqualByComparingTo("10");
    assertThat(multipliers.of("AB0610")).isEqualByComparingTo("100");
    assertThat(multipliers.of("111V06")).isEqualByComparingTo("25");
  }

  @Test
  void takesDosLineEndsBlankLinesAndFurtherFields() {
    ContractMaster master = parse(FRONT + "|more|fields\r\n\r\n  \r\n");

    assertThat(master.contracts()).containsOnlyKeys("A11610");
    assertThat(master.find("A11610").orElseThrow().underlyingName()).isEqualTo("삼성전자");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("", "m.mst lists no contract"),
        Arguments.of("\n\n", "m.mst lists no contract"),
        Arguments.of(
            "PK\u0003\u0004...",
            "m.mst is a zip archive without a file: give KIS's fo_stk_code_mts.mst.zip"),
        Arguments.of(
            "contract,name",
            "m.mst line 1 has 1 fields separated by '|' where 9 are expected:"
                + " is this fo_stk_code_mts.mst?"),
        Arguments.of(
            FRONT.replace("|삼성전자|", "|").replaceAll("\\|[^|]*$", ""),
            "m.mst line 1 has 8 fields separated by '|' where 9 are expected:"
                + " is this fo_stk_code_mts.mst?"),
        Arguments.of(
            FRONT.replaceFirst("1", "7"), "m.mst line 1 has the type '7' where 1 to 6 is expected"),
        Arguments.of(
            FRONT.replaceFirst("1", "0"), "m.mst line 1 has the type '0' where 1 to 6 is expected"),
        Arguments.of(
            FRONT.replaceFirst("1", ""), "m.mst line 1 has the type '' where 1 to 6 is expected"),
        Arguments.of(
            FRONT.replaceFirst("1", "11"),
            "m.mst line 1 has the type '11' where 1 to 6 is expected"),
        Arguments.of(FRONT.replace("A11610|", "a1|"), "m.mst line 1 has 'a1' as short code"),
        Arguments.of(FRONT.replace("A11610|", "|"), "m.mst line 1 has '' as short code"),
        Arguments.of(
            FRONT.replace(" (  10)", ""),
            "m.mst line 1: the name '삼성전자   F 202610' does not end in a multiplier as (  10)"),
        Arguments.of(
            FRONT.replace("(  10)", "(12345678)"),
            "m.mst line 1: the name '삼성전자   F 202610 (12345678)'"
                + " does not end in a multiplier as (  10)"),
        Arguments.of(FRONT.replace("(  10)", "(   0)"), "m.mst line 1 has the multiplier 0"),
        Arguments.of(
            FRONT.replace("|1|005930", "|x|005930"), "m.mst line 1 has the month rank 'x'"),
        Arguments.of(
            FRONT.replace("|1|005930", "|-1|005930"), "m.mst line 1 has the month rank '-1'"),
        Arguments.of(
            FRONT.replace("|1|005930", "|99999999999|005930"),
            "m.mst line 1 has the month rank '99999999999'"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesFileLineAndReasonOfAFault(String content, String message) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(ContractMasterException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"(10.57), 10.57", "( 10.57), 10.57", "(   5.285143 ), 5.285143"})
  void readsADecimalMultiplier(String written, BigDecimal multiplier) {
    Contract contract = parse(FRONT.replace("(  10)", written)).find("A11610").orElseThrow();

    assertThat(contract.multiplier()).isEqualTo(multiplier);
    assertThat(contract.name()).isEqualTo("삼성전자   F 202610");
  }

  @Test
  void aLineThatCannotBeReadCostsItsContractOnly() {
    byte[] broken = {'1', '|', (byte) 0xff, (byte) 0xff, '\n'};
    byte[] rest = ("no contract\n" + FRONT + "\n" + FRONT.replace("10)", "20)")).getBytes(CP949);
    byte[] content = Arrays.copyOf(broken, broken.length + rest.length);
    System.arraycopy(rest, 0, content, broken.length, rest.length);

    ContractMaster master = ContractMaster.parse(content, "m.mst");

    assertThat(master.find("A11610").orElseThrow().multiplier()).isEqualByComparingTo("10");
    assertThat(master.unreadable())
        .containsExactly(
            "m.mst line 1 is not cp949 text: give KIS's fo_stk_code_mts.mst as it is",
            "m.mst line 2 has 1 fields separated by '|' where 9 are expected:"
                + " is this fo_stk_code_mts.mst?",
            "m.mst line 4 lists A11610 a second time");
  }

  @Test
  void readsTheZippedFileAsItIs() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("fo_stk_code_mts.mst"));
      zip.write(MASTER.getBytes(CP949));
    }

    ContractMaster master = ContractMaster.parse(bytes.toByteArray(), "m.mst.zip");

    assertThat(master.contracts()).hasSize(8);
    assertThat(master.unreadable()).isEmpty();
  }

  @Test
  void refusesAnotherEncoding() {
    byte[] notCp949 = {'1', '|', (byte) 0xff, (byte) 0xff, '|'};

    assertThatThrownBy(() -> ContractMaster.parse(notCp949, "m.mst"))
        .isInstanceOf(ContractMasterException.class)
        .hasMessage("m.mst line 1 is not cp949 text: give KIS's fo_stk_code_mts.mst as it is");
  }

  @Test
  void readsTheBytesOfCp949() {
    byte[] line = FRONT.replace("삼성전자", "__").getBytes(CP949);
    String ascii = new String(line, CP949);
    // 삼성 in KIS's bytes, written out so that the fixture does not depend on the JDK's encoder
    byte[] samsung = {(byte) 0xbb, (byte) 0xef, (byte) 0xbc, (byte) 0xba};
    byte[] content = new byte[line.length + 2 * (samsung.length - 2)];
    int to = 0;
    for (int from = 0; from < line.length; ) {
      if (ascii.startsWith("__", from)) {
        System.arraycopy(samsung, 0, content, to, samsung.length);
        to += samsung.length;
        from += 2;
      } else {
        content[to++] = line[from++];
      }
    }

    Contract contract = ContractMaster.parse(content, "m.mst").find("A11610").orElseThrow();

    assertThat(contract.underlyingName()).isEqualTo("삼성");
    assertThat(contract.name()).isEqualTo("삼성   F 202610");
  }

  private static ContractMaster parse(String content) {
    return ContractMaster.parse(content.getBytes(CP949), "m.mst");
  }
}
