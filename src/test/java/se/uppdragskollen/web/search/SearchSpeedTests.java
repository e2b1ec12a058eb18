package se.uppdragskollen.web.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The search of a region of 250 centres after ten years.
 */
class SearchSpeedTests {

	/** Generous, because tests share their machine; alone it takes a tenth. */
	private static final Duration LONGEST = Duration.ofMillis(1500);

	@Test
	void findsAmongTenYearsOfCases() {
		try (RunningService service = RunningService.alone()) {
			service.jdbc().sql("""
					insert into unit (id, name, municipality, operator, peer_group, opened)
					select 'SE5566778899-S' || n, 'Hälsocentral ' || n, 'Kommun ' || n % 12, 'regional', 'alla',
					date '2010-01-01' from generate_series(1, 250) as n
					""").update();
			service.jdbc().sql("""
					insert into follow_up_case (unit, assignment, lineage, requirement, chapter, kind, severity, course,
					state, edition, first_period, last_period, last_period_to, opened_at, confirmed_at, closed_at)
					select 'SE5566778899-S' || n, 'kalmar-halsoval', 'G' || lpad(g::text, 2, '0'),
					'G' || lpad(g::text, 2, '0'), 'accessibility', 'deviation', 'yellow', 'new', 'closed', '2025-01',
					'2025-05', '2025-05', date '2025-05-31', now(), now(), now()
					from generate_series(1, 250) as n, generate_series(1, 45) as g, generate_series(1, 6) as y
					""").update();
			Client reviewer = service.person(Role.REVIEWER);
			for (String question : List.of("g24", "g24+hälsocentral+17", "hälsocentral", "telefon", "kommun+3",
					"67000")) {
				List<Long> times = new ArrayList<>();
				for (int i = 0; i < 8; i++) {
					long start = System.nanoTime();
					Client.Answer answer = reviewer.get("/search?q=" + question.replace("ä", "%C3%A4"));
					times.add(System.nanoTime() - start);
					assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
					assertThat(answer.text()).as(question).contains("id=\"cases\"");
				}
				Collections.sort(times);
				assertThat(Duration.ofNanos(times.get(6))).as(question).isLessThan(LONGEST);
			}
		}
	}

}
