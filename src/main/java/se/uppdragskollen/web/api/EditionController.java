package se.uppdragskollen.web.api;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
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
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Needs;

/**
 * The editions: requirements, parameters by date, elements. An edition is the one that
 * stands now, or with {@code revision} as it stood.
 */
@RestController
@RequestMapping("/api/v1/editions")
class EditionController {

	private final Editions editions;

	private final Audit audit;

	private final Clock clock;

	EditionController(Editions editions, Audit audit, Clock clock) {
		this.editions = editions;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping
	@Needs(Act.READ_EDITIONS)
	@Filters("format")
	@Nullable List<PublishedEdition> all(Actor actor, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		List<PublishedEdition> all = this.editions.all();
		return EditionLists.editions(new Titles(this.editions))
			.written(request, response, all,
					() -> this.audit.noteAlone(actor.auditName(), "exported", "editions", null, Map.of())) ? null : all;
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
	@Filters("format")
	@Nullable List<Asks> requirements(Actor actor, @PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision,
			@RequestParam(required = false) @Nullable String on, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Edition found = find(assignment, edition, revision);
		LocalDate day = day(found, on);
		List<Asks> all = found.requirements().values().stream().map((one) -> asks(found, one, day)).toList();
		return EditionLists.requirements(found)
			.written(request, response, all, () -> exported(actor, "requirements", found)) ? null : all;
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
	@Filters("format")
	@Nullable List<InForce> parameters(Actor actor, @PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision,
			@RequestParam(required = false) @Nullable String on, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Edition found = find(assignment, edition, revision);
		LocalDate day = day(found, on);
		List<InForce> all = found.requirements()
			.values()
			.stream()
			.flatMap((one) -> parameters(one, day).stream())
			.toList();
		return EditionLists.parameters(found)
			.written(request, response, all, () -> exported(actor, "parameters", found)) ? null : all;
	}

	@GetMapping("/{assignment}/{edition}/elements")
	@Needs(Act.READ_EDITIONS)
	@Filters("format")
	@Nullable List<Reported> elements(Actor actor, @PathVariable String assignment, @PathVariable String edition,
			@RequestParam(required = false) @Nullable String revision, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Edition found = find(assignment, edition, revision);
		List<Reported> all = found.elements().values().stream().map(Reported::of).toList();
		return EditionLists.elements(found).written(request, response, all, () -> exported(actor, "elements", found))
				? null : all;
	}

	private void exported(Actor actor, String list, Edition edition) {
		this.audit.noteAlone(actor.auditName(), "exported", list, null, Map.of("revision", edition.revision()));
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
			Map<String, Bilingual> choices, boolean mayBeNotApplicable, boolean personal, boolean isPublic) {

		static Reported of(Element element) {
			return new Reported(element.id(), element.chapter(), element.type(), element.unit(), element.from(),
					element.period(), element.label(), element.help(), element.min(), element.max(), element.choices(),
					element.mayBeNotApplicable(), element.personal(), element.isPublic());
		}

	}

}
