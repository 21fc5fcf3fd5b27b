package io.github.kisfutures.market;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The bytes of a contract master: a zip archive with one file, or that file; cp949, in lines. */
final class ContractMasterFile {
  private static final Charset CP949 = Charset.forName("x-windows-949");

  /** Many times what KIS lists. */
  private static final int MAX_BYTES = 64 << 20;

  private ContractMasterFile() {}

  /** The lines, without their ends; no byte of a Korean character is a line end. */
  static List<byte[]> lines(byte[] content, String fileName) {
    byte[] text = isZip(content) ? unzip(content, fileName) : content;
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n') {
        int end = i > start && text[i - 1] == '\r' ? i - 1 : i;
        lines.add(Arrays.copyOfRange(text, start, end));
        start = i + 1;
      }
    }
    return lines;
  }

  static String text(byte[] line, String where) {
    try {
      return CP949
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ContractMasterException(
          where + " is not cp949 text: give KIS's fo_stk_code_mts.mst as it is");
    }
  }

  private static boolean isZip(byte[] content) {
    return content.length > 1 && content[0] == 'P' && content[1] == 'K';
  }

  private static byte[] unzip(byte[] content, String fileName) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          byte[] unzipped = zip.readNBytes(MAX_BYTES);
          if (unzipped.length == MAX_BYTES) {
            throw new ContractMasterException(fileName + " holds more than a contract master");
          }
          return unzipped;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ContractMasterException(
          fileName + " is a damaged zip archive: fetch KIS's fo_stk_code_mts.mst.zip again");
    }
    throw new ContractMasterException(
        fileName + " is a zip archive without a file: give KIS's fo_stk_code_mts.mst.zip");
  }
}
