package candour.platform.security;

import candour.platform.security.KeptForm.Chosen;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file that was kept, as the form that it was chosen in reads it. */
record KeptFile(Chosen chosen, Supplier<byte[]> content) implements MultipartFile {

  @Override
  public String getName() {
    return chosen.field();
  }

  @Override
  public String getOriginalFilename() {
    return chosen.name();
  }

  @Override
  public @Nullable String getContentType() {
    return chosen.mediaType();
  }

  @Override
  public boolean isEmpty() {
    return chosen.length() == 0;
  }

  @Override
  public long getSize() {
    return chosen.length();
  }

  @Override
  public byte[] getBytes() {
    return content.get();
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(content.get());
  }

  @Override
  public void transferTo(File file) throws IOException {
    Files.write(file.toPath(), content.get());
  }
}
