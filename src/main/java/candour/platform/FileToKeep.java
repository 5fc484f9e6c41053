package candour.platform;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file that a browser saves and never opens inside this portal, whatever is in it.
 *
 * @param name fit for a header
 */
public record FileToKeep(String name, String mediaType, byte[] content) {

  public ResponseEntity<byte[]> toResponse() {
    var kept = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .header("Content-Security-Policy", "sandbox")
        .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
        .body(content);
  }
}
