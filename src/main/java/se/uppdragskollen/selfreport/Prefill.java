package se.uppdragskollen.selfreport;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Unit;

/**
 * Which answers of the last report a new draft begins with, so that nobody types the same
 * twice: what usually stays as it is. The centre sees that they come from the last report
 * until it has saved them.
 *
 * <p>
 * Begun with are: yes and no, choices, lists, texts and times of day; numbers that say
 * how a centre is staffed and open, by their unit (full-time posts, staff, roles, other
 * centres led, hours, hours and days a week); dates that lie in neither of the two
 * periods, for those inside a period tell what happened in it; and why something does not
 * apply. Never: counts of what happened, shares, scores, money, how many are listed, what
 * was withheld or not known, comments. An element that the edition no longer has, or an
 * answer that it no longer takes, is left out.
 */
final class Prefill {

	private static final Set<Unit> STAYING = EnumSet.of(Unit.FTE, Unit.STAFF, Unit.ROLES, Unit.CENTRES, Unit.HOURS,
			Unit.HOURS_PER_WEEK, Unit.DAYS_PER_WEEK);

	private final DraftReports reports;

	private final Edition edition;

	private final ReportKey key;

	Prefill(DraftReports reports, Edition edition, ReportKey key) {
		this.reports = reports;
		this.edition = edition;
		this.key = key;
	}

	/** What a new draft begins with, after the last report. */
	DraftContent after(LastReport last) {
		Map<String, DraftEntry> staying = new LinkedHashMap<>();
		last.content().entries().forEach((id, entry) -> {
			Element element = this.edition.elements().get(id);
			if (element != null && element.selfReported() && stays(element, entry, last.period())) {
				staying.put(id, new DraftEntry(entry.value(), entry.notApplicable(), false, false, "", null, true));
			}
		});
		Set<String> taken = this.reports.soundElements(this.key, this.edition, staying);
		SortedMap<String, DraftEntry> entries = new TreeMap<>(staying);
		entries.keySet().retainAll(taken);
		return new DraftContent(entries, "");
	}

	private boolean stays(Element element, DraftEntry entry, Period last) {
		if (entry.notApplicable() != null) {
			return true;
		}
		Object value = entry.value();
		if (value == null) {
			return false;
		}
		return switch (element.type()) {
			case BOOLEAN, CHOICE, LIST, TEXT, TIME -> true;
			case DATE -> liesOutside(value, last) && liesOutside(value, this.key.period());
			case INTEGER, DECIMAL -> value instanceof BigDecimal && STAYING.contains(element.unit());
		};
	}

	private static boolean liesOutside(Object value, Period period) {
		try {
			LocalDate date = LocalDate.parse(value.toString());
			return date.isBefore(period.from()) || date.isAfter(period.to());
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
