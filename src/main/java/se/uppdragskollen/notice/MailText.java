package se.uppdragskollen.notice;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * The words of a notice: what happened and where to log in, and nothing of what was
 * reported or written, because mail is read by others too.
 */
final class MailText {

	private final Told told;

	private final String unitName;

	private final Language language;

	private final String service;

	private final String variant;

	/**
	 * The words of a notice.
	 * @param service where people open the service
	 * @param today what is late by then
	 */
	MailText(Outgoing notice, String service, LocalDate today) {
		this.told = notice.told();
		this.unitName = oneLine(notice.unitName());
		this.language = notice.language();
		this.service = service;
		boolean late = this.told.due() != null && this.told.due().isBefore(today);
		this.variant = (this.told.kind() == NoticeKind.ANSWER_DUE && late) ? "answer-late" : this.told.kind().word();
	}

	String subject() {
		return say("notice.subject-" + this.variant, this.unitName);
	}

	String body() {
		String sentence = say((this.told.several() ? "notice.several-" : "notice.one-") + this.variant, about(),
				day(this.told.due()));
		return String.join("\n", this.unitName.isEmpty() ? say("notice.hello") : this.unitName, "", sentence, "",
				say("notice.log-in"), this.service + path(), "", "-- ", say("notice.foot"), choice(), "");
	}

	/** Where whoever reads it says what to get. */
	String choice() {
		return this.service + "/settings";
	}

	/** Where it leads. */
	String path() {
		String unit = this.told.unit();
		if (unit == null) {
			return "/settings";
		}
		Long followUpCase = this.told.followUpCase();
		ReportKey report = this.told.report();
		if (!this.told.kind().toCentre()) {
			return (followUpCase == null) ? "/review/centres/" + unit : "/review/cases/" + followUpCase;
		}
		String centre = "/centre/" + unit;
		if (report != null) {
			return centre + "/reports/" + report.assignment() + "/" + report.period();
		}
		return switch (this.told.kind()) {
			case REPORT_SOON, REPORT_LATE, REPORT_RETURNED -> centre;
			default -> centre + "/cases" + ((followUpCase == null) ? "" : "/" + followUpCase);
		};
	}

	/** The report's period or the case's number. */
	private String about() {
		return Optional.ofNullable(this.told.report())
			.map((report) -> report.period().said(this.language))
			.orElseGet(() -> (this.told.followUpCase() == null) ? "" : String.valueOf(this.told.followUpCase()));
	}

	private String day(@Nullable LocalDate day) {
		return (day == null) ? "" : Days.say(day, this.language);
	}

	private String say(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

	/** What could begin a line of the mail's head does not. */
	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

}
