package se.uppdragskollen.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mail servers that demand an encrypted way and a login, and services without any.
 */
class StrictServerTests {

	private static final Outgoing TEST = new Outgoing(7, 1, new Told(NoticeKind.TEST, null, null, null, null, false),
			"", "admina@region.example", Language.SV, true, Instant.EPOCH);

	@Test
	void logsInOverAnEncryptedWay() {
		try (MailServer server = MailServer.strict();
				RunningService service = start(server, MailServer.PASSWORD, true)) {
			assertThat(service.get(MailSettings.class).encryption()).isEqualTo("starttls");
			assertThat(send(service)).isEqualTo(new Delivery.Taken());
			assertThat(server.recipients()).containsExactly("admina@region.example");
		}
	}

	@Test
	void waitsWhenTheLoginIsWrong() {
		try (MailServer server = MailServer.strict(); RunningService service = start(server, "fel", true)) {
			Delivery.Outcome outcome = send(service);
			assertThat(outcome).isInstanceOfSatisfying(Delivery.NotNow.class, (one) -> {
				assertThat(one.away()).isTrue();
				assertThat(one.answer()).contains("535").doesNotContain("fel");
			});
			assertThat(server.messages()).isEmpty();
		}
	}

	@Test
	void sendsNothingToAServerThatItCannotTrust() {
		try (MailServer server = MailServer.strict();
				RunningService service = start(server, MailServer.PASSWORD, false)) {
			assertThat(send(service)).isInstanceOfSatisfying(Delivery.NotNow.class,
					(one) -> assertThat(one.away()).isTrue());
			assertThat(server.messages()).isEmpty();
		}
	}

	@Test
	void writesNothingWhileNoServerIsSet() {
		RunningService service = RunningService.shared();
		assertThat(service.get(MailSettings.class).isOn()).isFalse();
		assertThat(service.get(MailSettings.class).wrong()).containsExactly("spring.mail.host",
				"uppdragskollen.mail.from", "uppdragskollen.mail.service-address");
		service.get(RemindOfDeadlines.class).remind();
		assertThat(service.jdbc().sql("select count(*) from notice").query(Long.class).single()).isZero();
	}

	private static Delivery.Outcome send(RunningService service) {
		return service.get(Delivery.class).send(TEST, "admina@region.example");
	}

	private static RunningService start(MailServer server, String password, boolean trust) {
		Map<String, Object> settings = new HashMap<>(NoticeTests.settings(server));
		settings.put("spring.mail.username", MailServer.LOGIN);
		settings.put("spring.mail.password", password);
		settings.put("spring.mail.properties.mail.smtp.auth", true);
		settings.put("spring.mail.properties.mail.smtp.starttls.required", true);
		if (trust) {
			settings.put("spring.mail.properties.mail.smtp.ssl.trust", "localhost");
		}
		return RunningService.start(RunningService.newDatabase(), settings);
	}

}
