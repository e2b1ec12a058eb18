package se.uppdragskollen.web.resident;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.publication.PublishedRegion;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More centres than a page of the public list holds.
 */
class LongListTests {

	private static final Pattern LISTED = Pattern
		.compile("<th scope=\"row\"><a class=\"ds-link\" href=\"/public/centres/([^\"]+)\">([^<]+)</a>");

	private static PublishedRegion region;

	private static Client resident;

	@BeforeAll
	static void start() throws InterruptedException {
		region = new PublishedRegion();
		for (int i = 1; i <= 60; i++) {
			Centre centre = region.centre("Provcentralen %02d".formatted(i), (i % 2 == 0) ? "Provköping" : "Provsund");
			if (i == 1) {
				region.handIn(centre, "2025-01", PublishedRegion.month(900, 880, 400, 389));
			}
		}
		region.settle();
		region.publish(region.reviewer(), "2025-01", "");
		resident = new Client(region.service().port(), null);
	}

	@AfterAll
	static void end() {
		region.close();
	}

	@Test
	void goesOnOverPagesWithoutLosingAny() {
		String first = page("/public");
		String second = page("/public?page=2");
		assertThat(names(first)).hasSize(50).startsWith("Provcentralen 01").endsWith("Provcentralen 50");
		assertThat(names(second)).hasSize(10).startsWith("Provcentralen 51").endsWith("Provcentralen 60");
		assertThat(first).contains("Antal hälsocentraler: 60.", "Sida 1 av 2", "Nästa sida")
			.doesNotContain("Föregående sida");
		assertThat(second).contains("Antal hälsocentraler: 60.", "Sida 2 av 2", "Föregående sida")
			.doesNotContain("Nästa sida");
	}

	@Test
	void takesWhatIsFilteredAndNoPageThatIsNot() {
		assertThat(page("/public?municipality=Provsund")).doesNotContain("Sida 1 av");
		assertThat(names(page("/public?municipality=Provsund"))).hasSize(30);
		for (String odd : List.of("0", "-1", "3", "99999999999", "x", "")) {
			assertThat(names(page("/public?page=" + odd))).as(odd).isNotEmpty();
		}
	}

	@Test
	void keepsWhatIsChosenOnOtherPages() {
		var listed = LISTED.matcher(page("/public"));
		assertThat(listed.find()).isTrue();
		String chosen = listed.group(1);
		assertThat(page("/public?page=2&centre=" + chosen)).contains("Redan valda", "Provcentralen 01")
			.containsPattern("type=\"checkbox\" name=\"centre\" value=\"" + chosen + "\" checked");
		assertThat(page("/public?text=59&centre=" + chosen)).contains("Provcentralen 01");
	}

	@Test
	void showsWhatWouldBePublishedPageByPage() {
		Client reviewer = region.service().person(Role.REVIEWER);
		String place = "/review/publications/kalmar-halsoval/2025-01";
		assertThat(page(reviewer, place)).contains("Sida 1 av 2", "Provcentralen 50</th>")
			.doesNotContain("Provcentralen 51</th>");
		assertThat(page(reviewer, place + "?page=2")).contains("Sida 2 av 2", "Provcentralen 51</th>")
			.doesNotContain("Provcentralen 50</th>");
		assertThat(page(reviewer, place)).containsPattern("… och \\d+ till; tabellen med alla värden har dem");
	}

	private static String page(String path) {
		return page(resident, path);
	}

	private static String page(Client client, String path) {
		Client.Answer answer = client.get(path, "Accept", "text/html");
		assertThat(answer.status()).as(path).isEqualTo(200);
		return answer.text();
	}

	private static List<String> names(String page) {
		return LISTED.matcher(page).results().map((one) -> one.group(2)).toList();
	}

}
