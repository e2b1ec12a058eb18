package se.uppdragskollen.web.page;

import java.util.Map;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page tells that something was done to whoever has done it, and to nobody else.
 */
class DoneOnceTests {

	private static final String SAVED = "Valet är sparat.";

	private final RunningService service = RunningService.shared();

	private final Client reviewer = this.service.person(Role.REVIEWER);

	@Test
	void tellsWhatWasDoneOnce() {
		Answer saved = this.reviewer.form("/settings", Map.of("language", "sv", "wanted", "answered"));
		assertThat(saved.header("Location")).endsWith("/settings?done=saved");
		String cookie = saved.header("Set-Cookie");
		assertThat(cookie).startsWith("__Host-done=done.saved;").contains("Max-Age=60", "Secure", "HttpOnly", "Strict");
		Answer told = get("/settings?done=saved", "__Host-done=done.saved");
		assertThat(told.text()).contains(SAVED);
		assertThat(told.header("Set-Cookie")).startsWith("__Host-done=;").contains("Max-Age=0");
		assertThat(get("/settings?done=saved", "language=sv").text()).doesNotContain(SAVED);
	}

	@Test
	void claimsNothingThatAnAddressSays() {
		Map<String, String> claims = Map.of("/settings?done=saved", SAVED, "/review/views?done=removed",
				"Urvalet är borttaget.", "/review?done=opens", "öppnas nu med det urvalet",
				"/region/register-values?done=register-withdrawn", "Värdet är tillbakataget.",
				"/region/reports?x=1&done=moved&done=moved", "Sista dagen är flyttad.");
		claims.forEach((address, claim) -> {
			Answer page = get(address, "__Host-done=done.other");
			assertThat(page.status()).as(address).isEqualTo(200);
			assertThat(page.text()).as(address).doesNotContain(claim);
		});
	}

	@Test
	void tellsACentreWhatItHasSent() {
		String unit = this.service.unit();
		Client manager = this.service.person(Role.MANAGER, unit);
		String page = "/centre/" + unit + "/signals";
		String claim = "role=\"status\"";
		assertThat(manager.get(page + "?sent=1", "Accept", "text/html").text()).doesNotContain(claim);
		Answer sent = manager.form(page,
				Map.of("counterpart", "municipality", "organisation", "Provkommunen", "flag", "green", "text", "Bra."));
		assertThat(sent.header("Location")).as(sent.text()).endsWith("?sent=1");
		assertThat(sent.header("Set-Cookie")).startsWith("__Host-done=sent.1;");
		assertThat(manager.get(page + "?sent=1", "Accept", "text/html", "Cookie", "__Host-done=sent.1").text())
			.contains(claim);
	}

	private Answer get(String address, String cookie) {
		return this.reviewer.get(address, "Accept", "text/html", "Cookie", cookie);
	}

}
