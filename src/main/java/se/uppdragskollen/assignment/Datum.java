package se.uppdragskollen.assignment;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.language.Bilingual;

/**
 * Something with a value for a unit and period: reported, or computed from what was
 * reported.
 */
public sealed interface Datum permits Element, Derived {

	/** Small letters, digits and underscores; never reused or re-meant. */
	String id();

	ElementType type();

	/** What a number counts; null for other types. */
	@Nullable Unit unit();

	Bilingual label();

	/** May be shown to residents. */
	boolean isPublic();

	/** The choices of a choice or list; empty for other types. */
	Map<String, Bilingual> choices();

	/** The chapter in whose file it stands. */
	String chapter();

	Position position();

}
