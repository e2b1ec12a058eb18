package se.uppdragskollen.web.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Figures;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * How a page writes dates, figures, periods and the formats' words, in its reader's
 * language and in Swedish time.
 */
public final class Say {

	/** Days and times are Sweden's, wherever the service runs. */
	public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	private final Language language;

	private final DateTimeFormatter dayInYear;

	private final DateTimeFormatter moment;

	/** For readers of a language. */
	public Say(Language language) {
		this.language = language;
		this.dayInYear = DateTimeFormatter.ofPattern("d MMMM", language.locale());
		this.moment = DateTimeFormatter
			.ofPattern((language == Language.SV) ? "d MMMM yyyy 'kl.' HH.mm" : "d MMMM yyyy 'at' HH:mm",
					language.locale())
			.withZone(SWEDEN);
	}

	public Language language() {
		return this.language;
	}

	/** A sentence of the product. */
	public String text(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

	/** What exists in both languages. */
	public String of(Bilingual text) {
		return text.in(this.language);
	}

	/** {@code 8 juli 2025}. */
	public String date(LocalDate date) {
		return Days.say(date, this.language);
	}

	/** {@code 8 juli}. */
	public String day(LocalDate date) {
		return this.dayInYear.format(date);
	}

	/** {@code 8 juli 2025 kl. 14.03}. */
	public String moment(Instant instant) {
		return this.moment.format(instant);
	}

	/** The last day before a moment at which something ends, as {@link #date} says it. */
	public String lastDay(Instant end) {
		return date(LocalDate.ofInstant(end.minusMillis(1), SWEDEN));
	}

	/** A figure in the language's notation. */
	public String number(Number number) {
		return Figures.say((number instanceof BigDecimal exact) ? exact : new BigDecimal(number.toString()),
				this.language);
	}

	/** A figure with what it counts, if it counts anything: {@code 45 timmar}. */
	public String figure(Number number, @Nullable Unit unit) {
		BigDecimal exact = (number instanceof BigDecimal figure) ? figure : new BigDecimal(number.toString());
		return (unit == null) ? number(exact) : of(unit.figure(exact));
	}

	/** {@code juni 2025}, {@code kvartal 2 2025}, {@code 2025}. */
	public String period(Period period) {
		return period.said(this.language);
	}

	/** A word of the formats, by its family: {@code outcome}, {@code severity} … */
	public String word(String family, Word word) {
		return word(family, word.word());
	}

	/** A word of the formats as it is written there. */
	public String word(String family, @Nullable String word) {
		return (word == null) ? "" : text(family + "." + word);
	}

	/** The same with a capital at the front. */
	public String capital(String words) {
		return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

}
