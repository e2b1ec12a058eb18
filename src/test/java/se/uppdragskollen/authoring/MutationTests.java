package se.uppdragskollen.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.evaluation.Facts;
import se.uppdragskollen.evaluation.RuleBook;

import static org.assertj.core.api.Assertions.assertThat;

class MutationTests {

	private static final String LARGE = "G2 \"Large centre is open long\" ";

	@TempDir
	Path home;

	private TrialAssignment trial;

	@BeforeEach
	void files() {
		this.trial = new TrialAssignment(this.home)
			.cases("G1", "name: On the limit, given: {seen: 85}, expect: met",
					"name: One below, given: {seen: 84}, expect: {outcome: not-met, severity: yellow}",
					"name: Half of a point below, given: {seen: 169, asked: 200}, expect: not-met",
					"name: Red flag, signals: [{from: municipality, flag: red, date: 2025-02-01}], "
							+ "expect: {outcome: not-met, severity: red}")
			.cases("G2", "name: Large, given: {listed: 4001, open_hours: 42.5}, expect: met",
					"name: Short, given: {open_hours: 42.4}, expect: not-met",
					"name: Closed, given: {open: false}, expect: not-applicable")
			.cases("G3", "name: Nurse in time, given: {plan: 2025-03-01}, expect: met",
					"name: Doctor, given: {who: doctor}, expect: met",
					"name: Nobody, given: {who: nobody}, expect: not-met",
					"name: A day late, given: {plan: 2025-03-02}, expect: not-met",
					"name: Long before, given: {plan: 2025-01-02}, expect: met",
					"name: Blank, given: {hsa: \" \"}, expect: not-assessable");
	}

	@Test
	void plantsEveryMistakeInParametersAndRules() {
		assertThat(this.trial.mutate().results()).extracting((one) -> one.mutant().id())
			.containsExactly("G1.lowest_share@2024-12-31: 85 → 86", "G1.lowest_share@2024-12-31: 85 → 84",
					"G2.large_above@2025-01-01: 4000 → 4001", "G2.large_above@2025-01-01: 4000 → 3999",
					"G2.hours@2025-01-01: 42.5 → 42.6", "G2.hours@2025-01-01: 42.5 → 42.4",
					"G3.accepted@2025-01-01: without nurse", "G3.accepted@2025-01-01: without doctor",
					"G3.accepted@2025-01-01: with nobody", "G3.latest@2025-01-01: 2025-03-01 → 2025-03-02",
					"G3.latest@2025-01-01: 2025-03-01 → 2025-02-28",
					"G1 \"Most are seen\" obligation 1: shareAtLeast → shareMoreThan",
					"G1 \"Most are seen\" obligation 1: shareAtLeast → shareAtMost",
					"G1 \"Most are seen\" obligation 1: shareAtLeast removed",
					"G1 \"Most are seen\" obligation 2: severity red removed",
					"G1 \"Most are seen\" obligation 2: noRedFlag removed",
					LARGE + "scope without number(\"listed\") > parameter(\"G2\", \"large_above\")",
					LARGE + "scope: number(\"listed\") > parameter(\"G2\", \"large_above\"): > → >=",
					LARGE + "scope: number(\"listed\") > parameter(\"G2\", \"large_above\"): > → <",
					LARGE + "scope without yes(\"open\")", LARGE + "scope: yes(\"open\"): yes → no",
					LARGE + "obligation 1: atLeast → moreThan", LARGE + "obligation 1: atLeast → atMost",
					LARGE + "obligation 1: atLeast removed", "G2 \"Closed\" scope removed",
					"G2 \"Closed\" scope: no(\"open\"): no → yes", "G2 \"Closed\" notApplicable removed",
					"G3 \"Somebody plans in time\" obligation 1: given removed",
					"G3 \"Somebody plans in time\" obligation 2: oneOf removed",
					"G3 \"Somebody plans in time\" obligation 3: notLaterThan → notEarlierThan",
					"G3 \"Somebody plans in time\" obligation 3: notLaterThan removed");
	}

	@Test
	void namesTheMutantsThatNoCaseNotices() {
		MutationRun run = this.trial.mutate();

		// nobody has exactly 4,000 listed, and a centre that is not large has no rule at
		// all
		assertThat(run.survivors()).extracting(Mutant::id)
			.containsExactly("G2.large_above@2025-01-01: 4000 → 3999",
					LARGE + "scope without number(\"listed\") > parameter(\"G2\", \"large_above\")",
					LARGE + "scope: number(\"listed\") > parameter(\"G2\", \"large_above\"): > → >=",
					LARGE + "scope without yes(\"open\")");
		assertThat(run.passed()).isFalse();
		assertThat(run.noticed()).isEqualTo(run.results().size() - 4);
		assertThat(run.results().get(0).noticedBy()).extracting((one) -> one.name()).isEqualTo("On the limit");
	}

	@Test
	void saysWhichMistakesWouldChangeNothing() {
		this.trial.change("assignments/trial/2025/all.yaml", "2024-12-31: {value: 85, source: Prov}",
				"2024-12-31: {value: 80, source: Prov}\n          2025-01-30: {value: 85, source: Prov}\n"
						+ "          2025-12-31: {value: 90, source: Prov}");

		assertThat(this.trial.mutate().skipped()).extracting((one) -> one.id() + ": " + one.why().en())
			.containsExactly("G1.lowest_share@2024-12-31: The value is in force on no period's last day.",
					LARGE + "obligation 1: severity yellow removed: The severity is the same as the requirement's.");
	}

