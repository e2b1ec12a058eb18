package se.uppdragskollen.web.page;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The statement that the law demands: what is tested how, what is lacking, whom to tell.
 */
class AccessibilityPageTests {

	@Test
	void saysWhatIsTestedAndWhomToTell() {
		String page = RunningService.shared().anonymous().get("/accessibility", "Cookie", "language=sv").text();
		assertThat(page).contains("lagen (2018:1937)", "verktyget axe", "Ingen har granskat tjänsten för hand än",
				"gicks igenom senast 22 november 2026", "href=\"https://www.digg.se/tdosanmalan\"",
				"Regionen har inte lämnat någon e-postadress");
	}

	@Test
	void takesOnlyWhatOneCanWriteToOrCall() {
		AccessibilitySettings given = new AccessibilitySettings(" tillganglighet@region.example ",
				"+46 (0)10-123 45 67");
		assertThat(given.isGiven()).isTrue();
		assertThat(given.email()).isEqualTo("tillganglighet@region.example");
		assertThat(given.dialled()).isEqualTo("+46101234567");
		assertThat(new AccessibilitySettings("", "").isGiven()).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessibilitySettings("javascript:x", ""))
			.withMessageContaining("uppdragskollen.accessibility");
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessibilitySettings("", "ring oss"));
	}

}
