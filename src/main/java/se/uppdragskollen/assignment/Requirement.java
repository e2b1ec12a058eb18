package se.uppdragskollen.assignment;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.language.Bilingual;

/**
 * One thing that the assignment asks.
 *
 * @param id stable over the years, as {@code G25}
 * @param chapter the chapter in whose file it stands
 * @param title a few words
 * @param text what the assignment says
 * @param level must or should
 * @param severity of a deviation, unless the obligation says otherwise
 * @param followUp continuous or in the dialogue
 * @param period the kind of period whose report owes it
 * @param priorityByGroup the prioritisation model's colour by patient group's id
 * @param source what it rests on
 * @param continues its id in the edition before, null when it is new
 * @param smallestGroup instead of the edition's, null when the edition's counts
 * @param reasons why a rule may say "not applicable", by the reason's id
 * @param phases what people call its phases, by the words of its parameter {@code phase};
 * empty when not told
 * @param parameters its limits by name
 * @param position where it stands
 */
public record Requirement(String id, String chapter, Bilingual title, Bilingual text, Level level, Severity severity,
		FollowUp followUp, PeriodKind period, Map<Integer, Priority> priorityByGroup, Source source,
		@Nullable String continues, @Nullable Integer smallestGroup, Map<String, Bilingual> reasons,
		Map<String, Bilingual> phases, Map<String, Parameter> parameters, Position position) {

	/** The same requirement with one parameter exchanged. */
	public Requirement with(Parameter parameter) {
		Map<String, Parameter> changed = new java.util.LinkedHashMap<>(this.parameters);
		changed.put(parameter.name(), parameter);
		return new Requirement(this.id, this.chapter, this.title, this.text, this.level, this.severity, this.followUp,
				this.period, this.priorityByGroup, this.source, this.continues, this.smallestGroup, this.reasons,
				this.phases, changed, this.position);
	}

}
