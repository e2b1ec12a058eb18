package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * A number that can be followed from period to period, also over editions: an element, a
 * derived element, or the share that one count has of another.
 *
 * @param id the datum's id; for a share its part's id and {@code -share}
 * @param datum the datum, or the part
 * @param whole the count that the part is a share of, null when it is no share
 * @param label what people call it
 * @param unit what it counts, null when not told
 * @param kind the kind of period that it is of
 * @param chapter its chapter's id
 * @param requirements the requirements that compare it with something
 */
public record Measure(String id, String datum, @Nullable String whole, Bilingual label, @Nullable Unit unit,
		PeriodKind kind, String chapter, List<String> requirements) {

	/** The end of a share's id; no datum has a hyphen in its id. */
	private static final String SHARE = "-share";

	private static final Pattern OF_THESE = Pattern.compile("^(?:därav|varav|of these|of which),? ",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** Who something was done to: "läkare nåddes", "a doctor was reached". */
	private static final Pattern CLAUSE = Pattern.compile("^(?:\\p{L}+ \\p{L}+[dt]es |an? \\p{L}+ was )");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal TEN = BigDecimal.TEN;

	/** Those of an edition by id, in its order, shares behind their parts. */
	public static Map<String, Measure> of(Edition edition) {
		Map<String, Set<String>> wholes = wholes(edition);
		Map<String, Measure> all = new LinkedHashMap<>();
		List<Datum> data = new ArrayList<>(edition.elements().values());
		data.addAll(edition.derived().values());
		for (Datum datum : data) {
			if (datum.type().isNumber() && !(datum instanceof Element element && element.personal())) {
				PeriodKind kind = (datum instanceof Element element) ? element.period() : kind(edition, datum);
				put(all, new Measure(datum.id(), datum.id(), null, datum.label(), datum.unit(), kind, datum.chapter(),
						comparing(edition, datum.id(), null)));
				for (String id : wholes.getOrDefault(datum.id(), Set.of())) {
					put(all, share(edition, datum, id, kind));
				}
			}
		}
		return all;
	}

	private static void put(Map<String, Measure> all, Measure one) {
		all.put(one.id(), one);
	}

	private static Measure share(Edition edition, Datum part, String wholeId, PeriodKind kind) {
		Datum whole = edition.datum(wholeId).orElseThrow();
		boolean own = part instanceof Element element && wholeId.equals(element.partOf());
		return new Measure(part.id() + (own ? SHARE : SHARE + "-of-" + wholeId), part.id(), wholeId,
				shareLabel(part, whole), Unit.PERCENT, kind, part.chapter(), comparing(edition, part.id(), wholeId));
	}

	/** The counts that a count is compared with as a share, or is a part of. */
	private static Map<String, Set<String>> wholes(Edition edition) {
		Map<String, Set<String>> wholes = new LinkedHashMap<>();
		edition.elements().values().forEach((one) -> {
			if (one.partOf() != null && one.type() == ElementType.INTEGER) {
				wholes.computeIfAbsent(one.id(), (id) -> new LinkedHashSet<>()).add(one.partOf());
			}
		});
		edition.rules().forEach((rule) -> rule.statements().forEach((statement) -> {
			if (statement instanceof Statement.Obligation one && isShare(one.word())) {
				wholes.computeIfAbsent(text(one, 0), (id) -> new LinkedHashSet<>()).add(text(one, 1));
			}
		}));
		return wholes;
	}

	/** What the share that a part has of its whole is called. */
	public static Bilingual shareLabel(Datum part, Datum whole) {
		return new Bilingual(share(Language.SV, part, whole), share(Language.EN, part, whole));
	}

	private static String share(Language language, Datum part, Datum whole) {
		String said = small(alone(part.label().in(language)));
		return Messages.text(language, CLAUSE.matcher(said).find() ? "published.share-clause" : "published.share-label",
				said, small(whole.label().in(language)));
	}

	/** What a part is called where its whole does not stand above it. */
	public static Bilingual partLabel(Datum part, Datum whole) {
		return new Bilingual(part(Language.SV, part, whole), part(Language.EN, part, whole));
	}

	private static String part(Language language, Datum part, Datum whole) {
		String label = part.label().in(language);
		String alone = alone(label);
		return alone.equals(label) ? label
				: Messages.text(language, "published.part-label", alone, small(whole.label().in(language)));
	}

	/** The label without what points at another one. */
	public static Bilingual alone(Bilingual label) {
		return new Bilingual(alone(label.sv()), alone(label.en()));
	}

	private static String alone(String label) {
		String bare = OF_THESE.matcher(label).replaceFirst("");
		return bare.isEmpty() ? label : bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
	}

	private static String small(String label) {
		return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
	}

	/**
	 * Of what is computed: the shortest for which a requirement compares it, else the
	 * shortest of what it is made of.
	 */
	private static PeriodKind kind(Edition edition, Datum datum) {
		PeriodKind shortest = null;
		for (String id : comparing(edition, datum.id(), null)) {
			Requirement requirement = edition.requirements().get(id);
			shortest = (requirement == null) ? shortest : shorter(shortest, requirement.period());
		}
		return (shortest == null) ? madeOf(edition, datum, new LinkedHashSet<>()) : shortest;
	}

	private static PeriodKind madeOf(Edition edition, Datum datum, Set<String> seen) {
		if (datum instanceof Element element) {
			return element.period();
		}
		PeriodKind shortest = null;
		if (seen.add(datum.id())) {
			for (String id : FormulaNames.of(edition, ((Derived) datum).formula()).data()) {
				shortest = shorter(shortest, madeOf(edition, edition.datum(id).orElseThrow(), seen));
			}
		}
		return (shortest == null) ? PeriodKind.YEAR : shortest;
	}

	private static PeriodKind shorter(@Nullable PeriodKind one, PeriodKind other) {
		return (one != null && one.months() <= other.months()) ? one : other;
	}

	private static List<String> comparing(Edition edition, String datum, @Nullable String whole) {
		Set<String> requirements = new LinkedHashSet<>();
		edition.rules().forEach((rule) -> rule.statements().forEach((statement) -> {
			if (statement instanceof Statement.Obligation one && compares(one, datum, whole)) {
				requirements.add(rule.requirement());
			}
		}));
		return List.copyOf(requirements);
	}

	private static boolean compares(Statement.Obligation one, String datum, @Nullable String whole) {
		if (isShare(one.word())) {
			return text(one, 0).equals(datum) && text(one, 1).equals(whole);
		}
		if (whole != null) {
			return false;
		}
		for (int i = 0; i < one.arguments().size(); i++) {
			if (one.word().takes().get(i).element() && text(one, i).equals(datum)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isShare(ObligationWord word) {
		return word.takes().get(0) == Takes.PART;
	}

	private static String text(Statement.Obligation one, int place) {
		Argument argument = one.arguments().get(place);
		return argument.text();
	}

	/** Whether an obligation compares it with something. */
	public boolean isComparedBy(Statement.Obligation one) {
		return compares(one, this.datum, this.whole);
	}

	/** The share's value, or the number itself. */
	public @Nullable BigDecimal value(@Nullable BigDecimal number, @Nullable BigDecimal all) {
		if (this.whole == null || number == null) {
			return number;
		}
		return (all == null || all.signum() <= 0) ? null : number.multiply(HUNDRED).divide(all, MathContext.DECIMAL64);
	}

	/** With as many decimals as people read. */
	public static BigDecimal rounded(BigDecimal value) {
		int most = (value.abs().compareTo(TEN) < 0) ? 2 : 1;
		BigDecimal rounded = (value.scale() > most) ? value.setScale(most, RoundingMode.HALF_UP) : value;
		BigDecimal bare = rounded.stripTrailingZeros();
		return (bare.scale() < 0) ? bare.setScale(0) : bare;
	}

}
