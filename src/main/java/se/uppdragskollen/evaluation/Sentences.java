package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Figures;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.rule.ObligationWord;

/**
 * Says an outcome in words: what was compared with what, how far it is and what would
 * have been enough. Made from the obligations, never written twice.
 */
public final class Sentences {

	/** As many as people type. */
	private static final int MOST_DECIMALS = 2;

	private final Language language;

	private final Wording wording;

	public Sentences(Edition edition, Language language) {
		this.language = language;
		this.wording = new Wording(edition, language);
	}

	/** The outcome in both languages. */
	public static Bilingual of(Edition edition, Outcome outcome) {
		return new Bilingual(new Sentences(edition, Language.SV).say(outcome),
				new Sentences(edition, Language.EN).say(outcome));
	}

	/** Why the outcome is what it is. */
	public String say(Outcome outcome) {
		return switch (outcome.kind()) {
			case EXEMPT -> exempt(Objects.requireNonNull(outcome.exemption()));
			case NOT_APPLICABLE ->
				text("sentence.not-applicable", Objects.requireNonNull(outcome.reason()).in(this.language));
			case NOT_MET -> all(outcome, outcome.obligations().stream().filter(Obligation::fails).toList());
			case MET -> all(outcome, strictest(outcome.obligations()));
			case NOT_ASSESSABLE -> unknown(outcome);
		};
	}

	/** The same value held against several limits is told once. */
	private String all(Outcome outcome, List<Obligation> which) {
		Set<String> told = new HashSet<>();
		return which.stream()
			.map((one) -> String.join(" ",
					parts(one, outcome.requirement().level(), told,
							which.stream().noneMatch((other) -> isWorse(other, one) || asksMore(other, one)))))
			.collect(Collectors.joining(" "));
	}

	/**
	 * Those that hold; of several limits for the same value the nearest, which implies
	 * the others.
	 */
	private static List<Obligation> strictest(List<Obligation> obligations) {
		List<Obligation> held = obligations.stream().filter((one) -> Boolean.TRUE.equals(one.holds())).toList();
		return held.stream().filter((one) -> held.stream().noneMatch((other) -> isImplied(one, other))).toList();
	}

	private static boolean isImplied(Obligation one, Obligation other) {
		return !one.changedInPeriod() && isWorse(other, one);
	}

	/**
	 * Whether one is further from its limit than another is from its own, for the same
	 * value.
	 */
	private static boolean isWorse(Obligation one, Obligation other) {
		return one.margin() != null && other.margin() != null && one.word() == other.word()
				&& one.subjects().equals(other.subjects()) && one.elements().equals(other.elements())
				&& one.observed().equals(other.observed()) && one.margin().compareTo(other.margin()) < 0;
	}

	/** Whether the same value must change further for one than for another. */
	private static boolean asksMore(Obligation one, Obligation other) {
		if (one.smallestChange().size() != 1
				|| !one.smallestChange().keySet().equals(other.smallestChange().keySet())) {
			return false;
		}
		String id = one.smallestChange().keySet().iterator().next();
		return one.elements().get(id) instanceof BigDecimal now
				&& one.smallestChange().get(id) instanceof BigDecimal further
				&& other.smallestChange().get(id) instanceof BigDecimal near
				&& further.subtract(now).abs().compareTo(near.subtract(now).abs()) > 0;
	}

	private String exempt(Exemption exemption) {
		return text("sentence.exempt", Days.say(exemption.from(), this.language),
				Days.say(exemption.to(), this.language), exemption.approver(), exemption.reason());
	}

	private String unknown(Outcome outcome) {
		if (outcome.ruleError()) {
			return text("sentence.rule-error");
		}
		List<String> said = new ArrayList<>();
		if (!outcome.missing().isEmpty()) {
			said.add(text("sentence.unknown-scope", missing(outcome.missing(), outcome.absence())));
		}
		String lacking = outcome.obligations()
			.stream()
			.filter(Obligation::isUnknown)
			.flatMap((one) -> one.missing().stream().map((what) -> missing(what, why(one))))
			.distinct()
			.collect(Collectors.joining("; "));
		if (!lacking.isEmpty()) {
			said.add(text("sentence.unknown", lacking));
		}
		return String.join(" ", said);
	}

	private static Absence why(Obligation obligation) {
		Absence absence = obligation.absence();
		return (absence == null) ? Absence.NOT_REPORTED : absence;
	}

	/** One obligation: what was found, what is asked, what is lacking. */
	public String say(Obligation obligation, Level level) {
		if (obligation.holds() == null) {
			return text("sentence.unknown", missing(obligation.missing(), obligation.absence()));
		}
		return String.join(" ", parts(obligation, level, new HashSet<>(), true));
	}

	/**
	 * The sentences, without what is told of the value already.
	 * @param enough whether what would have been enough for this would have been so for
	 * all limits of the value
	 */
	private List<String> parts(Obligation exact, Level level, Set<String> told, boolean enough) {
		Obligation obligation = this.wording.isRate(exact) ? Spoken.of(exact) : exact;
		List<String> said = new ArrayList<>();
		add(this.wording.found(obligation), said, told);
		said.add(text((level == Level.MUST) ? "sentence.must" : "sentence.should", this.wording.demand(obligation)));
		if (obligation.fails()) {
			distance(obligation, said);
			if (enough) {
				enough(obligation, said, told);
			}
		}
		if (obligation.changedInPeriod() && obligation.inForceFrom() != null) {
			said.add(text("sentence.changed-in-period", Days.say(obligation.inForceFrom(), this.language)));
		}
		obligation.observed()
			.values()
			.stream()
			.distinct()
			.forEach((when) -> add(text("sentence.observed", when(when)), said, told));
		return said;
	}

