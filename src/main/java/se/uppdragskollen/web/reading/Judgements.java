package se.uppdragskollen.web.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.web.page.Say;
import tools.jackson.databind.JsonNode;

/**
 * A result to read: what is not met first, with its sentence and the smallest change that
 * would be enough; then what cannot be judged, and the rest.
 *
 * @param groups by outcome, the worst first, those without requirements left out
 */
public record Judgements(List<Group> groups) {

	/** More than that is what a mean or a deviation has made. */

	/** What is recommended and not so: nothing is wrong, but something to talk about. */
	private static final String TO_DISCUSS = "to-discuss";

	private static final List<String> ORDER = List.of("not-met", TO_DISCUSS, "not-assessable", "met", "exempt",
			"not-applicable");

	/**
	 * Requirements with the same outcome.
	 *
	 * @param outcome the outcome
	 * @param rows the requirements
	 */
	public record Group(String outcome, List<Row> rows) {

	}

	/**
	 * A requirement with its outcome.
	 *
	 * @param requirement which
	 * @param chapter its chapter's title
	 * @param outcome its outcome
	 * @param finding {@code deviation} or {@code question}, null when nothing follows
	 * @param severity of the finding, null without one
	 * @param sentence why
	 */
	public record Row(Requirement requirement, String chapter, String outcome, @Nullable String finding,
			@Nullable String severity, String sentence) {

	}

	/** A result's document, by the edition that judged. */
	public static Judgements of(JsonNode document, Edition edition, Say say) {
		Map<String, List<Row>> byOutcome = new LinkedHashMap<>();
		ORDER.forEach((outcome) -> byOutcome.put(outcome, new ArrayList<>()));
		document.path("outcomes").forEach((one) -> {
			Requirement requirement = edition.requirements().get(one.path("requirement").asString());
			if (requirement != null) {
				byOutcome.computeIfAbsent(kind(one.path("outcome").asString(), requirement), (key) -> new ArrayList<>())
					.add(row(one, requirement, edition, say));
			}
		});
		List<Group> groups = new ArrayList<>();
		byOutcome.forEach((outcome, rows) -> {
			if (!rows.isEmpty()) {
				groups.add(new Group(outcome, rows));
			}
		});
		return new Judgements(groups);
	}

	/**
	 * An outcome as it is told: who does not do what is only recommended has not failed.
	 */
	public static String kind(String outcome, Requirement requirement) {
		return (outcome.equals("not-met") && requirement.level() == Level.SHOULD) ? TO_DISCUSS : outcome;
	}

	private static Row row(JsonNode one, Requirement requirement, Edition edition, Say say) {
		Chapter chapter = edition.chapterOf(requirement);
		return new Row(requirement, say.of(chapter.title()), kind(one.path("outcome").asString(), requirement),
				text(one, "finding"), text(one, "severity"),
				one.path("sentence").path(say.language().code()).asString());
	}

	private static @Nullable String text(JsonNode one, String name) {
		return one.path(name).isString() ? one.path(name).asString() : null;
	}

}
