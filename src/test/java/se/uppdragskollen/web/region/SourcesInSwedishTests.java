package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an edition says in Swedish only is marked as Swedish wherever an English page
 * shows it, so that it is not read out as English (WCAG 3.1.2).
 */
class SourcesInSwedishTests {

	private final RunningService service = RunningService.shared();

	@Test
	void whatIsSwedishOnlyIsSaidToBe() {
		Client commissioner = this.service.person(Role.COMMISSIONER);
		Edition edition = edition();
		Set<String> swedish = swedish(edition);
		List<String> unmarked = new ArrayList<>();
		int marked = 0;
		for (Requirement one : edition.requirements().values()) {
			Answer page = commissioner.get("/region/requirements/" + edition.assignment() + "/" + one.id(), "Cookie",
					"language=en");
			assertThat(page.status()).as(one.id()).isEqualTo(200);
			Document document = Jsoup.parse(page.text());
			assertThat(Objects.requireNonNull(document.selectFirst("html")).attr("lang")).isEqualTo("en");
			for (Element element : document.getAllElements()) {
				String own = element.ownText();
				if (swedish.stream().anyMatch((text) -> own.contains(text))) {
					boolean said = Objects.requireNonNull(element.closest("[lang]")).attr("lang").equals("sv");
					marked += said ? 1 : 0;
					if (!said) {
						unmarked.add(one.id() + ": " + own);
					}
				}
			}
		}
		assertThat(unmarked).isEmpty();
		assertThat(marked).isGreaterThan(3 * edition.requirements().size());
	}

	/** Where requirements and limits come from is written in one language. */
	private static Set<String> swedish(Edition edition) {
		Set<String> swedish = new HashSet<>();
		edition.requirements().values().forEach((requirement) -> {
			swedish.add(spaced(requirement.source().document()));
			if (requirement.source().note() != null) {
				swedish.add(spaced(requirement.source().note()));
			}
			requirement.parameters()
				.values()
				.forEach((parameter) -> parameter.values()
					.values()
					.forEach((value) -> swedish.add(spaced(value.source()))));
		});
		swedish.removeIf((one) -> !one.contains(" "));
		return swedish;
	}

	private static String spaced(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	private Edition edition() {
		Editions editions = this.service.get(Editions.class);
		return editions.revision(editions.all()
			.stream()
			.filter((one) -> one.current() && one.assignment().equals("kalmar-halsoval")
					&& one.edition().equals("2025-01"))
			.findFirst()
			.orElseThrow()
			.revision());
	}

}
