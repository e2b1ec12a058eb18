package se.uppdragskollen.followup;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A case leads to the whole report where there is one to read, and says so where not.
 */
class ReadableReportsTests {

	private final RunningService service = RunningService.shared();

	private final ToldResults results = new ToldResults(this.service);

	@Test
	void leadsToAReportOnlyWhereOneIsHandedIn() {
		Centre centre = Centre.of(this.service);
		this.results.tell(centre.unit(), "2025-05", "G24", "yellow");
		assertThat(page(centre.unit())).contains("Rapporten är inte lämnad").doesNotContain("Läs hela rapporten");
		centre.handIn("2025-05", "{\"assessed_total\":{\"value\":400}}");
		assertThat(page(centre.unit())).contains("Läs hela rapporten",
				"/review/centres/" + centre.unit() + "/reports/kalmar-halsoval/2025-05");
	}

	private String page(String unit) {
		return this.service.person(Role.REVIEWER)
			.get("/review/cases/" + this.results.newest(unit), "Accept", "text/html")
			.text();
	}

}
