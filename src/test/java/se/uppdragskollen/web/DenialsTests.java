package se.uppdragskollen.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is noted of denied accesses in the log that nothing is removed from.
 */
class DenialsTests {

	private final RunningService service = RunningService.shared();

	private final Client manager = this.service.person(Role.MANAGER, this.service.unit());

	private final String actor = "person:" + this.manager.get("/api/v1/me").json().path("person").asLong();

	@Test
	void tellsWhoWantedWhat() {
		String other = this.service.unit();
		assertThat(this.manager.get("/api/v1/reports?unit=" + other).status()).isEqualTo(403);
		assertThat(this.manager.get("/api/v1/units/" + other + "/counts").status()).isEqualTo(403);
		assertThat(noted()).containsExactly("{\"method\":\"GET\",\"path\":\"/api/v1/reports\",\"why\":\"other-unit\"}",
				"{\"method\":\"GET\",\"path\":\"/api/v1/units/" + other + "/counts\",\"why\":\"other-unit\"}");
	}

	@Test
	void keepsNoPersonsNumberAndNoLongText() {
		for (String text : List.of("19121212-1212", "191212121212", "x".repeat(3000), "%0A%1B")) {
			assertThat(this.manager.get("/api/v1/units/" + text + "/counts").status()).isIn(400, 403);
		}
		assertThat(noted()).isNotEmpty()
			.allSatisfy((one) -> assertThat(one).contains("\"path\":\"/api/v1/units/{id}/counts\""));
	}

	/** Office programs ask for the options of every link that is pressed in them. */
	@Test
	void keepsNoSecretOfALink() {
		String token = "T0ken" + System.nanoTime() + "-".repeat(20);
		Client somebody = new Client(this.service.port(), "not.a.token");
		assertThat(this.service.anonymous().send("OPTIONS", "/signal/" + token, BodyPublishers.noBody()).status())
			.isEqualTo(403);
		assertThat(somebody.get("/signal/" + token).status()).isEqualTo(401);
		assertThat(somebody.get("/api/v1/signal-links/" + token + "/form").status()).isEqualTo(401);
		assertThat(this.service.anonymous().get("/api/v1/signal-links/" + token + "/other").status()).isEqualTo(401);
		assertThat(this.service.jdbc()
			.sql("select count(*) from audit_event where details like ?")
			.param("%" + token + "%")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.service.jdbc()
			.sql("select count(*) from audit_event where details like '%/signal/{token}%'")
			.query(Integer.class)
			.single()).isPositive();
	}

	@Test
	void isNotFilledByOneWhoGoesOn() {
		for (int i = 0; i < 2 * Denials.MOST + 20; i++) {
			assertThat(this.manager.get("/api/v1/people").status()).isEqualTo(403);
		}
		assertThat(noted()).hasSizeBetween(Denials.MOST, 2 * Denials.MOST);
	}

	@Test
	void tellsOfThoseWhoAreNotKnown() {
		String path = "/api/v1/cases/" + System.nanoTime();
		assertThat(this.service.anonymous().get(path).status()).isEqualTo(401);
		assertThat(new Client(this.service.port(), "not.a.token").get(path).status()).isEqualTo(401);
		assertThat(this.service.jdbc()
			.sql("select count(*) from audit_event where actor = 'anonymous' and act = 'denied'")
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(2);
	}

	private List<String> noted() {
		return this.service.jdbc()
			.sql("select details from audit_event where actor = ? and act = 'denied' order by seq")
			.param(this.actor)
			.query(String.class)
			.list();
	}

}
