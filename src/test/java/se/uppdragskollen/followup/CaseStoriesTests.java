package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of cases as results come.
 */
class CaseStoriesTests {

	private final RunningService service = RunningService.shared();

	private final ToldResults results = new ToldResults(this.service);

	private final String unit = this.service.unit();

	@Test
	void theNextFailingReportContinuesTheCase() {
		tell("2025-01", "yellow", "2025-02", "red", "2025-03", "white");
		assertThat(cases()).containsExactly("G24 deviation white recurring proposed 2025-01 2025-01..2025-03: "
				+ "2025-01 yellow, 2025-02 red, 2025-03 white");
	}

	@Test
	void aReportThatPassesResolvesButLeavesTheCaseToTheReviewer() {
		tell("2025-01", "yellow", "2025-02", "not-assessable", "2025-03", "exempt");
		assertThat(cases()).containsExactly("G24 deviation yellow resolved proposed 2025-01 2025-01..2025-03: "
				+ "2025-01 yellow, 2025-02 not-assessable, 2025-03 exempt");
		tell("2025-04", "red");
		assertThat(cases()).containsExactly("G24 deviation red regressed proposed 2025-01 2025-01..2025-04: "
				+ "2025-01 yellow, 2025-02 not-assessable, 2025-03 exempt, 2025-04 red");
		tell("2025-05", "red", "2025-06", "not-assessable");
		assertThat(cases()).containsExactly("G24 deviation red recurring proposed 2025-01 2025-01..2025-06: "
				+ "2025-01 yellow, 2025-02 not-assessable, 2025-03 exempt, 2025-04 red, 2025-05 red, "
				+ "2025-06 not-assessable");
	}

	@Test
	void whatIsMetOrNotAssessableMakesNoCase() {
		tell("2025-01", "met", "2025-02", "not-assessable", "2025-03", "not-applicable");
		assertThat(cases()).isEmpty();
	}

	@Test
	void aCorrectedReportUpdatesItsFinding() {
		tell("2025-01", "yellow", "2025-02", "yellow", "2025-01", "red", "2025-02", "white");
		assertThat(cases()).containsExactly(
				"G24 deviation white recurring proposed 2025-01 2025-01..2025-02: " + "2025-01 red, 2025-02 white");
	}

	@Test
	void theServiceWithdrawsWhatWasCorrectedAndProposesItAgain() {
		tell("2025-01", "yellow", "2025-01", "met");
		assertThat(cases())
			.containsExactly("G24 deviation yellow resolved closed 2025-01 2025-01..2025-01: 2025-01 met");
		tell("2025-02", "met");
		tell("2025-03", "red");
		assertThat(cases()).containsExactly(
				"G24 deviation red new proposed 2025-01 2025-03..2025-03: " + "2025-01 met, 2025-02 met, 2025-03 red");
		assertThat(acts()).containsExactly("opened", "withdrawn", "proposed-again");
		assertThat(this.service.jdbc()
			.sql("select details from audit_event where act = 'cases-followed' and unit = ? order by seq")
			.param(this.unit)
			.query(String.class)
			.list()).containsExactly(noted("opened"), noted("withdrawn"), noted("proposed-again"));
	}

	@Test
	void aConfirmedCaseWaitsForTheReviewerWhenItsReportIsCorrected() {
		tell("2025-01", "yellow");
		act("confirm", "");
		tell("2025-01", "met");
		assertThat(cases())
			.containsExactly("G24 deviation yellow resolved confirmed 2025-01 2025-01..2025-01: 2025-01 met");
	}

	@Test
	void whatFailsAgainAfterItWasClosedIsANewCaseThatNamesTheEarlierOne() {
		tell("2025-01", "yellow", "2025-02", "met");
		act("confirm", "");
		act("close", "Klart.");
		tell("2025-03", "met", "2025-04", "yellow");
		assertThat(cases()).containsExactly(
				"G24 deviation yellow resolved closed 2025-01 2025-01..2025-02: 2025-01 yellow, 2025-02 met",
				"G24 deviation yellow regressed proposed 2025-01 2025-04..2025-04 after another: 2025-04 yellow");
	}

	@Test
	void whatWasDismissedStaysDismissedUnlessItWeighsMore() {
		tell("2025-01", "yellow");
		act("dismiss", "Registret hade fel.");
		tell("2025-01", "white", "2025-01", "yellow");
		assertThat(cases())
			.containsExactly("G24 deviation yellow new dismissed 2025-01 2025-01..2025-01: 2025-01 yellow");
		tell("2025-01", "red");
		assertThat(cases()).containsExactly(
				"G24 deviation yellow new dismissed 2025-01 2025-01..2025-01: 2025-01 yellow",
				"G24 deviation red new proposed 2025-01 2025-01..2025-01 after another: 2025-01 red");
	}

