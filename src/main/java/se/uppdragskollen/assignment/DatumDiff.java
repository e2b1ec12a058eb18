package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;

/**
 * What is asked for, or computed, in another way than before.
 */
final class DatumDiff {

	private DatumDiff() {
	}

	static List<EditionChange> between(Edition before, Edition after) {
		List<EditionChange> changes = new ArrayList<>();
		all(after).forEach((id, is) -> {
			Datum was = all(before).get(id);
			if (was == null) {
				changes.add(change(ChangeKind.ELEMENT_NEW, is, Messages.both("diff.element-new", name(is), kind(is))));
			}
			else if (!is.getClass().equals(was.getClass())) {
				changes.add(change(ChangeKind.ELEMENT_CHANGED, is, Messages
					.both((is instanceof Derived) ? "diff.element-now-derived" : "diff.element-now-asked", name(is))));
			}
			else {
				attributes(was, is)
					.forEach((sentence) -> changes.add(change(ChangeKind.ELEMENT_CHANGED, is, sentence)));
			}
		});
		all(before).forEach((id, was) -> {
			if (after.datum(id).isEmpty()) {
				changes.add(change(ChangeKind.ELEMENT_GONE, was, Messages.both("diff.element-gone", name(was))));
			}
		});
		return changes;
	}

	private static Map<String, Datum> all(Edition edition) {
		Map<String, Datum> all = new LinkedHashMap<>(edition.elements());
		all.putAll(edition.derived());
		return all;
	}

	private static EditionChange change(ChangeKind kind, Datum datum, Bilingual sentence) {
		return new EditionChange(kind, datum.chapter(), datum.id(), sentence);
	}

	private static Bilingual name(Datum datum) {
		return RuleSentences.quoted(datum.label());
	}

	/** "whole number, patients, quarter", or the formula. */
	private static Bilingual kind(Datum datum) {
		List<Bilingual> parts = new ArrayList<>();
		parts.add(Messages.both("type." + datum.type().word()));
		Unit unit = datum.unit();
		if (unit != null) {
			parts.add(Messages.both("unit." + unit.word()));
		}
		parts.add((datum instanceof Element element) ? Messages.both("word." + element.period().word())
				: Bilingual.same(spaced(((Derived) datum).formula())));
		return RuleSentences.join(", ", parts);
	}

	private static List<Bilingual> attributes(Datum was, Datum is) {
		List<Bilingual> sentences = new ArrayList<>();
		Map<String, Bilingual> earlier = attributes(was);
		attributes(is).forEach((attribute, value) -> {
			Bilingual before = earlier.getOrDefault(attribute, value);
			if (!before.equals(value)) {
				sentences.add(Messages.both("diff.element", name(is), Messages.both("diff.element." + attribute),
						before, value));
			}
		});
		return sentences;
	}

	private static Map<String, Bilingual> attributes(Datum datum) {
		Map<String, Bilingual> all = new LinkedHashMap<>();
		all.put("label", datum.label());
		all.put("type", Messages.both("type." + datum.type().word()));
		all.put("unit", (datum.unit() == null) ? text(null) : Messages.both("unit." + datum.unit().word()));
		all.put("public", Messages.both(datum.isPublic() ? "answer.yes" : "answer.no"));
		all.put("choices", RuleSentences.join(", ", List.copyOf(datum.choices().values())));
		if (datum instanceof Element element) {
			all.put("from", text(element.from()));
			all.put("period", Messages.both("word." + element.period().word()));
			all.put("min", number(element.min()));
			all.put("max", number(element.max()));
			all.put("validity", duration(element.validFor()));
			all.put("part-of", text(element.partOf()));
			all.put("not-applicable", Messages.both(element.mayBeNotApplicable() ? "answer.yes" : "answer.no"));
			all.put("help", Objects.requireNonNullElse(element.help(), text(null)));
		}
		else if (datum instanceof Derived derived) {
			all.put("formula", text(spaced(derived.formula())));
			all.put("may-lack", text(String.join(", ", derived.mayLack().stream().sorted().toList())));
		}
		return all;
	}

	private static Bilingual text(@Nullable Object value) {
		return (value == null || value.toString().isEmpty()) ? Messages.both("diff.nothing")
				: Bilingual.same(value.toString());
	}

	private static Bilingual number(@Nullable BigDecimal number) {
		return (number == null) ? text(null) : RuleSentences.value(number, null, null);
	}

	private static Bilingual duration(@Nullable Period duration) {
		if (duration == null) {
			return text(null);
		}
		return (duration.getDays() == 0)
				? RuleSentences.value(BigDecimal.valueOf(duration.toTotalMonths()), Unit.MONTHS, null)
				: RuleSentences.value(BigDecimal.valueOf(duration.getDays()), Unit.DAYS, null);
	}

	private static String spaced(String formula) {
		return formula.strip().replaceAll("\\s+", " ");
	}

}
