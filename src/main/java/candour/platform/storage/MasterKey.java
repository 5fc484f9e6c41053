package candour.platform.storage;

import candour.platform.Home;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The key outside the database that wraps every other: a Tink keyset in the portal's home, made at
 * first start.
 */
@Component
public class MasterKey {

  private final Aead aead;
  private final byte[] hashKey;

  MasterKey(Home home) {
    try {
      AeadConfig.register();
      var keyset = home.secret("master-keyset.json", MasterKey::generate);
      this.aead =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
      this.hashKey = home.secret("hash.key").getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The master key in " + home.path() + " cannot be read", e);
    }
  }

  /** Encrypts with the portal's own key; decrypts with any key of the keyset. */
  public Aead aead() {
    return aead;
  }

  /** HMAC-SHA-256 of the text under a key of its own. */
  public byte[] hash(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(hashKey, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String generate() {
    try {
      var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