	@Test
	void aLateReportOfAnEarlierPeriodIsNotPassedByInSilence() {
		tell("2025-02", "yellow");
		act("dismiss", "Registret hade fel.");
		tell("2025-01", "yellow");
		assertThat(cases()).containsExactly(
				"G24 deviation yellow new dismissed 2025-01 2025-02..2025-02: 2025-02 yellow",
				"G24 deviation yellow new proposed 2025-01 2025-01..2025-01 after another: 2025-01 yellow");
	}

	@Test
	void aCaseGoesOnThroughTheNextEdition() {
		tell("2024-11", "yellow", "2024-12", "yellow");
		act("confirm", "");
		tell("2025-01", "red");
		assertThat(cases()).containsExactly("G24 deviation red recurring confirmed 2023-07 2024-11..2025-01: "
				+ "2024-11 yellow, 2024-12 yellow, 2025-01 red");
	}

	@Test
	void followsARequirementThatIsCalledOtherwiseLater() {
		Editions editions = this.service.get(Editions.class);
		Edition first = editions.current(ToldResults.ASSIGNMENT, "2023-07").orElseThrow();
		Edition second = editions.current(ToldResults.ASSIGNMENT, "2025-01").orElseThrow();
		Requirement phone = second.requirements().get("G24");
		Map<String, Requirement> renamed = new LinkedHashMap<>();
		renamed.put("T2", called(phone, "T2", "G24"));
		renamed.put("T1", called(phone, "T1", "G24"));
		renamed.put("G25", called(phone, "G25", "G25"));
		renamed.put("G25b", called(phone, "G25b", "G25"));
		renamed.put("N1", called(phone, "N1", null));
		Lineage lineage = new Lineage(List.of(first, with(second, renamed)));
		assertThat(renamed.keySet().stream().map((id) -> lineage.of("2025-01", id)).toList()).containsExactly("G24",
				"T1", "G25", "G25b", "N1");
		assertThat(lineage.idsOf("G24")).containsExactly("G24", "T2");
		assertThat(lineage.firstIdsOf("T2")).containsExactly("G24");
	}

	@Test
	void theOrderInWhichResultsComeDoesNotMatter() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		List<String> words = List.of("red", "yellow", "white", "met", "not-assessable", "exempt");
		for (int round = 0; round < 12; round++) {
			Map<String, String> told = new LinkedHashMap<>();
			for (String period : List.of("2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03", "2025-04")) {
				told.put(period, words.get(random.nextInt(words.size())));
			}
			List<String> expected = List.of();
			for (int order = 0; order < 4; order++) {
				List<String> periods = new ArrayList<>(told.keySet());
				if (order > 0) {
					Collections.shuffle(periods, random);
				}
				String one = this.service.unit();
				periods.forEach((period) -> this.results.tell(one, period, "G24", told.get(period)));
				if (order == 0) {
					expected = this.results.cases(one);
				}
				assertThat(this.results.cases(one)).as("seed %d, %s in order %s", seed, told, periods)
					.isEqualTo(expected);
			}
		}
	}

	private void tell(String... periodsAndOutcomes) {
		for (int i = 0; i < periodsAndOutcomes.length; i += 2) {
			this.results.tell(this.unit, periodsAndOutcomes[i], "G24", periodsAndOutcomes[i + 1]);
		}
	}

	private void act(String act, String text) {
		Client reviewer = this.service.person(Role.REVIEWER);
		String path = "/api/v1/cases/" + this.results.newest(this.unit);
		Client.Answer answer = reviewer.post(path + "/acts", "{\"act\": \"" + act + "\", \"text\": \"" + text + "\"}",
				"If-Match", reviewer.get(path).header("ETag"));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	private List<String> cases() {
		return this.results.cases(this.unit);
	}

	private List<String> acts() {
		return this.service.jdbc()
			.sql("select act from case_act where case_id = ? order by id")
			.param(this.results.newest(this.unit))
			.query(String.class)
			.list();
	}

	private String noted(String what) {
		return "{\"assignment\":\"kalmar-halsoval\",\"" + what + "\":[" + this.results.newest(this.unit) + "]}";
	}

	private static Requirement called(Requirement one, String id, String continues) {
		return new Requirement(id, one.chapter(), one.title(), one.text(), one.level(), one.severity(), one.followUp(),
				one.period(), one.priorityByGroup(), one.source(), continues, one.smallestGroup(), one.reasons(),
				one.phases(), one.parameters(), one.position());
	}

	private static Edition with(Edition one, Map<String, Requirement> requirements) {
		return new Edition(one.assignment(), one.id(), one.title(), one.from(), one.to(), one.continues(),
				one.smallestGroup(), one.note(), one.patientGroups(), one.registers(), one.followUpSettings(),
				one.chapters(), requirements, one.elements(), one.derived(), one.rules(), one.revision());
	}

}
