package se.uppdragskollen.authoring;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

import static org.assertj.core.api.Assertions.assertThat;

class CaseReaderTests {

	private static final LocalDate SAID = LocalDate.of(2025, 2, 1);

	private static final LocalDate MEASURED = LocalDate.of(2025, 2, 28);

	@TempDir
	Path home;

	private TrialAssignment trial;

	@BeforeEach
	void files() {
		this.trial = new TrialAssignment(this.home);
	}

	@Test
	void aCaseWithoutDifferencesIsTheBase() {
		this.trial.cases("G1", "name: As it is, expect: met");

		Report base = new Report("SE5566778899-T001", "trial", period("2025-02"), null,
				Map.of("seen", number(90), "asked", number(100), "listed", number(5000), "open_hours", number(45),
						"open", true, "hsa", "SE5566778899-H017", "who", "nurse", "plan", SAID),
				Map.of(), Set.of(), List.of(new RegisterValue("survey", "asked", number(99), MEASURED)),
				List.of(new Signal(Counterpart.MUNICIPALITY, Flag.GREEN, null, null, SAID)), List.of(),
				Map.of("seen", history("2025-01", 88)), Map.of("seen", new Peers(number(80), number(5), 9)));
		assertThat(this.trial.read().cases())
			.containsExactly(new Case("test-fixtures/trial/G1.yaml", new Position(3, 5), "G1", "As it is", base,
					new Expectation(OutcomeKind.MET, null, null, null, null, null)));
	}

	@Test
	void differencesAreLaidUponTheBase() {
		this.trial.cases("G1",
				"name: Much, period: 2025-06, given: {seen: 91, listed: 1}, without: [asked, who], suppressed: [open], "
						+ "not_applicable: {open_hours: Ombyggnad}, "
						+ "registers: [{source: other, element: seen, value: 7, as_of: 2025-02-28}], "
						+ "signals: [{from: municipality, flag: red, requirement: G1, date: 2025-02-01}, "
						+ "{from: hospital, flag: green, date: 2025-02-01}], "
						+ "exemptions: [{requirement: G1, from: 2025-02-01, to: 2025-02-28, approver: A, reason: B}], "
						+ "history: {seen: {2025-05: 1}}, peers: {seen: {mean: 1, sd: 2, count: 3}}, "
						+ "expect: {outcome: not-met, severity: red, finding: deviation, margin: -1, "
						+ "smallest_change: {seen: 92}, points: 0.5}");

		Report report = new Report("SE5566778899-T001", "trial", period("2025-06"), null,
				Map.of("seen", number(91), "listed", number(1), "hsa", "SE5566778899-H017", "plan", SAID),
				Map.of("open_hours", "Ombyggnad"), Set.of("open"),
				List.of(new RegisterValue("other", "seen", number(7), MEASURED)),
				List.of(new Signal(Counterpart.MUNICIPALITY, Flag.RED, "G1", null, SAID),
						new Signal(Counterpart.HOSPITAL, Flag.GREEN, null, null, SAID)),
				List.of(new Exemption("G1", SAID, MEASURED, "A", "B")), Map.of("seen", history("2025-05", 1)),
				Map.of("seen", new Peers(number(1), number(2), 3)));
		assertThat(this.trial.read().cases()).containsExactly(new Case("test-fixtures/trial/G1.yaml",
				new Position(3, 5), "G1", "Much", report, new Expectation(OutcomeKind.NOT_MET, Severity.RED,
						FindingKind.DEVIATION, number(-1), Map.of("seen", number(92)), new BigDecimal("0.5"))));
	}

	@Test
	void whatIsTakenAwayIsNowhereAndSilentCounterpartsSayNothing() {
		this.trial.cases("G1", "name: Less, without: [asked, seen], no_signals: [municipality], expect: met");

		Report report = this.trial.read().cases().get(0).report();
		assertThat(report.values()).doesNotContainKeys("asked", "seen").containsKey("listed");
		assertThat(report.registers()).isEmpty();
		assertThat(report.history()).isEmpty();
		assertThat(report.peers()).isEmpty();
		assertThat(report.signals()).isEmpty();
	}

