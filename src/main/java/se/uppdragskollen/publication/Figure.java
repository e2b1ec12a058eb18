package se.uppdragskollen.publication;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;

/**
 * What a published figure is and how it is made, in the words of the edition that it was
 * published by.
 *
 * @param id the datum's id; for the share that a part has of its whole, the part's id and
 * {@code -share}
 * @param place where it stands among the edition's figures
 * @param type the kind of value, as in the editions
 * @param measure what a number counts, as in the editions; null for other types
 * @param period the kind of period
 * @param validMonths for how many months after its period it is worth showing
 * @param label what it is called
 * @param chapter the title of its chapter
 * @param how how it is made, sentence by sentence
 * @param choices the names of the choices of a choice or list
 * @param requirements the requirements that it belongs to
 */
public record Figure(String id, int place, String type, @Nullable String measure, String period, int validMonths,
		Bilingual label, Bilingual chapter, List<Bilingual> how, Map<String, Bilingual> choices,
		List<Demand> requirements) {

	/** Whether it is a number that can be compared. */
	public boolean compares() {
		return this.type.equals("integer") || this.type.equals("decimal");
	}

	/**
	 * A requirement that a figure belongs to.
	 *
	 * @param id its id in the edition
	 * @param title a few words
	 * @param text what the assignment says
	 * @param limits what is demanded, rule by rule, with the limits of the period
	 */
	public record Demand(String id, Bilingual title, Bilingual text, List<Bilingual> limits) {

	}

}
