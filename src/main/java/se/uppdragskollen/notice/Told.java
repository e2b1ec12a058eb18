package se.uppdragskollen.notice;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * What a notice tells.
 *
 * @param kind what happened
 * @param unit to whom or about whom, null for a test
 * @param report which self-report, null when it is about none or about several
 * @param followUpCase which case, null when it is about none or about several
 * @param due by when something is to be done, null when it is not
 * @param several whether it tells of several of the same
 */
record Told(NoticeKind kind, @Nullable String unit, @Nullable ReportKey report, @Nullable Long followUpCase,
		@Nullable LocalDate due, boolean several) {

	static Told of(NoticeKind kind, ReportKey report, @Nullable LocalDate due, boolean several) {
		return new Told(kind, report.unit(), several ? null : report, null, due, several);
	}

	static Told of(NoticeKind kind, String unit, @Nullable Long followUpCase, @Nullable LocalDate due,
			boolean several) {
		return new Told(kind, unit, null, several ? null : followUpCase, due, several);
	}

}
