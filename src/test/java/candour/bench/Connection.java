package candour.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection over loopback that reads pages and throws them away, at less cost than
 * a client made for anything more.
 */
final class Connection implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final String headers;

  Connection(int port, String cookies) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    headers =
        " HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/html\r\nCookie: %s\r\n\r\n"
            .formatted(port, cookies);
  }

  /** Reads the page; anything but 200 is an error. */
  void get(String path) throws IOException {
    socket.getOutputStream().write(("GET " + path + headers).getBytes(StandardCharsets.ISO_8859_1));
    var status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(path + ": " + status);
    }
    long length = -1;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
      if (name.equals("content-length")) {
        length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
    } else {
      skipChunks();
    }
  }

  private void skipChunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(line(), 16);
      in.skipNBytes(size + 2L);
    } while (size > 0);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
