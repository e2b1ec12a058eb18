package se.uppdragskollen.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A change of language leads back to a page of this service and nowhere else.
 */
class OwnAddressTests {

	@ParameterizedTest
	@CsvSource({ "/help/words#case,/help/words#case", "/search?q=a//b,/search?q=a//b", "/..//,/", "/a/../b,/",
			"/%2e%2E/x,/", "/a/..;x=1/b,/", "//elsewhere.example,/", "/\\elsewhere.example,/", "https://e.example,/",
			"/a//b,/", "/.well-known/x,/.well-known/x" })
	void leadsBackToItsOwnPagesOnly(String back, String expected) {
		RunningService service = RunningService.shared();
		Client.Answer answer = service.anonymous()
			.get("/language?to=en&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location")).isEqualTo("http://localhost:" + service.port() + expected);
	}

}
