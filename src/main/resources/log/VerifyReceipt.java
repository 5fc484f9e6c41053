import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.*;
import java.security.MessageDigest;
import java.util.*;
import java.util.regex.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks, without trusting Candour, what an answer says that it rests on: one file, Java 17 or newer.
 *
 * <pre>
 *   java VerifyLog.java proof entry.tlog-proof opening.json --vkey KEY     first: is the answer in the log?
 *   java VerifyReceipt.java opening.json slots.jsonl                       then: what does it rest on?
 * </pre>
 *
 * The entry of an answer commits to the root of a tree of 1,024 slots (RFC 9162 section 2.1). Each slot is
 * HMAC-SHA256(salt, payload); the payload of an empty one is {}. Exit code: 0 passed, 1 failed, 2 wrong usage.
 */
public final class VerifyReceipt {

  static final int SLOTS = 1024;

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("How to use this program is said at the top of its file.");
      System.exit(2);
    }
    try {
      check(Files.readString(Path.of(args[0])), Files.readString(Path.of(args[1])));
    } catch (Exception e) {
      boolean check = e instanceof IllegalStateException;
      System.out.println("FAILED: " + (check ? e.getMessage() : "this cannot be read: " + e));
      System.exit(1);
    }
  }

  static void check(String opening, String slots) throws Exception {
    Matcher receipt = Pattern.compile("\"receipt\":\"([0-9a-f]{64})\"").matcher(opening);
    require(receipt.find(), "the first file is not the opening of an answer's entry.");
    byte[] root = HexFormat.of().parseHex(receipt.group(1));
    Set<Integer> opened = new TreeSet<>();
    int empty = 0;
    for (String line : slots.lines().toList()) {
      Slot slot = Slot.parse(line);
      require(Arrays.equals(slot.root(), root), "slot %s is not one of this answer.", slot.number);
      require(opened.add(slot.number), "slot %s is opened twice.", slot.number);
      if (slot.payload.equals("{}")) {
        empty++;
      } else {
        System.out.printf("Proved: the answer rests on this (slot %d):%n%n%s%n%n", slot.number, slot.payload);
      }
    }
    System.out.printf("%d slots were opened; %d of them are empty.%n", opened.size(), empty);
    System.out.println(
        opened.size() == SLOTS
            ? "That is every slot: the answer rests on nothing else."
            : "Not proved: what the other slots hold. Each may hold something or nothing, and looks the same.\n"
                + "The Information Commissioner, a court or a tribunal can have all of them opened.");
  }

  record Slot(List<byte[]> path, String payload, String salt, int number) {

    static Slot parse(String line) {
      Matcher parts =
          Pattern.compile("\\{\"path\":\\[([^\\]]*)],\"payload\":(.*),\"salt\":\"([^\"]*)\",\"slot\":([0-9]{1,4})}")
              .matcher(line);
      require(parts.matches(), "this is not a slot: %s", line);
      List<byte[]> path = new ArrayList<>();
      for (String hash : parts.group(1).replace("\"", "").split(",")) {
        path.add(Base64.getDecoder().decode(hash));
      }
      return new Slot(path, parts.group(2), parts.group(3), Integer.parseInt(parts.group(4)));
    }

    /** 1,024 leaves make ten levels; at each, the number of the slot says on which side it stands. */
    byte[] root() throws Exception {
      require(number < SLOTS && path.size() == 10, "slot %s has a wrong number or path.", number);
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(Base64.getDecoder().decode(salt), "HmacSHA256"));
      byte[] hash = sha256(0, hmac.doFinal(payload.getBytes(UTF_8)), new byte[0]);
      for (int level = 0; level < 10; level++) {
        byte[] beside = path.get(level);
        boolean right = (number >> level & 1) == 1;
        hash = right ? sha256(1, beside, hash) : sha256(1, hash, beside);
      }
      return hash;
    }
  }

  static byte[] sha256(int kind, byte[] left, byte[] right) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((byte) kind);
    digest.update(left);
    return digest.digest(right);
  }

  static void require(boolean condition, String otherwise, Object... words) {
    if (!condition) {
      throw new IllegalStateException(otherwise.formatted(words));
    }
  }
}
