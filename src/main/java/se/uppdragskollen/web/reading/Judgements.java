package se.uppdragskollen.web.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
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

	private static final List<String> ORDER = List.of("not-met", "not-assessable", "met", "exempt", "not-applicable");

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
				byOutcome.computeIfAbsent(one.path("outcome").asString(), (key) -> new ArrayList<>())
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

	private static Row row(JsonNode one, Requirement requirement, Edition edition, Say say) {
		Chapter chapter = edition.chapterOf(requirement);
		return new Row(requirement, say.of(chapter.title()), one.path("outcome").asString(), text(one, "finding"),
				text(one, "severity"), one.path("sentence").path(say.language().code()).asString());
	}

	private static @Nullable String text(JsonNode one, String name) {
		return one.path(name).isString() ? one.path(name).asString() : null;
	}

	/** What a requirement's outcome is, if it has one. */
	public @Nullable Row find(String requirement) {
		return this.groups.stream()
			.flatMap((one) -> one.rows().stream())
			.filter((one) -> one.requirement().id().equals(requirement))
			.findFirst()
			.orElse(null);
	}

	/** How many requirements have an outcome. */
	public int count(String outcome) {
		return this.groups.stream()
			.filter((one) -> one.outcome().equals(outcome))
			.mapToInt((one) -> one.rows().size())
			.sum();
	}

}
