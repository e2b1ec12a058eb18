package se.uppdragskollen.web.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Unit;
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
	private static final int MOST_DECIMALS = 2;

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
	 * @param enough what would be enough, in words; empty when nothing single would
	 */
	public record Row(Requirement requirement, String chapter, String outcome, @Nullable String finding,
			@Nullable String severity, String sentence, String enough) {

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
				text(one, "severity"), one.path("sentence").path(say.language().code()).asString(),
				enough(one, edition, say));
	}

	/**
	 * What would be enough for all that fails: of several limits for one element the one
	 * furthest away. Nothing where they lie on both sides.
	 */
	public static String enough(JsonNode outcome, Edition edition, Say say) {
		Map<String, BigDecimal> furthest = new LinkedHashMap<>();
		Map<String, BigDecimal> now = new HashMap<>();
		Set<String> unclear = new HashSet<>();
		outcome.path("obligations").forEach((obligation) -> {
			JsonNode values = obligation.path("elements");
			obligation.path("smallest_change").properties().forEach((change) -> {
				JsonNode held = values.path(change.getKey());
				if (change.getValue().isNumber() && held.isNumber()) {
					BigDecimal value = held.decimalValue();
					now.put(change.getKey(), value);
					BigDecimal needed = change.getValue().decimalValue();
					BigDecimal before = furthest.merge(change.getKey(), needed,
							(one, other) -> (one.subtract(value).abs().compareTo(other.subtract(value).abs()) < 0)
									? other : one);
					if (before.compareTo(value) != 0
							&& before.subtract(value).signum() != needed.subtract(value).signum()) {
						unclear.add(change.getKey());
					}
				}
			});
		});
		List<String> enough = new ArrayList<>();
		furthest.forEach((id, needed) -> {
			Element element = edition.elements().get(id);
			if (element != null && !unclear.contains(id)) {
				enough.add(measured(needed, needed.compareTo(Objects.requireNonNull(now.get(id))) > 0, element, say));
			}
		});
		return enough.isEmpty() ? "" : say.text("version.enough", say.all(enough));
	}

	/**
	 * What nobody types is told with two decimals, rounded to where it is enough. As
	 * {@code 632 calls (of these, answered)}; the unit is told once.
	 */
	private static String measured(BigDecimal needed, boolean more, Element element, Say say) {
		String label = say.inside(say.of(element.label()));
		Unit unit = element.unit();
		boolean told = unit != null && label.contains(say.text("unit." + unit.word()));
		BigDecimal typed = (needed.scale() > MOST_DECIMALS)
				? needed.setScale(MOST_DECIMALS, more ? RoundingMode.CEILING : RoundingMode.FLOOR) : needed;
		return say.figure(typed, told ? null : unit) + " (" + label + ")";
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
