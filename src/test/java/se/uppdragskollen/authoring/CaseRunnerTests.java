package se.uppdragskollen.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CaseRunnerTests {

	@TempDir
	Path home;

	private TrialAssignment trial;

	@BeforeEach
	void files() {
		this.trial = new TrialAssignment(this.home)
			.cases("G1", "name: Met, expect: met",
					"name: Not met, given: {seen: 84}, expect: {outcome: not-met, severity: yellow, "
							+ "finding: deviation, margin: -1.00, smallest_change: {seen: 85}}")
			.cases("G2", "name: Large, expect: {outcome: met, margin: 2.5}",
					"name: Closed, given: {open: false}, expect: not-applicable")
			.cases("G3", "name: Met, expect: met");
	}

	@Test
	void casesThatGoAsExpectedPass() {
		TestRun run = this.trial.run();

		assertThat(run.cases()).hasSize(5).allMatch(CaseResult::passed);
		assertThat(run.guards()).isEmpty();
		assertThat(run.failed()).isZero();
		assertThat(run.passed()).isTrue();
	}

	@Test
	void everyDifferenceIsTold() {
		this.trial.cases("G1",
				"name: Met, expect: {outcome: not-met, severity: red, finding: question, margin: -1, "
						+ "smallest_change: {seen: 91}, points: 0}",
				"name: Not met, given: {seen: 84}, expect: {outcome: not-met, severity: white, finding: question, "
						+ "margin: -1.1, smallest_change: {seen: 86, asked: 3}, points: 1}");

		TestRun run = this.trial.run();

		assertThat(run.failed()).isEqualTo(2);
		assertThat(run.passed()).isFalse();
		assertThat(run.cases()
			.stream()
			.filter((one) -> !one.passed())
			.flatMap((one) -> one.differences().stream())
			.map((one) -> one.what() + ": " + one.expected() + " / " + one.found()))
			.containsExactly("outcome: not-met / met", "severity: red / –", "finding: question / –", "margin: -1 / –",
					"smallest_change: seen: 91 / –", "points: 0 / –", "severity: white / yellow",
					"finding: question / deviation", "margin: -1.1 / -1",
					"smallest_change: asked: 3, seen: 86 / seen: 85", "points: 1 / –");
	}

	@Test
	void whatCannotBeTrueIsNotAssessable() {
		this.trial.cases("G1", "name: A, given: {seen: 101}, expect: not-assessable")
			.cases("G3", "name: A, given: {hsa: SE5566778899}, expect: not-assessable");

		assertThat(this.trial.run().failed()).isZero();
	}

	@Test
	void tellsWhatTheCasesLack() {
		this.trial.file("test-fixtures/trial/G1.yaml", "requirement: G1\ncases: []\n")
			.cases("G2", "name: Large, expect: met")
			.change("test-fixtures/trial/base/2025/all.yaml", "plan: 2025-02-01", "plan: 2025-04-01")
			.cases("G3", "name: Late, expect: not-met");

		TestRun run = this.trial.run();

		assertThat(run.failed()).isZero();
		assertThat(run.passed()).isFalse();
		assertThat(run.guards()).extracting((guard) -> guard.kind() + " " + guard.sentence().en())
			.containsExactly("BASE_NOT_MET G3 must be met under the base report, but is not-met (2025).",
					"NO_CASE G1 has no case.",
					"RULE_NEVER_FIRES The rule \"G2 Closed\" concerns none of its requirement's cases.");
	}

	@Test
	void aRuleThatFiresInAnotherRequirementsCaseOnlyIsTold() {
		this.trial.cases("G2", "name: Closed, given: {open: false}, expect: not-applicable");

		assertThat(this.trial.run().guards()).extracting(Guard::kind, Guard::requirement)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(Guard.Kind.RULE_NEVER_FIRES, "G2"));
	}

	@Test
	void wholeReportsAreHeldAgainstEveryOutcome() {
		this.trial.file("test-fixtures/trial/reports/a.yaml", """
				name: Some
				edition: "2025"
				report: {unit: SE5566778899-H001, period: 2025-03, values: {seen: 10, asked: 20}}
				expect: {G1: {outcome: not-met, severity: yellow}, G2: met}
				""");

		TestRun run = this.trial.run();

		assertThat(run.failed()).isEqualTo(1);
		assertThat(run.passed()).isFalse();
		assertThat(run.reports()).extracting(ReportResult::differences)
			.containsExactly(Map.of("G2", List.of(new Difference("outcome", "met", "not-assessable"))));
	}

}