	@Test
	void aRegistersValueReplacesTheSameSourceAndElementOnly() {
		this.trial.cases("G1",
				"name: A, registers: [{source: survey, element: asked, value: 1, as_of: 2025-02-28}], expect: met",
				"name: B, registers: [{source: survey, element: seen, value: 1, as_of: 2025-02-28}], expect: met");

		RegisterValue kept = new RegisterValue("survey", "asked", number(99), MEASURED);
		assertThat(this.trial.read().cases()).extracting((one) -> one.report().registers())
			.containsExactly(List.of(new RegisterValue("survey", "asked", number(1), MEASURED)),
					List.of(kept, new RegisterValue("survey", "seen", number(1), MEASURED)));
	}

	@Test
	void oneCasesDifferencesDoNotReachTheNext() {
		this.trial.cases("G1", "name: A, given: {seen: 1}, without: [asked], expect: met", "name: B, expect: met");

		assertThat(this.trial.read().cases().get(1).report())
			.isEqualTo(this.trial.cases("G1", "name: B, expect: met").read().cases().get(0).report());
	}

	@Test
	void whatTheDoorRefusesReachesTheEngine() {
		this.trial.cases("G1", "name: A, given: {seen: 101, asked: 100, listed: -1, hsa: Nix}, expect: not-assessable");

		assertThat(this.trial.read().cases().get(0).report().values())
			.containsAllEntriesOf(Map.of("seen", number(101), "listed", number(-1), "hsa", "Nix"));
	}

	@Test
	void theBaseMustPassTheDoor() {
		this.trial.change("test-fixtures/trial/base/2025/all.yaml", "seen: 90", "seen: 101")
			.cases("G1", "name: A, expect: met");

		assertThat(this.trial.wrong()).containsExactly("base/2025/all.yaml:1 values.seen: part-above-whole");
	}

	@Test
	void casesOfOtherEditionsAreLeftOut() {
		this.trial.file("test-fixtures/trial/G1.yaml", """
				requirement: G1
				cases:
				  - {name: Old, editions: ["2024"], expect: met}
				  - {name: Both, editions: ["2024", "2025"], expect: met}
				  - {name: New, editions: ["2025"], expect: met}
				  - {name: Old, editions: ["2025"], expect: met}
				""");

		assertThat(this.trial.read().cases()).extracting(Case::name).containsExactly("Both", "New", "Old");
	}

	@Test
	void theBaseIsEvaluatedForEachKindOfPeriod() {
		assertThat(this.trial.read().base().values()).extracting((report) -> report.period().toString())
			.containsExactly("2025-02", "2025");
	}

	@Test
	void everyMistakeInCasesIsToldAtOnce() {
		this.trial.file("test-fixtures/trial/G1.yaml", """
				requirement: G9
				kases: []
				cases:
				  - {name: A, editions: ["2025"], expect: met}
				""").file("test-fixtures/trial/G2.yaml", """
				requirement: G2
				cases:
				  - {name: A, editions: [], expect: met}
				  - {name: B, editions: ["2052"], expect: met}
				  - {name: C, editions: ["2025"], expect: mett}
				  - {name: D, editions: ["2025"], given: {sen: 1}, without: [askd], no_signals: [moon], expect: met}
				  - {name: E, editions: ["2025"], given: {seen: many}, expect: met}
				  - {name: F, editions: ["2025"], period: 2025, expect: met}
				  - {name: G, editions: ["2025"], period: 2024-12, expect: met}
				  - {name: H, editions: ["2025"], perod: 2025-02, expect: met}
				  - {name: H, editions: ["2025"], expect: {outcome: met, severity: pink, smallest_change: {sen: 1}}}
				  - {name: I, editions: ["2025"]}
				  - {name: H, editions: ["2025"], expect: met}
				""");

		assertThat(this.trial.wrong()).containsExactly("G1.yaml:1 requirement: case-file-name",
				"G1.yaml:2 kases: unknown-key → cases", "G1.yaml:4 cases[0].editions: unknown-requirement → G1",
				"G2.yaml:3 cases[0].editions: case-without-edition",
				"G2.yaml:4 cases[1].editions: unknown-edition → 2025", "G2.yaml:5 cases[2].expect: unknown-word → met",
				"G2.yaml:6 cases[3].given.sen: unknown-element → seen",
				"G2.yaml:6 cases[3].without: unknown-element → asked", "G2.yaml:6 cases[3].no_signals: unknown-word",
				"G2.yaml:7 cases[4].given.seen: whole-number-expected", "G2.yaml:8 cases[5].period: period-kind",
				"G2.yaml:9 cases[6].period: period-outside-edition", "G2.yaml:10 cases[7].perod: unknown-key → period",
				"G2.yaml:11 cases[8].name: case-name-twice", "G2.yaml:11 cases[8].expect.severity: unknown-word",
				"G2.yaml:11 cases[8].expect.smallest_change.sen: unknown-element → seen",
				"G2.yaml:12 cases[9].expect: key-missing", "G2.yaml:13 cases[10].name: case-name-twice");
	}

