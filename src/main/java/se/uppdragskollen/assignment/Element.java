package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.language.Bilingual;

/**
 * One datum that a centre, a register or a counterpart reports.
 *
 * @param id small letters, digits and underscores; never reused or re-meant
 * @param type the kind of value
 * @param unit what a number counts, null for other types
 * @param min the least value, null when unbounded
 * @param max the greatest value, null when unbounded
 * @param from {@code self-report}, or the register that knows it
 * @param period the kind of period that it is reported for
 * @param validFor how long after its period's end it may be read for another kind of
 * period; null for one period of its own kind
 * @param label what stands beside the field
 * @param help how to find the figure, null when the label is enough
 * @param personal names or numbers of persons: never published
 * @param isPublic may be shown to residents
 * @param choices the choices of a choice or list
 * @param partOf the count that this count cannot exceed, null when there is none
 * @param mayBeNotApplicable a centre may answer "not applicable" with a reason
 * @param belowOne a percent value under 1 does occur
 * @param future a date in the future is meaningful
 * @param format {@code hsa-id} or {@code organisation-number}, null for free text
 * @param chapter the chapter in whose file it stands
 * @param position where it stands
 */
public record Element(String id, ElementType type, @Nullable Unit unit, @Nullable BigDecimal min,
		@Nullable BigDecimal max, String from, PeriodKind period, @Nullable Period validFor, Bilingual label,
		@Nullable Bilingual help, boolean personal, boolean isPublic, Map<String, Bilingual> choices,
		@Nullable String partOf, boolean mayBeNotApplicable, boolean belowOne, boolean future, @Nullable String format,
		String chapter, Position position) implements Datum {

	/** Where a unit's own values come from. */
	public static final String SELF_REPORT = "self-report";

	public boolean selfReported() {
		return this.from.equals(SELF_REPORT);
	}

	/** How long after its period's end the value may still be read. */
	public Period validity() {
		return (this.validFor != null) ? this.validFor : Period.ofMonths(this.period.months());
	}

}
