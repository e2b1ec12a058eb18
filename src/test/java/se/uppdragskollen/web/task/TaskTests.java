package se.uppdragskollen.web.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.page.Browser;
import se.uppdragskollen.web.page.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People do what they are here for, from login to result, in a real browser: in both
 * languages, with scripts and without, by what the pages say and nothing else.
 */
abstract class TaskTests {

	private static final Map<Boolean, Browser> BROWSERS = new HashMap<>();

	@AfterAll
	static void close() {
		BROWSERS.values().forEach(Browser::close);
		BROWSERS.clear();
	}

	/** Where it is done. */
	RunningService service() {
		return RunningService.shared();
	}

	/** Somebody new with a role of the region logs in. */
	Walk logIn(Way way, Role role) {
		return logIn(way, service().subject(role, null));
	}

	/** Somebody new with a role at a centre logs in. */
	Walk logIn(Way way, Role role, String unit) {
		return logIn(way, service().subject(role, unit));
	}

	/** Somebody logs in. */
	Walk logIn(Way way, String subject) {
		return walk(way).logIn(subject);
	}

	/** Somebody without a login opens the first page. */
	Walk begin(Way way) {
		return walk(way).begin();
	}

	private Walk walk(Way way) {
		Browser browser = BROWSERS.computeIfAbsent(way.scripts(), (scripts) -> new Browser(service().port(), scripts));
		return new Walk(browser, way.language());
	}

	/** Fetches a file as the reader's browser does, and looks at how it begins. */
	Answer file(Walk me, String address, String begins) {
		Answer file = me.can("page.log-out") ? service().anonymous().get(address, "Cookie", me.browser().cookie())
				: service().anonymous().get(address);
		assertThat(file.status()).as(address).isEqualTo(200);
		assertThat(file.text()).startsWith(begins);
		return file;
	}

	/** What the assignment calls a question. */
	String question(Walk me, String element) {
		return me.say().of(edition().datum(element).orElseThrow().label());
	}

	/** What the pages call a requirement. */
	String requirement(Walk me, String id) {
		return id + " " + me.say().of(Objects.requireNonNull(edition().requirements().get(id)).title());
	}

	/** What the assignment calls an answer to choose. */
	String choice(Walk me, String element, String choice) {
		Element asked = (Element) edition().datum(element).orElseThrow();
		return me.say().of(Objects.requireNonNull(asked.choices().get(choice)));
	}

	/** What the assignment calls an area. */
	String chapter(Walk me, String chapter) {
		return edition().chapters()
			.stream()
			.filter((one) -> one.id().equals(chapter))
			.map((one) -> me.say().of(one.title()))
			.findFirst()
			.orElseThrow();
	}

	/** What the pages call a period. */
	static String period(Walk me, String period) {
		return me.say().period(Period.parse(period).orElseThrow());
	}

	/** What a centre is called that a test made. */
	static String name(String unit) {
		return "Provcentralen " + unit.substring(13);
	}

	private Edition edition() {
		return service().get(Editions.class).inForceOn("kalmar-halsoval", RunningService.TODAY).orElseThrow();
	}

}
