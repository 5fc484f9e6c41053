package candour.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as one subscriber reaches: IPv4 /24, IPv6 /48. */
final class Network {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;

  private Network() {}

  static String of(HttpServletRequest request) {
    var address = InetAddress.ofLiteral(request.getRemoteAddr());
    var prefix = address instanceof Inet6Address ? IPV6_BYTES : IPV4_BYTES;
    return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), prefix));
  }
}