	private static void add(String sentence, List<String> said, Set<String> told) {
		if (told.add(sentence)) {
			said.add(sentence);
		}
	}

	/** The period or the day that a value is of. */
	private Object when(Object observed) {
		return (observed instanceof Period period) ? period.said(this.language)
				: (observed instanceof LocalDate day) ? Days.say(day, this.language) : observed;
	}

	/**
	 * What would have been enough; nothing where what is asked says so itself: an answer,
	 * a choice, what is lacking in a list, what it must agree with.
	 */
	private void enough(Obligation obligation, List<String> said, Set<String> told) {
		String x = obligation.subjects().get(0);
		switch (obligation.word()) {
			case YES, NO, INCLUDES, ONE_OF, GIVEN, SAME_AS, AGREES_WITH_REGISTER -> {
			}
			case RISES, FALLS -> {
				List<?> series = (List<?>) Objects.requireNonNull(obligation.limit());
				said.add(text(
						(obligation.word() == ObligationWord.RISES) ? "sentence.enough-above" : "sentence.enough-below",
						this.wording.labelInside(x), this.wording.valueAfterLabel(x, series.get(0))));
			}
			default -> {
				if (obligation.smallestChange().size() == 1) {
					obligation.smallestChange()
						.forEach((id, to) -> add(
								text("sentence.enough", this.wording.labelInside(id),
										this.wording.valueAfterLabel(id, typed(to, obligation.elements().get(id)))),
								said, told));
				}
			}
		}
	}

	/** With the decimals that somebody types, rounded to where it is enough. */
	private static Object typed(Object to, @Nullable Object now) {
		if (!(to instanceof BigDecimal figure) || figure.scale() <= MOST_DECIMALS) {
			return to;
		}
		boolean more = !(now instanceof BigDecimal value) || figure.compareTo(value) > 0;
		return figure.setScale(MOST_DECIMALS, more ? RoundingMode.CEILING : RoundingMode.FLOOR);
	}

	private void distance(Obligation obligation, List<String> said) {
		BigDecimal margin = obligation.margin();
		if (obligation.word() == ObligationWord.INCLUDES) {
			List<?> limit = (List<?>) Objects.requireNonNull(obligation.limit());
			List<?> value = (List<?>) Objects.requireNonNull(obligation.value());
			List<?> lacking = limit.stream().filter((one) -> !value.contains(one)).toList();
			said.add(text("sentence.lacks", this.wording.value(obligation.subjects().get(0), lacking)));
		}
		else if (margin != null && margin.signum() != 0) {
			boolean time = this.wording.isTime(obligation.subjects().get(0));
			boolean low = obligation.value() instanceof BigDecimal value && obligation.limit() instanceof List<?> bounds
					&& bounds.get(0) instanceof BigDecimal lowest && value.compareTo(lowest) < 0;
			String key = switch (obligation.word()) {
				case BETWEEN, NEAR_PEERS -> low ? "sentence.short" : "sentence.over";
				case AT_LEAST, MORE_THAN, SHARE_AT_LEAST, SHARE_MORE_THAN, NOT_BELOW_PEERS, RISES -> "sentence.short";
				case AT_MOST, LESS_THAN, SHARE_AT_MOST, SHARE_LESS_THAN, NOT_ABOVE_PEERS, FALLS, CHANGE_AT_MOST ->
					"sentence.over";
				case AT_LEAST_THAT_OF -> time ? "sentence.early" : "sentence.short";
				case AT_MOST_THAT_OF -> time ? "sentence.late" : "sentence.over";
				case NOT_LATER_THAN -> "sentence.late";
				case NOT_EARLIER_THAN, NOT_OLDER_THAN, NOT_EXPIRED -> "sentence.early";
				default -> "";
			};
			if (!key.isEmpty()) {
				said.add(text(key, this.wording.distance(obligation, margin.abs())));
			}
		}
	}

	/** What would have to be known, in words. */
	private String missing(List<String> missing, @Nullable Absence absence) {
		Absence why = (absence == null) ? Absence.NOT_REPORTED : absence;
		return missing.stream().map((one) -> missing(one, why)).collect(Collectors.joining("; "));
	}

	private String missing(String one, Absence why) {
		int at = one.indexOf('@');
		if (at < 0) {
			return text("sentence.missing-datum", this.wording.labelInside(one),
					Messages.text(this.language, "absence." + why.word()));
		}
		String id = one.substring(0, at);
		String where = one.substring(at + 1);
		if (id.equals("signal")) {
			return text("sentence.missing-signal", Messages.text(this.language, "counterpart." + where));
		}
		if (where.equals("peers")) {
			return text("sentence.missing-peers", this.wording.labelInside(id));
		}
		return Period.parse(where)
			.map((period) -> text("sentence.missing-period", this.wording.label(id), period.said(this.language)))
			.orElseGet(() -> text("sentence.missing-register", this.wording.labelInside(id),
					this.wording.register(where)));
	}

	private String text(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

	/** A figure with its unit, as {@code 85 %} or {@code 45 timmar}. */
	static String figure(BigDecimal figure, @Nullable Unit unit, Language language) {
		return (unit == null) ? Figures.say(figure, language) : unit.figure(figure).in(language);
	}

}
