package se.uppdragskollen.web.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assessment.GroupSum;
import se.uppdragskollen.assessment.RequirementSum;
import se.uppdragskollen.assessment.SumOutcomes;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Say;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who does not do what is only recommended is not counted among those that fail.
 */
class RecommendationsTests {

	private static final String ASSIGNMENT = "kalmar-halsoval";

	private static final Period JUNE = Period.parse("2025-06").orElseThrow();

	private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

	private static final Actor STAFF = new Actor(-1, "Prov", false, true, Set.of(new Grant(Role.COMMISSIONER, null)));

	private final RunningService service = RunningService.shared();

	private final Edition edition = this.service.get(Editions.class).inForceOn(ASSIGNMENT, DAY).orElseThrow();

	@Test
	void areToDiscussInATally() {
		Map<String, Integer> counts = Map.of("not-met", 3, "not-assessable", 2, "met", 5);
		assertThat(Tally.of(counts, requirement("G13"))).isEqualTo(new Tally(0, 3, 2, 5, 0, 0));
		assertThat(Tally.of(counts, requirement("G25"))).isEqualTo(new Tally(3, 0, 2, 5, 0, 0));
		assertThat(Tally.of(counts, requirement("G13")).asked()).as("shares are of the same").isEqualTo(10);
		assertThat(Tally.of(counts, requirement("G13")).segments()).extracting(Tally.Segment::kind)
			.containsExactly("to-discuss", "not-assessable", "met");
	}

	@Test
	void doNotStandAmongWhatManyDoNotMeet() {
		assertThat(requirement("G13").level()).isEqualTo(Level.SHOULD);
		Glance glance = Glance.of(List.of(sum("G13"), sum("G25")), Map.of(JUNE, this.edition), new Say(Language.SV));
		assertThat(glance.failing()).extracting(Glance.Row::id).containsExactly("G25");
		assertThat(glance.all()).isEqualTo(new Tally(4, 4, 0, 2, 0, 0));
	}

	@Test
	void areCountedApartForKindsOfCentres() {
		PoorMonth.of(this.service);
		int all = sum(Map.of(), "not-met");
		assertThat(all).isPositive();
		assertThat(sum(Map.of(), "to-discuss")).isZero();
		Map<Period, Set<String>> recommended = Map.of(JUNE, Set.of("G25"));
		int toDiscuss = sum(recommended, "to-discuss");
		assertThat(toDiscuss).isPositive();
		assertThat(sum(recommended, "not-met")).isEqualTo(all - toDiscuss);
		assertThat(sum(Map.of(Period.parse("2025-05").orElseThrow(), Set.of("G25")), "to-discuss"))
			.as("of another period")
			.isZero();
	}

	private int sum(Map<Period, Set<String>> recommended, String outcome) {
		List<GroupSum> sums = this.service.get(SumOutcomes.class)
			.byGroup(STAFF, ASSIGNMENT, List.of(JUNE), DAY, recommended);
		return sums.stream().mapToInt((one) -> one.outcomes().getOrDefault(outcome, 0)).sum();
	}

	private static RequirementSum sum(String requirement) {
		return new RequirementSum(requirement, "accessibility", JUNE, Map.of("not-met", 4, "met", 1));
	}

	private Requirement requirement(String id) {
		return Objects.requireNonNull(this.edition.requirements().get(id));
	}

}