	@Test
	void anOnlyItemIsExchangedForAnotherChoice() {
		this.trial.change("assignments/trial/2025/all.yaml", "[nurse, doctor]", "[nurse]");

		assertThat(this.trial.mutate().results()).extracting((one) -> one.mutant().id())
			.contains("G3.accepted@2025-01-01: nurse → doctor", "G3.accepted@2025-01-01: with doctor",
					"G3.accepted@2025-01-01: with nobody");
	}

	@Test
	void aPhaseBecomesAnother() {
		this.trial
			.change("assignments/trial/2025/all.yaml", "      large_above:",
					"      phase: {unit: phase, values: {2025-01-01: {value: prepare, source: P}, "
							+ "2025-07-01: {value: mandatory, source: P}}}\n      large_above:")
			.change("rules/trial/2025/all.drl", "no(\"open\")", "no(\"open\"), phase(\"G2\", \"prepare\")");

		assertThat(this.trial.mutate().results()).extracting((one) -> one.mutant().id())
			.contains("G2.phase@2025-01-01: prepare → mandatory", "G2.phase@2025-07-01: mandatory → prepare",
					"G2 \"Closed\" scope without phase(\"G2\", \"prepare\")");
	}

	@Test
	void aParameterInAFormulaConcernsTheRequirementsThatUseTheFormula() {
		this.trial.change("assignments/trial/2025/all.yaml", "elements:\n",
				"derived:\n  weighted: {type: decimal, unit: hours-per-week, formula: open_hours * G1.lowest_share / "
						+ "85, " + "label: {sv: A, en: A}}\nelements:\n")
			.change("rules/trial/2025/all.drl", "atLeast(\"open_hours\"", "atLeast(\"weighted\"")
			.cases("G1", "name: Far above, given: {seen: 99}, expect: met");

		MutationRun run = this.trial.mutate();

		// the larger weight makes 42.5 hours more than enough; 42.4 hours too
		assertThat(run.results().get(0).mutant().concerned()).containsExactlyInAnyOrder("G1", "G2");
		assertThat(run.results().get(0).noticedBy()).extracting((one) -> one.name()).isEqualTo("Short");
	}

	@Test
	void aCaseThatFailsAnywayNoticesNothing() {
		this.trial.cases("G1", "name: Wrong, given: {seen: 85}, expect: not-met");

		assertThat(this.trial.mutate().results().get(0).noticedBy()).isNull();
	}

	@Test
	void aMutantThatTheEngineCannotEvaluateIsNoticed() {
		this.trial.change("assignments/trial/2025/all.yaml", "elements:\n",
				"derived:\n  weighted: {type: decimal, unit: hours-per-week, formula: open_hours * G1.lowest_share / "
						+ "85, " + "label: {sv: A, en: A}}\nelements:\n")
			.change("rules/trial/2025/all.drl", "atLeast(\"open_hours\"", "atLeast(\"weighted\"")
			.cases("G1", "name: Far above, given: {seen: 99}, expect: met")
			.cases("G2", "name: Long, given: {open_hours: 60}, expect: met");
		RuleBook compiled = this.trial.ruleBook();
		RuleBook brittle = new RuleBook() {

			@Override
			public void fire(List<Facts> facts) {
				compiled.fire(facts);
			}

			@Override
			public @Nullable Object evaluate(String derived, Map<String, @Nullable Object> inputs) {
				if (inputs.toString().contains("lowest_share=86")) {
					throw new IllegalArgumentException("86");
				}
				return compiled.evaluate(derived, inputs);
			}

		};

		MutationRun run = Mutation.run(this.trial.read(), brittle, Progress.SILENT);

		assertThat(run.results().get(0).noticedBy()).extracting((one) -> one.name()).isEqualTo("Far above");
		assertThat(run.results().get(1).noticedBy()).isNull();
	}

	@Test
	void survivorsMayBeExplained() {
		MutationRun before = this.trial.mutate();
		StringBuilder yaml = new StringBuilder("survivors:\n");
		before.survivors()
			.forEach((one) -> yaml.append("  - {edition: \"2025\", mutant: '" + one.id() + "', why: Ingen 4 000}\n"));
		this.trial.file("test-fixtures/trial/survivors.yaml", yaml.toString());

		MutationRun run = this.trial.mutate();

		assertThat(run.survivors()).isEmpty();
		assertThat(run.passed()).isTrue();
		assertThat(run.results()).filteredOn((one) -> one.explanation() != null).hasSize(4);
	}

	@Test
	void explanationsMustHoldBothWays() {
		this.trial.file("test-fixtures/trial/survivors.yaml", """
				survivors:
				  - {edition: "2025", mutant: "G1.lowest_share@2024-12-31: 85 → 84", why: Nej}
				  - {edition: "2025", mutant: "G2.large_above@2025-01-01: 4000 → 3998", why: Nej}
				  - {edition: "2024", mutant: "Other edition", why: Nej}
				""");

		MutationRun run = this.trial.mutate();

		assertThat(run.problems().stream().map(TrialAssignment::place)).containsExactly(
				"survivors.yaml:2 survivors: survivor-killed",
				"survivors.yaml:3 survivors: unknown-mutant → G2.large_above@2025-01-01: 4000 → 3999");
		assertThat(run.passed()).isFalse();
	}

	@Test
	void tellsHowFarItHasCome() {
		List<String> steps = new ArrayList<>();
		MutationRun run = Mutation.run(this.trial.read(), this.trial.ruleBook(),
				(done, total) -> steps.add(done + "/" + total));

		assertThat(steps).hasSize(run.results().size()).startsWith("1/31").endsWith("31/31");
	}

}
