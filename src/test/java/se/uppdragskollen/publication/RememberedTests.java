package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.TrialEdition;
import se.uppdragskollen.document.Problems;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A correction does not tell what is withheld to whoever has kept what was shown before.
 */
class RememberedTests {

	@TempDir
	java.nio.file.Path home;

	private final SmallGroups groups = new SmallGroups(10, Map.of("within", "total"));

	@Test
	void withholdsANewWholeBesideAPartThatIsKnown() {
		assertThat(withheld(995, 1000, shown(995, 1100))).as("five are left of a part that was shown")
			.containsExactlyInAnyOrder("within", "total");
		assertThat(withheld(995, 1000, shown(900, 1000))).as("the whole is as it was").containsExactly("within");
		assertThat(withheld(995, 1000)).as("nothing was shown").containsExactly("within");
	}

	@Test
	void withholdsWholesThatCloseInOnAPart() {
		assertThat(withheld(1000, 1009, few(1000))).containsExactlyInAnyOrder("within", "total");
		assertThat(withheld(1000, 1009, few(1009))).containsExactly("within");
	}

	@Test
	void doesNotTellAfterwardsWhatWasWithheld() {
		assertThat(withheld(995, 1100, few(1000))).as("five were left of the thousand")
			.containsExactlyInAnyOrder("within", "total");
		assertThat(withheld(985, 1000, few(1000))).as("it has changed, or it would have been shown").isEmpty();
		assertThat(withheld(900, 1000, shown(995, 1100), few(2000))).as("five are left of the part shown once")
			.containsExactlyInAnyOrder("within", "total");
	}

	@Test
	void showsWhatWasNeverOfFew() {
		assertThat(withheld(900, 1000, shown(995, 1100))).isEmpty();
	}

	private Set<String> withheld(int part, int whole, PublishedValue[]... publications) {
		Map<String, BigDecimal> counts = new TreeMap<>(
				Map.of("within", BigDecimal.valueOf(part), "total", BigDecimal.valueOf(whole)));
		List<Map<String, PublishedValue>> all = new ArrayList<>();
		for (PublishedValue[] one : publications) {
			Map<String, PublishedValue> values = new HashMap<>();
			List.of(one).forEach((value) -> values.put(value.figure(), value));
			all.add(values);
		}
		Remembered remembered = new Remembered(all);
		Set<String> withheld = new HashSet<>(this.groups.withheld(counts, Set.of()));
		withheld.addAll(remembered.telling(columns(), counts, this.groups));
		for (Column column : columns()) {
			if (column.counts().stream().anyMatch(withheld::contains)) {
				withheld.addAll(remembered.changed(column, Set.copyOf(withheld), counts, this.groups));
			}
		}
		return withheld;
	}

	private List<Column> columns() {
		Edition edition = Assignments
			.at(new TrialEdition()
				.change("access.yaml", "part_of: total, from: self-report",
						"part_of: total, public: true, from: self-report")
				.change("access.yaml", "label: {sv: Alla, en: All}", "public: true, label: {sv: Alla, en: All}")
				.in(this.home))
			.edition("trial", "2025", new Problems())
			.orElseThrow();
		return Columns.of(edition, Period.parse("2025-08").orElseThrow());
	}

	private static PublishedValue[] shown(int part, int whole) {
		return new PublishedValue[] { value("within", part), value("total", whole) };
	}

	private static PublishedValue[] few(int whole) {
		return new PublishedValue[] { PublishedValue.withheld("within", "unit", Withheld.TOO_FEW),
				value("total", whole) };
	}

	private static PublishedValue value(String figure, int count) {
		return PublishedValue.of(figure, "unit", BigDecimal.valueOf(count));
	}

}
