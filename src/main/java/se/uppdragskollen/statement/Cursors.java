package se.uppdragskollen.statement;

import java.time.DateTimeException;
import java.time.LocalDate;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Days in the sort keys of lists.
 */
final class Cursors {

	private Cursors() {
	}

	/**
	 * A part of the sort key of the row before; any day for the first page.
	 * @throws Refusal when it is none
	 */
	static LocalDate day(PageRequest page, int part) {
		try {
			return page.isFirst() ? LocalDate.EPOCH : LocalDate.parse(page.after(part));
		}
		catch (DateTimeException ex) {
			throw Refusal.invalid("cursor", "page-cursor");
		}
	}

	static String lastDay(String period) {
		return Period.parse(period).orElseThrow().to().toString();
	}

}
