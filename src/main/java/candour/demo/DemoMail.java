package candour.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server within the portal, which accepts whatever is sent and delivers it to the demo
 * mailbox page.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMail {

  @Bean(destroyMethod = "stop")
  GreenMail demoMailServer(JavaMailSender sender) {
    var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    smtp.setServerStartupTimeout(10_000);
    var server = new GreenMail(smtp);
    server.getUserManager().setAuthRequired(false);
    server.start();
    if (sender instanceof JavaMailSenderImpl client) {
      client.setHost("127.0.0.1");
      client.setPort(server.getSmtp().getPort());
    }
    return server;
  }
}
