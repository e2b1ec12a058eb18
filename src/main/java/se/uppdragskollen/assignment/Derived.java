package se.uppdragskollen.assignment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.language.Bilingual;

/**
 * A datum computed from others by a formula in FEEL, the expression language of the DMN
 * standard. Unknown when any datum in the formula is, unless the formula may lack it.
 *
 * @param id as for elements
 * @param type any type but list
 * @param unit what a number counts, null for other types
 * @param formula the FEEL expression
 * @param mayLack the elements for which the formula handles null
 * @param label what a person calls it
 * @param isPublic may be shown to residents
 * @param chapter the chapter in whose file it stands
 * @param position where it stands
 * @param formulaPosition where the formula stands
 */
public record Derived(String id, ElementType type, @Nullable Unit unit, String formula, List<String> mayLack,
		Bilingual label, boolean isPublic, String chapter, Position position,
		Position formulaPosition) implements Datum {

	@Override
	public Map<String, Bilingual> choices() {
		return Map.of();
	}

}
