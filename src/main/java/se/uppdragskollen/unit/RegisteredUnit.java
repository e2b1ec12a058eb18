package se.uppdragskollen.unit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * A unit as the region's registry has it.
 *
 * @param id the HSA-id of a health centre, a short name of another kind
 * @param name what people call it
 * @param kind what kind
 * @param municipality where it is, empty when not told
 * @param operator who runs it
 * @param operatorName the company's or association's name, empty when not told
 * @param organisationNumber that one's, as {@code 556677-8899}, null when not told
 * @param parent the centre that it is a filial of, null for others
 * @param peerGroup only units of the same group are compared; empty when not told
 * @param opened the first day that it is open
 * @param closed the last day that it is open, null as long as none is known
 * @param mergedInto the unit that takes over the day after, null when none does
 * @param version of this entry
 */
public record RegisteredUnit(String id, String name, UnitKind kind, String municipality, Operator operator,
		String operatorName, @Nullable String organisationNumber, @Nullable String parent, String peerGroup,
		LocalDate opened, @Nullable LocalDate closed, @Nullable String mergedInto, long version) {

	/** Whether it is open on some day from the first to the last. */
	public boolean openBetween(LocalDate first, LocalDate last) {
		return !this.opened.isAfter(last) && (this.closed == null || !this.closed.isBefore(first));
	}

	/** Whether it is open on some day of the period. */
	public boolean openIn(Period period) {
		return openBetween(period.from(), period.to());
	}

	/** What comparisons and lists need of it. */
	public ReportingUnit reporting() {
		return new ReportingUnit(this.id, this.name, this.municipality, this.operator.word(), this.parent,
				this.peerGroup);
	}

	RegisteredUnit at(long newer) {
		return new RegisteredUnit(this.id, this.name, this.kind, this.municipality, this.operator, this.operatorName,
				this.organisationNumber, this.parent, this.peerGroup, this.opened, this.closed, this.mergedInto, newer);
	}

	RegisteredUnit merged(String into, LocalDate last) {
		return new RegisteredUnit(this.id, this.name, this.kind, this.municipality, this.operator, this.operatorName,
				this.organisationNumber, this.parent, this.peerGroup, this.opened, last, into, this.version);
	}

	/** What can be typed, by the names of the fields. */
	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put(UnitEntry.ID, this.id);
		texts.put(UnitEntry.NAME, this.name);
		texts.put(UnitEntry.KIND, this.kind.word());
		texts.put(UnitEntry.MUNICIPALITY, this.municipality);
		texts.put(UnitEntry.OPERATOR, this.operator.word());
		texts.put(UnitEntry.OPERATOR_NAME, this.operatorName);
		texts.put(UnitEntry.ORGANISATION_NUMBER, text(this.organisationNumber));
		texts.put(UnitEntry.PARENT, text(this.parent));
		texts.put(UnitEntry.PEER_GROUP, this.peerGroup);
		texts.put(UnitEntry.OPENED, this.opened.toString());
		texts.put(UnitEntry.CLOSED, text(this.closed));
		texts.put(UnitEntry.MERGED_INTO, text(this.mergedInto));
		return texts;
	}

	private static String text(@Nullable Object value) {
		return (value == null) ? "" : value.toString();
	}

}
