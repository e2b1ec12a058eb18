package se.uppdragskollen.assignment;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FollowUpSettingsTests {

	private static final String BLOCK = """
			follow_up:
			  report_within: {month: 10, quarter: 20, tertial: 30, half-year: 40, year: 50}
			  remind_before: 3
			  answer_within: {red: 1, yellow: 2, white: 4}
			  action_plan_within: 14
			  recheck_within: 366
			  escalation:
			    - {id: talk, title: {sv: Samtal, en: Talk}, within: 6}
			    - {id: last-word, title: {sv: Sista ordet, en: Last word}, within: 7}
			  source: {kind: region, document: Avtal}
			""";

	@TempDir
	private Path home;

	@Test
	void areReadAsWritten() {
		assertThat(read(trial("", "")).followUpSettings()).isEqualTo(new FollowUpSettings(
				Map.of(PeriodKind.MONTH, 10, PeriodKind.QUARTER, 20, PeriodKind.TERTIAL, 30, PeriodKind.HALF_YEAR, 40,
						PeriodKind.YEAR, 50),
				3, Map.of(Severity.RED, 1, Severity.YELLOW, 2, Severity.WHITE, 4), 14, 366,
				List.of(new FollowUpSettings.Step("talk", new Bilingual("Samtal", "Talk"), 6),
						new FollowUpSettings.Step("last-word", new Bilingual("Sista ordet", "Last word"), 7)),
				new Source(SourceKind.REGION, "Avtal", null)));
	}

	@Test
	void areTheProductsOwnWhereAnEditionSaysNothing() {
		assertThat(read(new TrialEdition()).followUpSettings()).isEqualTo(FollowUpSettings.defaults());
		assertThat(FollowUpSettings.defaults().source()).isNull();
	}

	@Test
	void arePartOfTheRevision() {
		assertThat(List.of(read(new TrialEdition()).revision(), read(trial("", "")).revision(),
				read(trial("remind_before: 3", "remind_before: 4")).revision()))
			.doesNotHaveDuplicates();
	}

	/** The proposals stand in the editions, where people can read and change them. */
	@ParameterizedTest
	@CsvSource({ "2023-07", "2025-01" })
	void ofKalmarAreTheDefaultsAndAgreeWithItsRequirementOnLateReports(String id) {
		Edition edition = Assignments.at(Path.of(".")).edition("kalmar-halsoval", id, new Problems()).orElseThrow();
		FollowUpSettings settings = edition.followUpSettings();
		FollowUpSettings own = FollowUpSettings.defaults();
		Parameter late = edition.parameter("G08", "days_to_report").orElseThrow();

		assertThat(settings).isEqualTo(
				new FollowUpSettings(own.reportWithin(), own.remindBefore(), own.answerWithin(), own.actionPlanWithin(),
						own.recheckWithin(), own.escalation(), Objects.requireNonNull(settings.source())));
		assertThat(settings.source().kind()).isEqualTo(SourceKind.PROPOSAL);
		assertThat(late.on(edition.to()).orElseThrow().value())
			.hasToString(String.valueOf(settings.reportWithin(PeriodKind.QUARTER)));
	}

	@Test
	void knowEveryStepAndTheOneAfter() {
		FollowUpSettings settings = FollowUpSettings.defaults();

		assertThat(settings.escalation()).extracting(FollowUpSettings.Step::id)
			.containsExactly("remark", "warning", "action-plan", "withheld-payment", "termination");
		assertThat(settings.step("warning")).contains(settings.escalation().get(1));
		assertThat(settings.step("fine")).isEmpty();
		assertThat(settings.stepAfter("warning")).contains(settings.escalation().get(2));
		assertThat(settings.stepAfter("termination")).isEmpty();
		assertThat(settings.stepAfter("fine")).isEmpty();
		assertThat(settings.answerWithin(Severity.RED)).isEqualTo(5);
	}

	@Test
	void lackNothing() {
		FollowUpSettings own = FollowUpSettings.defaults();
		Map<Severity, Integer> answers = new EnumMap<>(own.answerWithin());
		answers.remove(Severity.WHITE);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> new FollowUpSettings(own.reportWithin(), 5, answers, 30, 90, own.escalation(), null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new FollowUpSettings(own.reportWithin(), 5, own.answerWithin(), 30, 90, List.of(), null));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void mistakeIsToldWithItsPlace(String what, TrialEdition edition, List<String> told) {
		assertThat(edition.problems(this.home)).as(what)
			.map((one) -> one.replaceFirst("^assignments/trial/2025/assignment.yaml:", ""))
			.isEqualTo(told);
	}

	static Stream<Arguments> mistakeIsToldWithItsPlace() {
		String steps = BLOCK.substring(BLOCK.indexOf("  escalation:"), BLOCK.indexOf("  source:"));
		return Stream.of(
				mistake("an unknown key", trial("remind_before: 3", "remind_befor: 3"),
						"11:3: follow_up.remind_before: The key remind_before is missing.",
						"12:3: follow_up.remind_befor: The key is not known. Found: remind_befor. Allowed: "
								+ "action_plan_within, answer_within, escalation, recheck_within, remind_before, "
								+ "report_within, " + "source. Did you mean remind_before?"),
				mistake("an unknown kind of period", trial("month: 10", "week: 10"),
						"11:18: follow_up.report_within.month: The key month is missing.",
						"11:19: follow_up.report_within.week: The key is not known. Found: week. Allowed: half-year, "
								+ "month, quarter, tertial, year."),
				mistake("a missing severity", trial(", white: 4", ""),
						"13:18: follow_up.answer_within.white: The key white is missing."),
				mistake("no day at all", trial("white: 4", "white: 0"),
						"13:45: follow_up.answer_within.white: A whole number of days is expected here, from 1 to 366. "
								+ "Found: 0."),
				mistake("half a day", trial("red: 1", "red: 1.5"),
						"13:24: follow_up.answer_within.red: A whole number of days is expected here, from 1 to 366. "
								+ "Found: 1.5."),
				mistake("less than nothing", trial("action_plan_within: 14", "action_plan_within: -14"),
						"14:23: follow_up.action_plan_within: A whole number of days is expected here, from 1 to 366. "
								+ "Found: -14."),
				mistake("more than a year", trial("recheck_within: 366", "recheck_within: 367"),
						"15:19: follow_up.recheck_within: A whole number of days is expected here, from 1 to 366. "
								+ "Found: " + "367."),
				mistake("days in words", trial("within: 6", "within: sex"),
						"17:57: follow_up.escalation[0].within: A number is expected here, with a point for "
								+ "decimals (87.5). Found: sex."),
				mistake("one number for all", trial("{red: 1, yellow: 2, white: 4}", "5"),
						"13:18: follow_up.answer_within: Keys with values (key: value) are expected here. Found: 5."),
				mistake("two steps with one id", trial("id: last-word", "id: talk"),
						"18:12: follow_up.escalation[1].id: The id is used already. Found: talk."),
				mistake("a step's id with a capital", trial("id: last-word", "id: Last"),
						"18:12: follow_up.escalation[1].id: A step's id must be small letters and hyphens, for example "
								+ "action-plan. Found: Last."),
				mistake("a step in one language", trial("{sv: Samtal, en: Talk}", "{sv: Samtal}"),
						"17:25: follow_up.escalation[0].title.en: The key en is missing."),
				mistake("a ladder without steps", trial(steps, "  escalation: []\n"),
						"16:15: follow_up.escalation: The ladder has no steps. Write at least one, or leave out "
								+ "follow_up: then Uppdragskollen's own settings apply. Found: []."),
				mistake("no ladder", trial(steps, ""), "11:3: follow_up.escalation: The key escalation is missing."),
				mistake("no list", trial(steps, "  escalation: talk\n"),
						"16:15: follow_up.escalation: A list is expected here. Found: talk."),
				mistake("no source", trial("  source: {kind: region, document: Avtal}\n", ""),
						"11:3: follow_up.source: The key source is missing."),
				mistake("an unknown kind of source", trial("kind: region", "kind: rumour"),
						"19:18: follow_up.source.kind: The word is not known here. Found: rumour. Allowed: national, "
								+ "proposal, region, seed."),
				mistake("no settings",
						new TrialEdition().change("assignment.yaml", "chapters:\n",
								"follow_up: continuous\nchapters:\n"),
						"10:12: follow_up: Keys with values (key: value) are expected here. Found: continuous."),
				mistake("several at once",
						trial("{red: 1, yellow: 2, white: 4}\n  action_plan_within: 14",
								"{red: one, yellow: 2}\n  action_plan_within: 0"),
						"13:18: follow_up.answer_within.white: The key white is missing.",
						"13:24: follow_up.answer_within.red: A number is expected here, with a point for "
								+ "decimals (87.5). Found: one.",
						"14:23: follow_up.action_plan_within: A whole number of days is expected here, from 1 to 366. "
								+ "Found: 0."));
	}

	private static TrialEdition trial(String from, String to) {
		return new TrialEdition().change("assignment.yaml", "chapters:\n", BLOCK.replace(from, to) + "chapters:\n");
	}

	private Edition read(TrialEdition edition) {
		Problems problems = new Problems();
		Edition read = Assignments.at(edition.in(this.home)).edition("trial", "2025", problems).orElseThrow();
		assertThat(problems.all()).isEmpty();
		return read;
	}

	private static Arguments mistake(String what, TrialEdition edition, String... told) {
		return Arguments.of(what, edition, List.of(told));
	}

}
