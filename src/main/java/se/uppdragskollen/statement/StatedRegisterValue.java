package se.uppdragskollen.statement;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A register's value as it is kept, withdrawn ones too.
 *
 * @param id the id
 * @param unit whom it is about
 * @param unitName what people call it
 * @param assignment the assignment
 * @param period the period, as {@code 2025-02}
 * @param source the register
 * @param element the element or derived element
 * @param value a number, text, yes or no, or a list of choices
 * @param asOf the day on which the register said so
 * @param enteredBy the name of who entered or imported it
 * @param enteredAt when
 * @param reason why, empty when not told
 * @param withdrawnAt when it was withdrawn or a newer value came; null while it counts
 * @param withdrawnBy by whom
 * @param withdrawnReason why
 */
public record StatedRegisterValue(long id, String unit, String unitName, String assignment, String period,
		String source, String element, Object value, LocalDate asOf, String enteredBy, Instant enteredAt, String reason,
		@Nullable Instant withdrawnAt, @Nullable String withdrawnBy, @Nullable String withdrawnReason) {

}
