package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What residents may remember of a centre in a period: all that earlier publications of
 * it have shown, also those that were withdrawn. What a correction leaves as it was is
 * known to them though it is withheld now, and what it shows now is known of what was
 * withheld before.
 *
 * @param publications what each has shown of the centre, by figure
 */
record Remembered(List<Map<String, PublishedValue>> publications) {

	static final Remembered NOTHING = new Remembered(List.of());

	/** What publications have shown, by centre. */
	static Map<String, Remembered> of(List<Publications.Shown> shown) {
		Map<String, Map<Long, Map<String, PublishedValue>>> all = new HashMap<>();
		shown.forEach((one) -> all.computeIfAbsent(one.value().unit(), (unit) -> new TreeMap<>())
			.computeIfAbsent(one.publication(), (publication) -> new HashMap<>())
			.put(one.value().figure(), one.value()));
		Map<String, Remembered> remembered = new HashMap<>();
		all.forEach((unit, own) -> remembered.put(unit, new Remembered(List.copyOf(own.values()))));
		return remembered;
	}

	/**
	 * The counts that would tell what was withheld before: beside one that was shown in
	 * any publication they are of few or leave few over.
	 * @param counts the centre's counts now
	 */
	Set<String> telling(List<Column> columns, Map<String, BigDecimal> counts, SmallGroups groups) {
		Set<String> telling = new HashSet<>();
		for (Column column : columns) {
			Set<String> family = new HashSet<>();
			column.counts().forEach((id) -> family.addAll(groups.family(id, counts.keySet())));
			if (wasOfFew(column) && family.stream().anyMatch((id) -> tells(id, family, counts, groups))) {
				telling.addAll(family);
			}
		}
		return telling;
	}

	private boolean wasOfFew(Column column) {
		return this.publications.stream()
			.map((one) -> one.get(column.figure().id()))
			.anyMatch((one) -> one != null && one.withheld() == Withheld.TOO_FEW);
	}

	/** Whether a count as it was shown once would tell of few beside the others. */
	private boolean tells(String id, Set<String> family, Map<String, BigDecimal> counts, SmallGroups groups) {
		return this.publications.stream().filter((one) -> changed(one, id, counts)).anyMatch((one) -> {
			Map<String, BigDecimal> mixed = new TreeMap<>(counts);
			mixed.keySet().retainAll(family);
			mixed.put(id, shown(one, id));
			return !groups.withheld(mixed, Set.of()).isEmpty();
		});
	}

	/**
	 * What must be withheld beside a figure that is: the counts that it is made of, and
	 * their wholes, that were shown as another number. Set against the part that was
	 * shown with that number, the new one would tell the rest.
	 * @param withheld the counts that are withheld already
	 * @param counts the centre's counts now
	 */
	Set<String> changed(Column few, Set<String> withheld, Map<String, BigDecimal> counts, SmallGroups groups) {
		Set<String> changed = new HashSet<>();
		for (String id : few.counts()) {
			Set<String> family = groups.family(id, counts.keySet());
			boolean other = family.stream()
				.filter((one) -> !withheld.contains(one))
				.anyMatch((one) -> this.publications.stream().anyMatch((before) -> changed(before, one, counts)));
			if (other) {
				changed.addAll(family);
			}
		}
		return changed;
	}

	/** Whether a publication has shown another number than there is now. */
	private static boolean changed(Map<String, PublishedValue> publication, String id, Map<String, BigDecimal> counts) {
		PublishedValue value = publication.get(id);
		return value != null && value.value() != null && shown(publication, id).compareTo(counts.get(id)) != 0;
	}

	private static BigDecimal shown(Map<String, PublishedValue> publication, String id) {
		return new BigDecimal(Objects.requireNonNull(Objects.requireNonNull(publication.get(id)).value()));
	}

}
