package se.uppdragskollen.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.rule.Rule;

/**
 * The assignment as decided for a period, complete in itself: requirements, parameters,
 * elements and rules.
 *
 * @param assignment the assignment's id, as {@code kalmar-halsoval}
 * @param id the edition's id, as {@code 2025-01}
 * @param title what it is called
 * @param from the first day in force
 * @param to the last day in force
 * @param continues the edition before, null for the first
 * @param smallestGroup groups below this give no verdict
 * @param note what a reader must know, null when nothing
 * @param patientGroups the prioritisation model's groups
 * @param registers what people call the registers that it reads, by id; empty when not
 * told
 * @param followUpSettings within how many days reports, answers and actions are due, and
 * the ladder of escalation; the product's own where the edition says nothing
 * @param chapters in the order of the document
 * @param requirements by id, in the order of the document
 * @param elements by id
 * @param derived by id
 * @param rules in the order of the files
 * @param revision the fingerprint of the content, {@code sha256:} and 64 hexadecimal
 * digits
 */
public record Edition(String assignment, String id, Bilingual title, LocalDate from, LocalDate to,
		@Nullable String continues, int smallestGroup, @Nullable Bilingual note, List<PatientGroup> patientGroups,
		Map<String, Bilingual> registers, FollowUpSettings followUpSettings, List<Chapter> chapters,
		Map<String, Requirement> requirements, Map<String, Element> elements, Map<String, Derived> derived,
		List<Rule> rules, String revision) {

	/** As on the command line: {@code kalmar-halsoval/2025-01}. */
	public String name() {
		return this.assignment + "/" + this.id;
	}

	public boolean inForceOn(LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.to);
	}

	/** What people call a register, its id when that is not told. */
	public Bilingual registerName(String id) {
		return this.registers.getOrDefault(id, Bilingual.same(id));
	}

	/** Whether a register is known; any is when the edition names none. */
	public boolean knowsRegister(String id) {
		return this.registers.isEmpty() || this.registers.containsKey(id);
	}

	/** The element or derived element with this id. */
	public Optional<Datum> datum(String id) {
		Element element = this.elements.get(id);
		return (element != null) ? Optional.of(element) : Optional.ofNullable(this.derived.get(id));
	}

	public Optional<Parameter> parameter(String requirement, String name) {
		return Optional.ofNullable(this.requirements.get(requirement)).map((one) -> one.parameters().get(name));
	}

	public Chapter chapterOf(Requirement requirement) {
		return this.chapters.stream()
			.filter((chapter) -> chapter.id().equals(requirement.chapter()))
			.findFirst()
			.orElseThrow();
	}

	/** The smallest group that gives a verdict on this requirement. */
	public int smallestGroupOf(Requirement requirement) {
		Integer own = requirement.smallestGroup();
		return (own == null) ? this.smallestGroup : own;
	}

	/** The rules that speak of a requirement. */
	public List<Rule> rulesOf(String requirement) {
		return this.rules.stream().filter((rule) -> rule.requirement().equals(requirement)).toList();
	}

	/** The same edition with one parameter exchanged, under another revision. */
	public Edition with(Parameter parameter, String revision) {
		Map<String, Requirement> changed = new LinkedHashMap<>(this.requirements);
		changed.computeIfPresent(parameter.requirement(), (id, requirement) -> requirement.with(parameter));
		return new Edition(this.assignment, this.id, this.title, this.from, this.to, this.continues, this.smallestGroup,
				this.note, this.patientGroups, this.registers, this.followUpSettings, this.chapters, changed,
				this.elements, this.derived, this.rules, revision);
	}

	/** The same edition with other rules, under another revision. */
	public Edition withRules(List<Rule> others, String revision) {
		return new Edition(this.assignment, this.id, this.title, this.from, this.to, this.continues, this.smallestGroup,
				this.note, this.patientGroups, this.registers, this.followUpSettings, this.chapters, this.requirements,
				this.elements, this.derived, new ArrayList<>(others), revision);
	}

}
