package candour.platform;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this portal is found.
 *
 * @param baseUrl the public address that links in mails begin with
 * @param sourceUrl where the source of the running version is offered (AGPL-3.0 §13)
 * @param exitUrl where whoever leaves in a hurry is taken: a page that anybody might look at
 * @param sender the neutral address that mails come from
 */
@ConfigurationProperties("candour.site")
public record Site(
    @DefaultValue("http://localhost:8080") URI baseUrl,
    @DefaultValue("https://github.com/candour-portal/candour") URI sourceUrl,
    @DefaultValue("https://www.bbc.co.uk/weather") URI exitUrl,
    @DefaultValue("post@candour.example") String sender) {

  /** The full address of a path of this portal. */
  public String link(String path) {
    return baseUrl.resolve(path).toString();
  }
}
