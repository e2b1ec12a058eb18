package se.uppdragskollen.followup;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Cases are counted as they are listed, and a unit's newest outcomes are found.
 */
class CountCasesTests {

	private final RunningService service = RunningService.shared();

	private final ToldResults results = new ToldResults(this.service);

	private final String unit = this.service.unit();

	private final Client reviewer = this.service.person(Role.REVIEWER);

	private final CountCases counts = this.service.get(CountCases.class);

	@AfterEach
	void resetClock() {
		this.service.clock().moveTo(RunningService.TODAY);
	}

	@Test
	void countsByUnitWhatIsOpenNewAndOverdue() {
		this.results.tell(this.unit, "2025-05", Map.of("G24", "yellow", "G25", "yellow"));
		Actor actor = actor(Role.REVIEWER, null);
		assertThat(this.counts.byUnit(actor, List.of(this.unit, "SE-NONE")))
			.isEqualTo(Map.of(this.unit, new UnitCases(2, 2, 0)));
		confirm();
		assertThat(this.counts.byUnit(actor, List.of(this.unit))).isEqualTo(Map.of(this.unit, new UnitCases(2, 1, 0)));
		this.service.clock().moveTo(RunningService.TODAY.plusDays(30));
		assertThat(this.counts.byUnit(actor, List.of(this.unit))).isEqualTo(Map.of(this.unit, new UnitCases(2, 1, 1)));
	}

	@Test
	void countsForACentreWhatItMayKnowOf() {
		Actor manager = actor(Role.MANAGER, this.unit);
		this.results.tell(this.unit, "2025-05", Map.of("G24", "yellow", "G25", "yellow"));
		assertThat(this.counts.all(manager)).isEqualTo(new CaseCounts(Map.of(), 0, 0));
		confirm();
		assertThat(this.counts.all(manager)).isEqualTo(new CaseCounts(Map.of(CaseState.CONFIRMED, 1), 0, 0));
		assertThat(this.counts.all(manager).open()).isEqualTo(1);
		assertThatThrownBy(() -> this.counts.all(actor(Role.ADMINISTRATOR, null))).isInstanceOf(Refusal.class);
	}

	@Test
	void findsTheNewestPeriodsOfEachKind() {
		for (String period : List.of("2025-03", "2025-04", "2025-05")) {
			this.results.tell(this.unit, period, "G24", "met");
		}
		this.results.tell(this.unit, "2024-Q4", "G06", "met");
		this.results.tell(this.unit, "2025-Q1", "G06", "yellow");
		this.results.tell(this.unit, "2024", "G01", "met");
		List<OutcomeRow> recent = this.service.get(Outcomes.class)
			.recent(actor(Role.REVIEWER, null), this.unit, ToldResults.ASSIGNMENT, 2);
		assertThat(recent.stream().map((one) -> one.period() + " " + one.requirement() + " " + one.outcome()))
			.containsExactly("2025-05 G24 met", "2025-04 G24 met", "2025-Q1 G06 not-met", "2024-Q4 G06 met",
					"2024 G01 met");
	}

	private void confirm() {
		long id = this.results.newest(this.unit);
		assertThat(this.reviewer.post("/api/v1/cases/" + id + "/acts", "{\"act\":\"confirm\"}", "If-Match", "\"1\"")
			.status()).isEqualTo(200);
	}

	private static Actor actor(Role role, String unit) {
		return new Actor(-1, "Prov", false, true, Set.of(new Grant(role, unit)));
	}

}
