package se.uppdragskollen.publication;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.TrialEdition;
import se.uppdragskollen.document.Problems;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits for a reviewer cannot be worked out from what does not.
 */
class ColumnsTests {

	@TempDir
	Path home;

	@Test
	void aShareWaitsForItsWholeToo() {
		Map<String, Set<String>> tested = tested(new TrialEdition()
			.change("access.yaml", "part_of: total, from: self-report",
					"part_of: total, public: true, from: self-report")
			.change("access.yaml", "label: {sv: Alla, en: All}", "public: true, label: {sv: Alla, en: All}")
			.change("access.drl", "should($r, \"G2\").atLeast(\"hours_twice\", \"fewest_hours\");",
					"should($r, \"G2\").atLeast(\"hours_twice\", \"fewest_hours\");\n"
							+ "    should($r, \"G2\").sameAs(\"total\", \"total\");"));
		assertThat(tested.get("within")).containsExactly("G1");
		assertThat(tested.get("total")).containsExactly("G1", "G2");
		assertThat(tested.get("within-share")).as("times the part it is the whole").containsExactly("G1", "G2");
	}

	@Test
	void whatIsMadeOfADoubtedElementIsDoubted() {
		Map<String, Set<String>> tested = tested(new TrialEdition()
			.change("access.yaml", "formula: 2 * hours, label", "formula: 2 * hours, public: true, label")
			.change("access.drl", "    should($r, \"G2\").atLeast(\"hours_twice\", \"fewest_hours\");\n", "")
			.change("access.drl", "must($r, \"G1\").severity(\"red\")",
					"must($r, \"G1\").atLeastThatOf(\"hours_twice\", \"hours_twice\");\n"
							+ "    must($r, \"G1\").severity(\"red\")"));
		assertThat(tested.get("hours_twice")).containsExactly("G1", "G2");
	}

	@Test
	void anElementWaitsForWhatResidentsCouldMakeOfIt() {
		Map<String, Set<String>> tested = tested(new TrialEdition()
			.change("access.yaml", "label: {sv: Timmar, en: Hours}", "public: true, label: {sv: Timmar, en: Hours}")
			.change("access.yaml", "formula: 2 * hours, label", "formula: 2 * hours, public: true, label")
			.change("access.drl", "    should($r, \"G2\").atLeast(\"hours\", \"fewest_hours\");\n", ""));
		assertThat(tested.get("hours")).containsExactly("G2");
	}

	private Map<String, Set<String>> tested(TrialEdition trial) {
		Edition edition = Assignments.at(trial.in(this.home)).edition("trial", "2025", new Problems()).orElseThrow();
		return Columns.of(edition, Period.parse("2025-08").orElseThrow())
			.stream()
			.collect(Collectors.toMap((one) -> one.figure().id(), Column::requirements));
	}

}
