package candour.intake;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the virus scanner is.
 *
 * @param clamd {@code unix:/path/of/socket} or {@code host:port}; empty where there is none
 */
@ConfigurationProperties("candour.scanner")
record ScannerSettings(@DefaultValue("") String clamd) {

  private static final String UNIX = "unix:";

  boolean isConfigured() {
    return !clamd.isBlank();
  }

  /** The socket of this machine; null where the scanner is reached through the network. */
  @Nullable Path socket() {
    return clamd.startsWith(UNIX) ? Path.of(clamd.substring(UNIX.length())) : null;
  }

  InetSocketAddress address() {
    int colon = clamd.lastIndexOf(':');
    return new InetSocketAddress(
        clamd.substring(0, colon), Integer.parseInt(clamd.substring(colon + 1)));
  }
}
