package se.uppdragskollen.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.web.Listing;

/**
 * The lists of editions and of what is in one, as files. Every row says of which edition
 * it is, so that files of two editions can be put together.
 */
final class EditionLists {

	/** Between the items of a cell. */
	private static final String BAR = " | ";

	private EditionLists() {
	}

	static Listing<PublishedEdition> editions(Titles titles) {
		return Listing.<PublishedEdition>of("editions")
			.column("assignment", PublishedEdition::assignment)
			.column("edition", PublishedEdition::edition)
			.column("edition-title", (one) -> titles.edition(one.assignment(), one.edition()))
			.column("from", PublishedEdition::from)
			.column("to", PublishedEdition::to)
			.column("current", PublishedEdition::current)
			.column("published-at", PublishedEdition::publishedAt)
			.column("revision", PublishedEdition::revision);
	}

	static Listing<EditionController.Asks> requirements(Edition edition) {
		return EditionLists.<EditionController.Asks>of("requirements", edition)
			.column("requirement", EditionController.Asks::id)
			.column("requirement-title", EditionController.Asks::title)
			.column("chapter", EditionController.Asks::chapter)
			.column("chapter-title", (one) -> Titles.chapter(edition, one.chapter()))
			.column("requirement-text", EditionController.Asks::text)
			.words("level", "word", EditionController.Asks::level)
			.words("severity", "severity", EditionController.Asks::severity)
			.words("follow-up", "word", EditionController.Asks::followUp)
			.words("period-kind", "word", EditionController.Asks::period)
			.column("rules", (one) -> joined(one.rules(), " "))
			.words("source-kind", "source-kind", (one) -> one.source().kind())
			.column("source", (one) -> one.source().document())
			.column("source-note", (one) -> one.source().note())
			.column("continues", EditionController.Asks::continues);
	}

	static Listing<EditionController.InForce> parameters(Edition edition) {
		return EditionLists.<EditionController.InForce>of("parameters", edition)
			.column("requirement", EditionController.InForce::requirement)
			.column("requirement-title", (one) -> requirement(edition, one).map(Requirement::title).orElse(null))
			.column("parameter", EditionController.InForce::name)
			.column("value", (one) -> value(edition, one))
			.words("unit-of-measure", "unit", EditionController.InForce::unit)
			.column("from", EditionController.InForce::from)
			.column("source", EditionController.InForce::source);
	}

	static Listing<EditionController.Reported> elements(Edition edition) {
		return EditionLists.<EditionController.Reported>of("elements", edition)
			.column("element", EditionController.Reported::id)
			.column("element-label", EditionController.Reported::label)
			.column("chapter", EditionController.Reported::chapter)
			.column("chapter-title", (one) -> Titles.chapter(edition, one.chapter()))
			.words("type", "type", EditionController.Reported::type)
			.words("unit-of-measure", "unit", EditionController.Reported::unit)
			.words("period-kind", "word", EditionController.Reported::period)
			.column("source", EditionController.Reported::from)
			.column("source-name",
					(one) -> one.from().equals(Element.SELF_REPORT) ? Messages.both("source.self-report")
							: edition.registerName(one.from()))
			.column("help", EditionController.Reported::help)
			.column("least", EditionController.Reported::min)
			.column("greatest", EditionController.Reported::max)
			.column("choices", (one) -> choices(one.choices()))
			.column("may-be-not-applicable", EditionController.Reported::mayBeNotApplicable)
			.column("personal", EditionController.Reported::personal)
			.column("public", EditionController.Reported::isPublic);
	}

	private static <T> Listing<T> of(String name, Edition edition) {
		return Listing.<T>of(name)
			.column("assignment", (one) -> edition.assignment())
			.column("edition", (one) -> edition.id())
			.column("edition-title", (one) -> edition.title());
	}

	private static Optional<Requirement> requirement(Edition edition, EditionController.InForce limit) {
		return Optional.ofNullable(edition.requirements().get(limit.requirement()));
	}

	/**
	 * A limit's value: choices by what the element calls that a rule holds them against.
	 */
	private static Object value(Edition edition, EditionController.InForce limit) {
		if (limit.value() instanceof List<?> items) {
			Map<String, Bilingual> choices = against(edition, limit).map(Datum::choices).orElse(Map.of());
			return joined(items.stream()
				.map(String::valueOf)
				.map((item) -> choices.getOrDefault(item, Bilingual.same(item)))
				.toList(), BAR);
		}
		Bilingual phase = requirement(edition, limit).map((one) -> one.phases().get(String.valueOf(limit.value())))
			.orElse(null);
		return (phase == null) ? limit.value() : phase;
	}

	private static Optional<Datum> against(Edition edition, EditionController.InForce limit) {
		return edition.rulesOf(limit.requirement())
			.stream()
			.flatMap((rule) -> rule.statements().stream())
			.filter(Statement.Obligation.class::isInstance)
			.map(Statement.Obligation.class::cast)
			.filter((one) -> one.arguments().stream().skip(1).anyMatch((each) -> each.text().equals(limit.name())))
			.findFirst()
			.flatMap((one) -> edition.datum(one.arguments().get(0).text()));
	}

	/** The choices by id and name, null when there are none. */
	private static @Nullable Bilingual choices(Map<String, Bilingual> choices) {
		return choices.isEmpty() ? null
				: joined(choices.entrySet()
					.stream()
					.map((one) -> new Bilingual(one.getKey() + ": " + one.getValue().sv(),
							one.getKey() + ": " + one.getValue().en()))
					.toList(), BAR);
	}

	private static Bilingual joined(List<Bilingual> parts, String between) {
		Function<Language, String> in = (
				language) -> parts.stream().map((one) -> one.in(language)).collect(Collectors.joining(between));
		return new Bilingual(in.apply(Language.SV), in.apply(Language.EN));
	}

}
