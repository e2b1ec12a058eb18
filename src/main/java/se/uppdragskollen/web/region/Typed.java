package se.uppdragskollen.web.region;

import java.time.DateTimeException;
import java.time.LocalDate;

import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Reads what was typed into a form's field.
 */
final class Typed {

	private Typed() {
	}

	/**
	 * A day, as browsers send it.
	 * @throws Refusal when it is none
	 */
	static LocalDate day(String field, String typed) {
		try {
			return LocalDate.parse(typed.strip());
		}
		catch (DateTimeException ex) {
			Problems problems = new Problems();
			problems.at("", Position.NOWHERE, field)
				.found(typed.isBlank() ? null : typed)
				.say(typed.isBlank() ? "field-missing" : "date-expected");
			throw Refusal.invalid(problems);
		}
	}

}
