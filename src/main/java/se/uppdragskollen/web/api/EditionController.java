package se.uppdragskollen.web.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.FollowUp;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.PatientGroup;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.RuleSentences;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.assignment.Source;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Needs;

/**
 * The editions: requirements, parameters by date, elements. An edition is the one that
 * stands now, or with {@code revision} as it stood.
 */
@RestController
@RequestMapping("/api/v1/editions")
class EditionController {

	private final Editions editions;

	private final Clock clock;

	EditionController(Editions editions, Clock clock) {
		this.editions = editions;
		this.clock = clock;
	}

	@GetMapping
	@Needs(Act.READ_EDITIONS)
	List<PublishedEdition> all() {
		return this.editions.all();
	}

	@GetMapping("/{assignment}/{edition}")
	@Needs(Act.READ_EDITIONS)
	Head one(@PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision) {
		Edition found = find(assignment, edition, revision);
		return new Head(found.assignment(), found.id(), found.revision(), found.title(), found.from(), found.to(),
				found.continues(), found.smallestGroup(), found.note(), found.patientGroups(), found.chapters(),
				found.followUpSettings());
	}

	@GetMapping("/{assignment}/{edition}/requirements")
	@Needs(Act.READ_EDITIONS)
	List<Asks> requirements(@PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision,
			@RequestParam(required = false) @Nullable String on) {
		Edition found = find(assignment, edition, revision);
		LocalDate day = day(found, on);
		return found.requirements().values().stream().map((one) -> asks(found, one, day)).toList();
	}

	@GetMapping("/{assignment}/{edition}/requirements/{id}")
	@Needs(Act.READ_EDITIONS)
	Asks requirement(@PathVariable String assignment, @PathVariable String edition, @PathVariable String id,
			@RequestParam(required = false) @Nullable String revision,
			@RequestParam(required = false) @Nullable String on) {
		Edition found = find(assignment, edition, revision);
		Requirement requirement = found.requirements().get(id);
		if (requirement == null) {
			throw Refusal.notFound("requirement", id, found.name());
		}
		return asks(found, requirement, day(found, on));
	}

	@GetMapping("/{assignment}/{edition}/parameters")
	@Needs(Act.READ_EDITIONS)
	List<InForce> parameters(@PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision,
			@RequestParam(required = false) @Nullable String on) {
		Edition found = find(assignment, edition, revision);
		LocalDate day = day(found, on);
		return found.requirements().values().stream().flatMap((one) -> parameters(one, day).stream()).toList();
	}

	@GetMapping("/{assignment}/{edition}/elements")
	@Needs(Act.READ_EDITIONS)
	List<Reported> elements(@PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision) {
		return find(assignment, edition, revision).elements().values().stream().map(Reported::of).toList();
	}

	private Edition find(String assignment, String edition, @Nullable String revision) {
		Edition found = (revision == null) ? this.editions.current(assignment, edition).orElse(null)
				: this.editions.revision(revision);
		if (found == null || !found.assignment().equals(assignment) || !found.id().equals(edition)) {
			throw Refusal.notFound("edition", assignment + "/" + edition);
		}
		return found;
	}

	/** The day asked for, else today, within the time that the edition is in force. */
	private LocalDate day(Edition edition, @Nullable String on) {
		LocalDate asked = Asked.day("on", on);
		LocalDate day = (asked == null) ? LocalDate.now(this.clock) : asked;
		if (asked == null) {
			day = day.isBefore(edition.from()) ? edition.from() : (day.isAfter(edition.to()) ? edition.to() : day);
		}
		if (!edition.inForceOn(day)) {
			throw Refusal.invalid("on", "day-outside-edition", day, edition.from(), edition.to());
		}
		return day;
	}

	private static Asks asks(Edition edition, Requirement requirement, LocalDate day) {
		RuleSentences sentences = new RuleSentences(edition, day);
		return new Asks(requirement.id(), requirement.chapter(), requirement.title(), requirement.text(),
				requirement.level(), requirement.severity(), requirement.followUp(), requirement.period(),
				requirement.source(), requirement.continues(), parameters(requirement, day),
				edition.rulesOf(requirement.id()).stream().map(sentences::of).toList());
	}

	private static List<InForce> parameters(Requirement requirement, LocalDate day) {
		List<InForce> parameters = new ArrayList<>();
		for (Parameter parameter : requirement.parameters().values()) {
			Parameter.InForce one = parameter.onOrFirst(day);
			Parameter.Value value = parameter.dated().get(one.from());
			parameters.add(new InForce(requirement.id(), parameter.name(), parameter.unit(), one.value(), one.from(),
					(value == null) ? "" : value.source()));
		}
		return parameters;
	}

	/**
	 * An edition's head.
	 */
	record Head(String assignment, String edition, String revision, Bilingual title, LocalDate from, LocalDate to,
			@Nullable String continues, int smallestGroup, @Nullable Bilingual note, List<PatientGroup> patientGroups,
			List<Chapter> chapters, FollowUpSettings followUp) {

	}

	/**
	 * A requirement with its limits on a day, and its rules as sentences.
	 */
	record Asks(String id, String chapter, Bilingual title, Bilingual text, Level level, Severity severity,
			FollowUp followUp, PeriodKind period, Source source, @Nullable String continues, List<InForce> parameters,
			List<Bilingual> rules) {

	}

	/**
	 * A parameter's value on a day, and since when it is in force.
	 */
	record InForce(String requirement, String name, Unit unit, Object value, LocalDate from, String source) {

	}

	/**
	 * An element.
	 */
	record Reported(String id, String chapter, ElementType type, @Nullable Unit unit, String from, PeriodKind period,
			Bilingual label, @Nullable Bilingual help, @Nullable Object min, @Nullable Object max,
			java.util.Map<String, Bilingual> choices, boolean mayBeNotApplicable, boolean personal, boolean isPublic) {

		static Reported of(Element element) {
			return new Reported(element.id(), element.chapter(), element.type(), element.unit(), element.from(),
					element.period(), element.label(), element.help(), element.min(), element.max(), element.choices(),
					element.mayBeNotApplicable(), element.personal(), element.isPublic());
		}

	}

}