	@Test
	void everyMistakeInTheBaseIsToldAtOnce() {
		this.trial.file("test-fixtures/trial/base/2025/periods.yaml", "periods: {month: 2025-Q1, quarter: 2024-Q1}\n")
			.file("test-fixtures/trial/base/2025/al.yaml", "values: {}\n");
		assertThat(this.trial.wrong()).containsExactly("base/2025/periods.yaml:1 periods: key-missing",
				"base/2025/periods.yaml:1 periods.month: period-kind",
				"base/2025/periods.yaml:1 periods.quarter: period-outside-edition");

		this.trial.file("test-fixtures/trial/base/2025/periods.yaml", "periods: {month: 2025-02, year: 2025}\n")
			.file("test-fixtures/trial/base/2025/all.yaml", "values: {seen: x, askd: 1}\n");
		assertThat(this.trial.wrong()).containsExactly("base/2025/al.yaml:0 : stray-file",
				"base/2025/all.yaml:1 values.seen: whole-number-expected",
				"base/2025/all.yaml:1 values.askd: unknown-element → asked");
	}

	@Test
	void anElementStandsInItsOwnChaptersBase() {
		this.trial
			.change("assignments/trial/2025/assignment.yaml", "chapters:\n",
					"chapters:\n  - {id: more, part: basic, title: {sv: A, en: A}}\n")
			.file("assignments/trial/2025/more.yaml", "requirements: []\n")
			.file("rules/trial/2025/more.drl", "package rules.trial.e2025.more;\n")
			.file("test-fixtures/trial/base/2025/more.yaml", "values: {seen: 1}\n");

		assertThat(this.trial.wrong()).containsExactly("base/2025/more.yaml:1 values.seen: base-other-chapter");
	}

	@Test
	void wholeReportsExpectEveryRequirementOwed() {
		this.trial.file("test-fixtures/trial/reports/a.yaml", """
				name: All
				edition: "2025"
				report: {unit: SE5566778899-H001, period: 2025-03, values: {seen: 20, asked: 20}}
				expect: {G1: met, G2: {outcome: not-assessable}}
				""").file("test-fixtures/trial/reports/b.yaml", """
				name: Other edition
				edition: "2024"
				report: {}
				expect: {}
				""");

		assertThat(this.trial.read().reports()).extracting(WholeReport::name, WholeReport::expected)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("All",
					Map.of("G1", new Expectation(OutcomeKind.MET, null, null, null, null, null), "G2",
							new Expectation(OutcomeKind.NOT_ASSESSABLE, null, null, null, null, null))));

		this.trial.file("test-fixtures/trial/reports/a.yaml", """
				name: Some
				edition: "2025"
				report: {unit: SE5566778899-H001, period: 2025-03, values: {seen: 21, asked: 20}}
				expect: {G1: met}
				""").file("test-fixtures/trial/reports/b.yaml", """
				name: Wrong one
				edition: "2025"
				report: {unit: SE5566778899-H001, period: 2025-03}
				expect: {G1: met, G2: met, G3: met}
				""");
		assertThat(this.trial.wrong()).containsExactly("reports/a.yaml:3 values.seen: part-above-whole",
				"reports/b.yaml:4 expect.G3: requirement-not-owed → G1");
		this.trial.change("test-fixtures/trial/reports/a.yaml", "21", "20")
			.change("test-fixtures/trial/reports/b.yaml", ", G3: met", "");
		assertThat(this.trial.wrong()).containsExactly("reports/a.yaml:4 expect: expected-forgotten");
	}

	@Test
	void anAssignmentWithoutBaseSaysSo() {
		assertThat(this.home.resolve("test-fixtures").toFile().renameTo(this.home.resolve("other").toFile())).isTrue();

		assertThat(this.trial.wrong()).containsExactly("base/2025:0 : base-missing");
	}

	private static Period period(String written) {
		return Period.parse(written).orElseThrow();
	}

	private static BigDecimal number(int value) {
		return BigDecimal.valueOf(value);
	}

	private static SortedMap<Period, Object> history(String at, int value) {
		return new TreeMap<>(Map.of(period(at), number(value)));
	}

}
