package se.uppdragskollen.web.security;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * A login provider that is away when the service starts.
 */
class LateProviderTests {

	@Test
	void keepsNothingFromStartingButItsOwnLogins() throws Exception {
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		Logger logger = (Logger) LoggerFactory.getLogger(LateProviders.class);
		int port = LoginProvider.freePort();
		int providerPort = LoginProvider.freePort();
		Map<String, Object> settings = new HashMap<>(LoginProvider.settings(LoginProvider.issuer(providerPort)));
		settings.put("server.port", port);
		log.start();
		try (RunningService service = RunningService.outsideDemo(RunningService.newDatabase(), settings)) {
			logger.addAppender(log);
			logger.setLevel(Level.INFO);
			Client health = new Client(service.managementPort(), null);
			assertThat(health.get("/actuator/health/readiness").status()).isEqualTo(200);
			Answer login = service.anonymous().get("/oauth2/authorization/region");
			assertThat(List.of(login.status(), login.json().path("status").asInt())).isEqualTo(List.of(503, 503));
			Answer away = health.get("/actuator/health/login");
			assertThat(away.status()).isEqualTo(503);
			assertThat(away.json().path("details").path("region").asString()).isEqualTo("away");
			assertThat(service.anonymous().get("/api/v1/me").status()).isEqualTo(401);
			assertThat(service.anonymous().get("/oauth2/authorization/nobody").status()).isEqualTo(400);
			try (LoginProvider provider = LoginProvider.startAt(providerPort, port)) {
				register(service, provider.issuer());
				for (int i = 0; i < 150 && health.get("/actuator/health/login").status() != 200; i++) {
					Thread.sleep(100);
				}
				assertThat(health.get("/actuator/health/login").json().path("details").path("region").asString())
					.isEqualTo("there");
				Browser browser = new Browser();
				HttpResponse<String> last = browser.login(port, "strong");
				assertThat(last.statusCode()).as(last.body()).isEqualTo(302);
				assertThat(browser.get("https://localhost:" + port + "/api/v1/me").statusCode()).isEqualTo(200);
				assertThat(
						log.list.stream().map((one) -> one.getLevel() + " " + one.getFormattedMessage().split(",")[0]))
					.containsExactly("INFO login provider region is there");
			}
		}
		finally {
			logger.detachAppender(log);
		}
	}

	@Test
	void isNotAskedForEachTokenThatNamesIt() throws Exception {
		try (ServerSocket slow = new ServerSocket(0)) {
			Thread answers = new Thread(() -> {
				while (!slow.isClosed()) {
					try {
						Socket one = slow.accept();
						Thread.sleep(700);
						one.close();
					}
					catch (IOException | InterruptedException ex) {
						// asked anew, or over
					}
				}
			});
			answers.setDaemon(true);
			answers.start();
			String issuer = LoginProvider.issuer(slow.getLocalPort());
			String token = LoginProvider.unsigned(new JWTClaimsSet.Builder().issuer(issuer).subject("x").build());
			try (RunningService service = RunningService.outsideDemo(RunningService.newDatabase(),
					Map.of("uppdragskollen.login.providers.region.issuer", issuer))) {
				Client stranger = new Client(service.port(), token);
				assertThat(stranger.get("/api/v1/me").status()).isEqualTo(503);
				assertTimeout(Duration.ofSeconds(2), () -> {
					for (int i = 0; i < 10; i++) {
						assertThat(stranger.get("/api/v1/me").status()).isEqualTo(503);
					}
				});
			}
		}
	}

	private static void register(RunningService service, String issuer) {
		long id = service.jdbc()
			.sql("insert into person (issuer, subject, name) values (?, 'SE5566778899-STRONG', 'Prov') returning id")
			.param(issuer)
			.query(Long.class)
			.single();
		service.grant(id, se.uppdragskollen.access.Role.REVIEWER, null);
	}

}
